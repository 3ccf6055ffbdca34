/** Width of a text in points at a size; the font gives it. */
export type Measure = (text: string) => number;

/** Characters that must not begin a line (GB/T 15834 and usual practice): closing marks and punctuation. */
const notFirst = /^[，。、；：？！）》」』】〕”’％…—,.;:?!)\]}%]/;
/** Characters that must not end one: opening marks. */
const notLast = /[（《「『【〔“‘([{]$/;
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

/**
 * Breaks a text into lines no wider than `width`. Latin words stay whole where they fit a line; Chinese breaks between
 * any two characters but for punctuation; what has no break (a long address) is cut where the line ends. Joined again,
 * the lines are the text: no character is lost, and only a single space at a break is.
 *
 * Lines are slices of the text: built up piece by piece they took thirty times its memory.
 */
export function wrap(text: string, width: number, measure: Measure): readonly string[] {
  const whole = text.trimEnd();
  if (measure(whole) <= width) return [whole];
  const lines: string[] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  for (const piece of piecesOf(text)) {
    const seen = piece.trimEnd();
    const needed = measure(seen);
    if (used + needed <= width) {
      used += seen.length === piece.length ? needed : measure(piece);
      end += piece.length;
      continue;
    }
    if (end > start) lines.push(text.slice(start, end).trimEnd());
    start = end;
    end += piece.length;
    while (start < end && measure(text.slice(start, end).trimEnd()) > width) {
      const fit = fitting(text.slice(start, end), width, measure);
      lines.push(fit);
      start += fit.length;
    }
    used = measure(text.slice(start, end));
  }
  const last = text.slice(start).trimEnd();
  if (last !== '' || lines.length === 0) lines.push(last);
  return lines;
}

/** Texts whose pieces are kept: the widths of a table are found by trying some dozen for each of its cells. */
const [mostKnown, longestKnown] = [512, 2_000];
const known = new Map<string, readonly string[]>();

function piecesOf(text: string): Iterable<string> {
  if (text.length > longestKnown) return cutIntoPieces(text);
  const found = known.get(text);
  if (found) return found;
  const pieces = [...cutIntoPieces(text)];
  if (known.size >= mostKnown) known.clear();
  known.set(text, pieces);
  return pieces;
}

/** Whether a character goes on with the label of an exhibit before it: `证据 24` is one name. */
const isWithinLabel = (text: string, end: number, character: string): boolean =>
  character === '据'
    ? text[end - 1] === '证'
    : /\d/.test(character) && /证据 ?$/.test(text.slice(Math.max(0, end - 3), end));

/** Pieces that stay together: a word with the space after it, a Chinese character with its punctuation, `证据 24`. */
function* cutIntoPieces(text: string): Generator<string, void, undefined> {
  let start = 0;
  let end = 0;
  let before = ''; // the character before
  for (const character of text) {
    const isWide = wide.test(character);
    const joins =
      end > start &&
      (notFirst.test(character) ||
        notLast.test(before) ||
        isWithinLabel(text, end, character) ||
        character === ' ' ||
        (!isWide && before !== ' ' && !wide.test(before)));
    if (!joins) {
      if (end > start) yield text.slice(start, end);
      start = end;
    }
    end += character.length;
    before = character;
  }
  if (end > start) yield text.slice(start, end);
}

/** As much of a text as fits, at least one character. */
function fitting(text: string, width: number, measure: Measure): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += measure(character);
    if (end > 0 && used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}
