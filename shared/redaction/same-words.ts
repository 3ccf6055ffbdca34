/**
 * Words as they are looked for where they must not be left: full width and half width, case, spaces, hyphens, dots,
 * brackets and invisible characters make no difference. `１３８-0013 8000` is `13800138000`.
 */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}\p{Pd}\u2212_.·•・‧()]+/gu, '');
}

/** How often words stand in a text, overlapping ones counted too. */
export function timesSaid(text: string, words: string): number {
  const [all, wanted] = [bareWords(text), bareWords(words)];
  if (wanted === '') return 0;
  let count = 0;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) count += 1;
  return count;
}

/** SHA-1, SHA-256 and SM3 values and ids: figures in them are by chance. */
const byChance = /\b[0-9a-f]{64}\b|\b[0-9a-f]{40}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Whether a text says the words, as it stands or as addresses, pages and scripts write it. */
export const says = (text: string, words: string): boolean => saysAny(text, [words]);

/** Whether a text says any of several words: it is read once for all of them. */
export function saysAny(text: string, words: readonly string[]): boolean {
  const wanted = words.map(bareWords).filter((one) => one !== '');
  if (wanted.length === 0) return false;
  const shown = text.replace(byChance, '\n');
  return [shown, ...readings(shown)].some((reading) => {
    const bare = bareWords(reading);
    return wanted.some((one) => bare.includes(one));
  });
}

/**
 * Whether words are long enough to be looked for in files, whatever is in these: two letters of a script of many letters,
 * a name for instance, or four of the others. Shorter ones are in every file by chance.
 */
export function isLongEnough(words: string): boolean {
  const letters = Array.from(bareWords(words));
  return letters.length >= (letters.some((letter) => /\p{sc=Han}|\p{sc=Hangul}|\p{sc=Kana}/u.test(letter)) ? 2 : 4);
}

function readings(text: string): readonly string[] {
  const read: string[] = [];
  if (text.includes('%')) {
    const once = percentDecoded(text);
    read.push(once, percentDecoded(once));
  }
  if (text.includes('&')) read.push(entitiesDecoded(text));
  if (text.includes('\\')) read.push(escapesDecoded(text));
  if (/=[0-9A-F]{2}/.test(text))
    read.push(percentDecoded(text.replace(/=\r?\n/g, '').replace(/=(?=[0-9A-F]{2})/g, '%')));
  return read;
}

/** Runs of escaped bytes that are UTF-8; others stay as they are. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

function entitiesDecoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#([0-9]{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replace(/&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|#8203);?/gi, ' ');
}

function escapesDecoded(text: string): string {
  return text.replace(/\\u(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4}))/gi, (_, long?: string, short?: string) =>
    character(Number.parseInt(long ?? short ?? '', 16)),
  );
}
