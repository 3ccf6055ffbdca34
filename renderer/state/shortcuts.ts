import { useEffect, useRef } from 'react';

/** `Ctrl+K`, `Alt+ArrowUp`, `p`, `?`: as `event.key` has it, with Ctrl standing for ⌘ on a Mac too. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Listens for keys while the component is shown. A single letter is left alone in text fields, behind a dialog, and
 * always during the composition of Chinese characters: there it is part of a word.
 * @param over whether it hears a key before the screen that it is on, whoever began to listen first
 */
export function useShortcuts(shortcuts: Shortcuts, active = true, over = false): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!active) return;
    const heard = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const name = nameOf(event);
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && (inTextField(event.target) || behindDialog(event.target))) return;
      const act = latest.current[name];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', heard, over);
    return () => window.removeEventListener('keydown', heard, over);
  }, [active, over]);
}

/** `Process` is the key's name while an input method has it, also where `isComposing` comes too late. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const shift = event.shiftKey && (control !== '' || key.length > 1) ? 'Shift+' : '';
  return `${control}${event.altKey ? 'Alt+' : ''}${shift}${key}`;
}

function inTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable)
  );
}

function behindDialog(target: EventTarget | null): boolean {
  const dialog = document.querySelector('[role=dialog]');
  return dialog !== null && target instanceof Node && !dialog.contains(target);
}
