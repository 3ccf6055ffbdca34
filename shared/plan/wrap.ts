/** Width of a text in points at a size; the font gives it. */
export type Measure = (text: string) => number;

/** Characters that must not begin a line (GB/T 15834 and usual practice): closing marks and punctuation. */
const notFirst = /^[，。、；：？！）》」』】〕％…—,.;:?!)\]}%]/;
/** Characters that must not end one: opening marks. */
const notLast = /[（《「『【〔([{]$/;
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

/**
 * Breaks a text into lines no wider than `width`. Latin words stay whole where they fit a line; Chinese breaks between
 * any two characters but for punctuation; what has no break (a long address) is cut where the line ends. Joined again,
 * the lines are the text: no character is lost, and only a single space at a break is.
 */
export function wrap(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (measure(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = piece;
    while (measure(line.trimEnd()) > width) {
      const fit = fitting(line, width, measure);
      lines.push(fit);
      line = line.slice(fit.length);
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Pieces that stay together: a word with the space after it, a Chinese character with its punctuation. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const joins =
      last !== undefined &&
      (notFirst.test(character) ||
        notLast.test(last) ||
        character === ' ' ||
        (!wide.test(character) && !wide.test(last) && !last.endsWith(' ')));
    if (joins) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
}

/** As much of a text as fits, at least one character. */
function fitting(text: string, width: number, measure: Measure): string {
  let fit = '';
  for (const character of text) {
    if (fit !== '' && measure(fit + character) > width) break;
    fit += character;
  }
  return fit;
}
