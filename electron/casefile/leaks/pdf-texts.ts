import { characterMapOf, shownIn, pdfTokens, type CharacterMap } from './pdf-strings.ts';

const big = new TextDecoder('utf-16be');
const chinese = new TextDecoder('gb18030');
/** Hashes are printed in full, on one line or more: figures in them are by chance. */
const hexadecimal = /^(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{16,}$/i;

/**
 * The fonts of a PDF as far as they say what their codes stand for. What a page names `F1` is looked up among all fonts
 * that any page calls so: a reading too many does no harm, one too few does.
 */
export class PdfFonts {
  readonly #maps = new Map<number, CharacterMap>();
  /** Font object → its map's object. */
  readonly #mapOf = new Map<number, number>();
  readonly #called = new Map<string, Set<number>>();

  learnObject(number: number, text: string): void {
    const map = /\/ToUnicode\s+(\d+)\s+\d+\s+R/.exec(text)?.[1];
    if (map !== undefined) this.#mapOf.set(number, Number(map));
    for (const [, name = '', object] of text.matchAll(/\/([^\s<>()[\]{}/%]{1,127})\s+(\d{1,9})\s+\d{1,5}\s+R/g)) {
      if (notFonts.has(name)) continue;
      const objects = this.#called.get(name) ?? new Set<number>();
      this.#called.set(name, objects.add(Number(object)));
    }
  }

  learnMap(number: number, text: string): void {
    this.#maps.set(number, characterMapOf(text));
  }

  /** Every map that a font of this name may have; all of them, where none is known by it. */
  #mapsOf(name: string): readonly CharacterMap[] {
    const own = [...(this.#called.get(name) ?? [])].flatMap(
      (font) => this.#maps.get(this.#mapOf.get(font) ?? -1) ?? [],
    );
    return own.length > 0 ? own : [...this.#maps.values()];
  }

  /**
   * What a content stream or an object may say: its strings one behind the other, in each reading that they can have.
   */
  *textsOf(content: string): Generator<string, void, undefined> {
    const shown: { bytes: Buffer; maps: readonly CharacterMap[] }[] = [];
    const known = new Map<string, readonly CharacterMap[]>();
    let maps: readonly CharacterMap[] = [...this.#maps.values()];
    for (const one of pdfTokens(content)) {
      if ('bytes' in one) {
        shown.push({ bytes: one.bytes, maps });
        continue;
      }
      maps = known.get(one.font) ?? this.#mapsOf(one.font);
      known.set(one.font, maps);
    }
    if (shown.length === 0) return;
    const joined = (read: (one: (typeof shown)[number]) => string) =>
      shown
        .map(read)
        .map((text) => (hexadecimal.test(text) ? '\n' : text))
        .join('');
    yield joined(({ bytes }) => bytes.toString('latin1'));
    yield joined(({ bytes }) => bytes.toString('utf8'));
    yield joined(({ bytes }) => big.decode(new Uint8Array(bytes)));
    yield joined(({ bytes }) => chinese.decode(bytes));
    const most = shown.reduce((count, one) => Math.max(count, one.maps.length), 0);
    for (let at = 0; at < most; at++)
      yield joined(({ bytes, maps: own }) => {
        const map = own[at % Math.max(1, own.length)];
        return map ? shownIn(map, bytes) : '';
      });
  }
}

/** Keys whose references are never a font that a page shows text in. */
const notFonts: ReadonlySet<string> = new Set(
  ['Parent', 'Contents', 'Length', 'Pages', 'Root', 'Info', 'Next', 'Prev', 'First', 'Last', 'Dest', 'SMask'].concat([
    'FontDescriptor',
    'FontFile',
    'FontFile2',
    'FontFile3',
    'ToUnicode',
    'CIDToGIDMap',
    'Metadata',
    'P',
    'A',
  ]),
);
