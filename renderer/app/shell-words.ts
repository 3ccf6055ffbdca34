import { useEffect } from 'react';
import { openedAs, type ShellWord } from '../../shared/window/native.ts';
import type { MenuCommand } from '../../shared/window/nav-items.ts';
import { toCases, useWindow } from '../state/window-state.ts';
import { listenToShell } from '../workbench-client.ts';

/** Does what a person chose in the shell's menu, and opens what the system gave. */
export function useShellWords(): void {
  useEffect(() => listenToShell(hear), []);
}

function hear(word: ShellWord): void {
  if ('act' in word) doAct(word.act);
  else if (openedAs(word.open) === 'verify') useWindow.getState().set({ screen: 'verify', toVerify: word.open });
  else toCases({ toOpen: word.open });
}

function doAct(act: MenuCommand): void {
  const { caseFile, set } = useWindow.getState();
  if (act === 'newCase') toCases({ casesSheet: 'new' });
  else if (act === 'openFolder') toCases({ casesSheet: 'open' });
  else if (act === 'receivePackage') toCases({ casesSheet: 'receive' });
  else if (act === 'allCases') toCases();
  else if (act === 'searchOrDo') set({ overlay: 'palette' });
  else if (act === 'keys') set({ overlay: 'keys' });
  // Without a case there is nothing to show on the other screens.
  else if (caseFile !== null || act === 'verify' || act === 'settings') set({ screen: act, overlay: null });
}
