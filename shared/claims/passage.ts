/** The words that are stored of an item; null where there are none. What a machine read stands apart. */
export type StoredWords = Readonly<{ text: string | null; machineRead: string | null }>;

/** `no-text`: nothing was stored that a passage could be looked for in, which says nothing about the passage. */
export type PassageState = 'found' | 'found-machine-read' | 'not-found' | 'no-text';

/**
 * Looks for a quoted passage in the words of an item. White space and characters without width do not count: a page
 * breaks its lines where it likes. Anything else must agree letter by letter.
 */
export function passageState({ text, machineRead }: StoredWords, passage: string): PassageState {
  const wanted = lettersOf(passage);
  if (wanted === '' || (text === null && machineRead === null)) return wanted === '' ? 'not-found' : 'no-text';
  if (text !== null && lettersOf(text).includes(wanted)) return 'found';
  return machineRead !== null && lettersOf(machineRead).includes(wanted) ? 'found-machine-read' : 'not-found';
}

function lettersOf(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '');
}
