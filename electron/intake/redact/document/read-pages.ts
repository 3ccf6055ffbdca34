import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { scaledRun } from '../../../../shared/page/letters.ts';
import { pixelsPerPoint, type openDrawable } from '../../open-drawable.ts';
import { GlyphWalk, type Glyph } from './glyph-walk.ts';

export type DrawablePdf = Awaited<ReturnType<typeof openDrawable>>;
export type DrawablePage = Awaited<ReturnType<DrawablePdf['document']['getPage']>>;

/** What a page says, before it is drawn. */
export type ReadPage = Readonly<{
  page: number;
  /** Pixels for one of its points, in the picture that is made of it. */
  scale: number;
  glyphs: readonly Glyph[];
  /** What a machine read in its picture; pixels. */
  machine: readonly TextRun[];
  /** False where it shows pictures, or letters without a meaning, of which nobody knows what they say. */
  isRead: boolean;
  /** True where letters are of fonts that are not in the file. */
  isReplaced: boolean;
}>;

/** A page number or a stamp's text layer is no text of a page. */
const fewestLetters = 12;
/** Single signs without a meaning are bullets; so many in a row are words. */
const meaningless = /[\p{Cc}\p{Co}\p{Cn}\ufffd]{3}/u;

/** The glyphs of all pages, in the order in which each page draws them. */
export async function readPages(
  pdf: DrawablePdf,
  machineRead: readonly (readonly [page: number, runs: readonly TextRun[]])[],
): Promise<readonly ReadPage[]> {
  const byMachine = new Map(machineRead);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.document.numPages; number++) {
    const page = await pdf.document.getPage(number);
    const scale = scaleOf(page);
    const walk = walkOf(pdf, page);
    const { fnArray, argsArray } = await page.getOperatorList();
    const operators = fnArray as readonly number[];
    const args = argsArray as readonly (readonly unknown[] | null)[];
    for (const [at, operator] of operators.entries()) {
      const own = args[at] ?? [];
      if (operator === pdf.operators.dependency) for (const name of own) await loaded(page, String(name));
      else walk.take(operator, own);
    }
    const { glyphs } = walk;
    const text = glyphs.map((one) => one.text).join('');
    const machine = (byMachine.get(number) ?? []).map((run) => scaledRun(run, scale));
    const unseenIn = holdsPictures(pdf, operators) && text.trim().length < fewestLetters && machine.length === 0;
    const isRead = !unseenIn && !meaningless.test(text) && !args.some((one) => holdsWords(pdf, one));
    pages.push({
      page: number,
      scale,
      glyphs,
      machine,
      isRead,
      isReplaced: glyphs.some(({ replaced, text: own }) => replaced && own.trim() !== ''),
    });
    page.cleanup();
  }
  return pages;
}

export function scaleOf(page: DrawablePage): number {
  const { width, height } = page.getViewport({ scale: 1 });
  return pixelsPerPoint(width, height);
}

/** Follows a page's operators in the pixels of its picture. */
export function walkOf({ operators }: DrawablePdf, page: DrawablePage): GlyphWalk {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.getViewport({ scale: scaleOf(page) }).transform;
  const { commonObjs } = page as unknown as { commonObjs: FontStore }; // told by no type
  return new GlyphWalk(operators, [a, b, c, d, e, f], (name) => (commonObjs.has(name) ? commonObjs.get(name) : null));
}

type FontStore = Readonly<{ has(name: string): boolean; get(name: string, then?: () => void): unknown }>;

/** Until a font is there; of a picture nobody waits. */
async function loaded(page: DrawablePage, name: string): Promise<void> {
  if (!name.startsWith('g_')) return;
  const { commonObjs } = page as unknown as { commonObjs: FontStore }; // told by no type
  if (!commonObjs.has(name)) await new Promise<void>((then) => commonObjs.get(name, () => then()));
}

function holdsPictures({ operators: is }: DrawablePdf, operators: readonly number[]): boolean {
  const pictures = new Set<number>([
    is.paintImageXObject,
    is.paintInlineImageXObject,
    is.paintImageMaskXObject,
    is.paintImageXObjectRepeat,
    is.paintImageMaskXObjectRepeat,
    is.paintImageMaskXObjectGroup,
    is.paintInlineImageXObjectGroup,
  ]);
  return operators.some((one) => pictures.has(one));
}

/** Whether an operator's arguments draw words of their own, as the pattern of an area does. */
function holdsWords({ operators: is }: DrawablePdf, args: unknown): boolean {
  if (!Array.isArray(args)) return false;
  return args.some((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('fnArray' in one)) return false;
    const { fnArray, argsArray } = one as { fnArray: readonly number[]; argsArray?: readonly unknown[] };
    return (
      fnArray.includes(is.showText) ||
      (argsArray ?? []).some((inner) => holdsWords({ operators: is } as DrawablePdf, inner))
    );
  });
}
