/**
 * The words that are stored of an item; null where there are none. What a machine read stands apart. `drawn`: the words
 * without those whose font draws other characters; absent where there are none of these. `partly`: of other pages of the
 * item no words are stored, so that what is not among these may stand there.
 */
export type StoredWords = Readonly<{ text: string | null; machineRead: string | null; drawn?: string; partly?: true }>;

/** `found-other-glyphs`: in the text, where the picture shows other characters. `no-text`: it was not found, and words that it could stand among are not stored, which says nothing about the passage. */
export type PassageState = 'found' | 'found-other-glyphs' | 'found-machine-read' | 'not-found' | 'no-text';

/**
 * Looks for a quoted passage in the words of an item. White space and characters without width do not count: a page
 * breaks its lines where it likes. Anything else must agree letter by letter.
 */
export function passageState({ text, machineRead, drawn, partly }: StoredWords, passage: string): PassageState {
  const wanted = lettersOf(passage);
  if (wanted === '' || (text === null && machineRead === null)) return wanted === '' ? 'not-found' : 'no-text';
  if (text !== null && lettersOf(text).includes(wanted))
    return drawn === undefined || lettersOf(drawn).includes(wanted) ? 'found' : 'found-other-glyphs';
  if (machineRead !== null && lettersOf(machineRead).includes(wanted)) return 'found-machine-read';
  return partly ? 'no-text' : 'not-found';
}

function lettersOf(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '');
}
