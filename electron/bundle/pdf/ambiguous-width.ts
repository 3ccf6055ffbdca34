// The Chinese font draws “ ” ‘ ’ … — · § × as wide as a character, as Chinese text wants them; between Latin letters they
// leave holes. Unicode has one code point for both, so the neighbours decide (UAX 11: ambiguous width).

export const ambiguous = /[‘’“”…—·§×±°]/;

const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef‘’“”…—]|[\u{20000}-\u{3ffff}]/u;

/**
 * Whether such a sign is drawn as a Latin one.
 *
 * @param before the character before it in the same line, '' at its beginning: then its other neighbour decides
 * @param after likewise
 */
export function isLatinSign(sign: string, before: string, after: string): boolean {
  const quotes = '“‘”’'.indexOf(sign);
  if (quotes < 0) return !wide.test(before) && !wide.test(after);
  const [outer, inner] = quotes < 2 ? [before, after] : [after, before];
  if (outer === '') return !wide.test(inner);
  if (wide.test(outer)) return false;
  // 企镜App“监控消息”: no space, no Latin quotation. 's behind a Chinese name is an apostrophe all the same.
  return outer === ' ' || sign === '’' || !wide.test(inner);
}
