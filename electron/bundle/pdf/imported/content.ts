import { isRegular, isSpace, skipSpace, spanText, valueEnd, wordEnd, type Span } from './file/tokens.ts';

/** A content stream that opens and closes the same, and what it uses of its resources. */
export type Content = Readonly<{
  bytes: Uint8Array;
  /** Names of what it draws (`Do`), and of the fonts that it writes with (`Tf`). */
  drawn: ReadonlySet<string>;
  fonts: ReadonlySet<string>;
}>;

const pathBegun = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const pathPainted = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);
const markBegun = new Set(['BMC', 'BDC']);

/**
 * Closes what a content stream leaves open (saved states, marked content, words, a path, a string that breaks off), and
 * leaves out what it closes and never opened: viewers pass over that on a page of its own, but beside other content it
 * would close or hide what belongs to others.
 */
export function balancedContent(bytes: Uint8Array): Content {
  const open: Open = { states: 0, marks: 0, words: false, path: false };
  const drawn = new Set<string>();
  const fonts = new Set<string>();
  const surplus: Span[] = [];
  let [name, end, picture] = ['', bytes.length, false];
  /** A list that has begun, and in which no operator has shown that it was none. */
  let list: number | null = null;
  for (let at = skipSpace(bytes, 0); at < bytes.length; at = skipSpace(bytes, at)) {
    const byte = bytes[at] ?? 0;
    if (!isRegular(byte)) {
      const to = valueBehind(bytes, at);
      if (to === null) {
        end = at;
        break;
      }
      if (to <= at + 2 && (byte === 0x5b || byte === 0x3c)) list ??= at;
      if (byte === 0x2f) name = spanText(bytes, [at + 1, to]);
      at = to;
      continue;
    }
    const to = wordEnd(bytes, at);
    const word = spanText(bytes, [at, to]);
    if (isLetter(byte)) list = null;
    if (word === 'Do') drawn.add(name);
    else if (word === 'Tf') fonts.add(name);
    else if (!follows(word, open)) surplus.push([at, to]);
    at = to;
    if (word === 'ID') {
      const pictureEnd = behindInlinePicture(bytes, to);
      picture = pictureEnd === null;
      if (pictureEnd === null) break;
      at = pictureEnd;
    }
  }
  const closing = [...(picture ? ['EI'] : []), ...closingOperators(open)].join(' ');
  return { bytes: closedContent(bytes, list ?? end, surplus, closing), drawn, fonts };
}

/** The stream up to where it can be read, with blanks in the place of what closes nothing, and with what it lacks. */
function closedContent(bytes: Uint8Array, end: number, surplus: readonly Span[], closing: string): Uint8Array {
  if (surplus.length === 0 && closing === '' && end === bytes.length) return bytes;
  const kept = Buffer.from(bytes.subarray(0, end));
  for (const [from, to] of surplus) kept.subarray(from, to).fill(0x20);
  return Buffer.concat([kept, Buffer.from(`\n${closing}`, 'latin1')]);
}

/** What a content stream has opened so far: saved states, marked content, a text object, a path. */
type Open = { states: number; marks: number; words: boolean; path: boolean };

/** Takes an operator into account. @returns false where it closes what is not open */
function follows(word: string, open: Open): boolean {
  const closed = word === 'Q' ? 'states' : word === 'EMC' ? 'marks' : null;
  if (closed !== null) {
    if (open[closed] === 0) return false;
    open[closed] -= 1;
  } else if (word === 'q') open.states += 1;
  else if (markBegun.has(word)) open.marks += 1;
  else if (word === 'BT') open.words = true;
  else if (word === 'ET') open.words = false;
  else if (pathBegun.has(word)) open.path = true;
  else if (pathPainted.has(word)) open.path = false;
  return true;
}

function closingOperators({ states, marks, words, path }: Open): readonly string[] {
  return [
    ...(words ? ['ET'] : []),
    ...(path ? ['n'] : []),
    ...Array<string>(marks).fill('EMC'),
    ...Array<string>(states).fill('Q'),
  ];
}

const isLetter = (byte: number): boolean => /[A-Za-z'"]/.test(String.fromCharCode(byte));

/** Where a name, a string, a list or a dictionary ends; a bracket without its other half is passed over; null: it breaks off. */
function valueBehind(bytes: Uint8Array, at: number): number | null {
  try {
    return valueEnd(bytes, at);
  } catch {
    const byte = bytes[at];
    // A list may hold what no list should: its parts are looked at one by one.
    if (byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d || byte === 0x29 || byte === 0x3e)
      return at + 1;
    if (byte === 0x3c && bytes[at + 1] === 0x3c) return at + 2;
    return null;
  }
}

/**
 * An inline picture's bytes end with `EI` between white space (ISO 32000-1 §8.9.7), which may also stand among them: what
 * follows must look like content. @returns null where they never end
 */
function behindInlinePicture(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue;
    if (!isSpace(bytes[at - 1]) || isRegular(bytes[at + 2])) continue;
    const after = bytes.subarray(at + 2, at + 14);
    if (after.every((byte) => isSpace(byte) || (byte >= 0x20 && byte < 0x7f))) return at + 2;
  }
  return null;
}
