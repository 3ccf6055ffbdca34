import { hasHidden, visibleText } from '../../../shared/visible-text.ts';
import { ambiguous, isLatinSign } from './ambiguous-width.ts';
import { TrueTypeFile } from './true-type.ts';

/** Files of the fonts that text is set in. `fallbacks` are asked in order for what the first font lacks. */
export type FontFiles = Readonly<{ regular: string; bold: string; fallbacks: readonly string[] }>;

export type Weight = 'regular' | 'bold';

/** A font of a bundle by the name that pages give it: `R`, `B`, `F1` … */
type FontName = string;
export type NamedFont = Readonly<{ name: FontName; postScriptName: string; type: TrueTypeFile }>;

/** A piece of a text that one font shows; `advance` is its width for a size of 1. */
export type Piece = Readonly<{ font: NamedFont; text: string; advance: number }>;

/**
 * What text is set in: Noto Sans SC, and behind it fonts for rare name characters, further alphabets and emoji. What none
 * of them has is written visibly as `[U+20BB7]` and listed: never a blank.
 */
export class FontFaces {
  readonly #regular: NamedFont;
  readonly #bold: NamedFont;
  readonly #fallbacks: readonly NamedFont[];
  readonly #missing = new Set<number>();
  readonly #faces: Readonly<Record<Weight, FontFace>>;

  constructor({ regular, bold, fallbacks }: FontFiles) {
    const named = (name: string, file: string): NamedFont => ({
      name,
      postScriptName: (file.split(/[/\\]/).pop() ?? '').replace(/\.ttf$/i, '').replace(/[^A-Za-z0-9]/g, '-'),
      type: new TrueTypeFile(file),
    });
    this.#regular = named('R', regular);
    this.#bold = named('B', bold);
    this.#fallbacks = fallbacks.map((file, at) => named(`F${at + 1}`, file));
    this.#faces = {
      regular: new FontFace(this.#regular, this.#fallbacks, this.#missing),
      bold: new FontFace(this.#bold, this.#fallbacks, this.#missing),
    };
  }

  /** Code points that were asked for and no font has. */
  get missing(): readonly number[] {
    return [...this.#missing].sort((a, b) => a - b);
  }

  /** A face of one weight, for planning. */
  face(weight: Weight): FontFace {
    return this.#faces[weight];
  }

  get regular(): FontFace {
    return this.face('regular');
  }

  get bold(): FontFace {
    return this.face('bold');
  }

  /** The font whose space serves as the one invisible glyph. */
  get main(): NamedFont {
    return this.#regular;
  }
}

/** One weight with the fonts behind it. */
export class FontFace {
  readonly #main: NamedFont;
  readonly #fallbacks: readonly NamedFont[];
  readonly #missing: Set<number>;
  /** What was found for a code point: the same few thousand are asked for again and again. */
  readonly #found = new Map<number, Found>();
  readonly #foundLatin = new Map<number, Found>();

  constructor(main: NamedFont, fallbacks: readonly NamedFont[], missing: Set<number>) {
    this.#main = main;
    this.#fallbacks = fallbacks;
    this.#missing = missing;
  }

  /** The text as it can be shown: white space as spaces; what cannot be seen, and what no font has, by code. */
  showable(given: string): string {
    if (this.#isShowable(given)) return given; // as a rule: the string itself takes no more memory
    const spaced = given.replace(/[\t\n\r\u2028\u2029]/g, ' ');
    for (const [control] of spaced.matchAll(/[\u0000-\u001f\u007f-\u009f]/g)) this.#missing.add(control.charCodeAt(0));
    const text = visibleText(spaced);
    let shown = '';
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0;
      if (this.#find(point).shown) shown += character;
      else {
        shown += `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
        this.#missing.add(point);
      }
    }
    return shown;
  }

  #isShowable(text: string): boolean {
    if (hasHidden(text)) return false;
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      if (!this.#find(point).shown) return false;
      if (point > 0xffff) at += 1;
    }
    return true;
  }

  /**
   * Width in points of a showable text, never less than it takes as a part of a longer one: a sign at its edge, whose
   * neighbour is not known here, is counted as wide as the wider of its two forms.
   */
  measure(text: string, size: number): number {
    let width = 0;
    if (ambiguous.test(text)) {
      const characters = Array.from(text);
      for (const [at, character] of characters.entries()) {
        const edge = at === 0 || at === characters.length - 1;
        width += edge && ambiguous.test(character) ? this.#widest(character) : this.#at(characters, at).advance;
      }
    } else {
      for (let at = 0; at < text.length; at += 1) {
        const point = text.codePointAt(at) ?? 0;
        width += this.#find(point).advance;
        if (point > 0xffff) at += 1;
      }
    }
    return width * size;
  }

  /** A showable text in the pieces that one font each shows. */
  pieces(text: string): readonly Piece[] {
    if (!ambiguous.test(text)) return this.#piecesAlone(text);
    const pieces: { font: NamedFont; text: string; advance: number }[] = [];
    const characters = Array.from(text);
    for (const [at, character] of characters.entries()) {
      const { font, advance } = this.#at(characters, at);
      const last = pieces.at(-1);
      if (last?.font === font) {
        last.text += character;
        last.advance += advance;
      } else pieces.push({ font, text: character, advance });
    }
    return pieces;
  }

  /** The same where no character depends on its neighbours: cut from the text, not put together. */
  #piecesAlone(text: string): readonly Piece[] {
    const pieces: Piece[] = [];
    let font: NamedFont | null = null;
    let [from, advance] = [0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      const found = this.#find(point);
      if (found.font !== font) {
        if (font) pieces.push({ font, text: text.slice(from, at), advance });
        font = found.font;
        from = at;
        advance = 0;
      }
      advance += found.advance;
      if (point > 0xffff) at += 1;
    }
    if (font) pieces.push({ font, text: text.slice(from), advance });
    return pieces;
  }

  #widest(sign: string): number {
    const point = sign.codePointAt(0) ?? 0;
    return Math.max(this.#find(point).advance, this.#findLatin(point).advance);
  }

  #at(characters: readonly string[], at: number): Found {
    const character = characters[at] ?? '';
    const point = character.codePointAt(0) ?? 0;
    const latin =
      point >= 0x80 &&
      ambiguous.test(character) &&
      isLatinSign(character, characters[at - 1] ?? '', characters[at + 1] ?? '');
    return latin ? this.#findLatin(point) : this.#find(point);
  }

  #find(point: number): Found {
    return this.#found.get(point) ?? this.#firstOf([this.#main, ...this.#fallbacks], point, this.#found);
  }

  /** As the first font behind the Chinese one draws it. */
  #findLatin(point: number): Found {
    return this.#foundLatin.get(point) ?? this.#firstOf([...this.#fallbacks, this.#main], point, this.#foundLatin);
  }

  #firstOf(fonts: readonly NamedFont[], point: number, known: Map<number, Found>): Found {
    const showing = fonts.find(({ type }) => shows(type, point));
    const font = showing ?? this.#main;
    const found = {
      font,
      shown: showing !== undefined,
      advance: font.type.advanceOf(font.type.glyphOf(point)) / font.type.unitsPerEm,
    };
    known.set(point, found);
    return found;
  }
}

/** The font that shows a character, or the first where none does (`shown` false), and its width for a size of 1. */
type Found = Readonly<{ font: NamedFont; shown: boolean; advance: number }>;

/** Characters that are rightly drawn as nothing: spaces, marks that only steer (joiners, directions, variants), controls. */
const unseen = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;

/** Whether a font has a glyph for a character, and one that can be seen where the character is to be seen. */
function shows(type: TrueTypeFile, point: number): boolean {
  const glyph = type.glyphOf(point);
  return glyph > 0 && (!type.isBlank(glyph) || unseen.test(String.fromCodePoint(point)));
}
