/**
 * Characters that change how a text looks without being seen: controls, line and paragraph separators, bidirectional
 * marks, overrides and isolates, zero-width characters, soft hyphen, tag characters. In a file name or a title they can
 * make `annex[U+202E]fdp.exe` look like `annexexe.pdf` (Unicode TR 36).
 */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

/** The text with every hidden character written out: `a\u202eb` → `a[U+202E]b`. What is stored stays as it was. */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(hidden, (character) => {
    const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${point}]`;
  });
}

/** The same of a text whose line breaks are meant: each of its lines by itself. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

/** Whether a text holds a hidden character. */
export function hasHidden(text: string): boolean {
  return text.search(hidden) >= 0;
}

/** The text without its hidden characters: for words that are only searched and copied, never read. */
export function withoutHidden(text: string): string {
  return text.toWellFormed().replace(hidden, '');
}
