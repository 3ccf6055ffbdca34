import type { Text } from '../../../shared/language.ts';
import type { BundleText } from '../../../shared/messages/papers/bundle-messages.ts';
import type { PartName } from '../../../shared/profile/profile.ts';
import { textsIn, type BundleExhibit, type BundleModel, type SayText } from '../model.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { DrawContext, Page, Sheet } from '../sheet.ts';

/** The model that a page is laid out from, whose `t` knows the page's own words too. */
export type ModelWith<W extends Words> = Omit<BundleModel, 't'> &
  Readonly<{ t: SayText<BundleText | (keyof W & string)> }>;

type Words = Readonly<Record<string, Text>>;

type EveryKind = Readonly<{
  /** Its name in the manifest; kept for ever, for manifests that were filed hold it. */
  kind: string;
  /** What no other page says; the words that several say are in `shared/messages/papers/`. */
  words: Words;
  /**
   * Laid out to be counted, let go, and laid out again when the first of its pages is drawn: for tables and sheets that
   * grow with the exhibits. What shows pictures or documents is laid out once.
   */
  laidOut: 'once' | 'twice';
}>;

/** A kind of page that belongs to no exhibit: before the exhibits, or behind them. */
export type PageKind = EveryKind &
  Readonly<{
    /** The part of a profile that it comes with; null: no profile asks for it, it is there where it has something. */
    part: PartName | null;
    /** Its line in the outline of the PDF. */
    bookmark(model: BundleModel): string;
    /** Whether this bundle has it, where the profile wants its part. */
    when(model: BundleModel): boolean;
    /** How many pages it takes must never depend on page numbers. */
    plan(model: BundleModel): readonly Page[];
  }>;

/** What stands above an exhibit's first page. */
export type Opening = Readonly<{
  /** Points that it takes from the top of the page's field. */
  height: number;
  draw(canvas: Canvas, context: DrawContext): void;
  /** Its pictures, after the words of the whole page: nothing is written after a picture. */
  drawPictures?(canvas: Canvas, context: DrawContext): void;
}>;

/** A page whose exhibit has room on it, to be shown under it: how much it takes, and what the page then is. */
export type OpeningPage = Readonly<{ opening: Opening; page: Pick<Sheet, 'kind' | 'mark' | 'header' | 'pictures'> }>;

/** A kind of page that belongs to an exhibit. In the outline the exhibit has one line for all of its pages. */
export type ExhibitPageKind = EveryKind &
  Readonly<{
    /** Whether it shows the exhibit itself, whole: what key pages cite, and what may stand in an annex volume. */
    full: boolean;
    /** Whether it shows something of the exhibit, so that the opening may stand above its first page. */
    opens: boolean;
    /** Whether this bundle has it for this exhibit. */
    when(exhibit: BundleExhibit, model: BundleModel): boolean;
    /** @param opening what it draws above its first page; null: an earlier page has it */
    plan(exhibit: BundleExhibit, model: BundleModel, opening: Opening | null): readonly Page[];
    /** Its one page as what stands above the exhibit's own, the best first; none where it cannot be so. */
    asOpening?(exhibit: BundleExhibit, model: BundleModel, opening: Opening): readonly OpeningPage[];
  }>;

/** A kind of page with the words of its own, which its `bookmark` and `plan` find in the model's `t`. */
export function pageKind<W extends Words>(
  kind: Omit<PageKind, 'words' | 'bookmark' | 'plan'> &
    Readonly<{
      words: W;
      bookmark(model: ModelWith<W>): string;
      plan(model: ModelWith<W>): readonly Page[];
    }>,
): PageKind {
  return {
    ...kind,
    bookmark: (model) => kind.bookmark(withWords(model, kind.words)),
    plan: (model) => kind.plan(withWords(model, kind.words)),
  };
}

export function exhibitPageKind<W extends Words>(
  kind: Omit<ExhibitPageKind, 'words' | 'plan' | 'asOpening'> &
    Readonly<{
      words: W;
      plan(exhibit: BundleExhibit, model: ModelWith<W>, opening: Opening | null): readonly Page[];
      asOpening?(exhibit: BundleExhibit, model: ModelWith<W>, opening: Opening): readonly OpeningPage[];
    }>,
): ExhibitPageKind {
  const { asOpening, ...others } = kind;
  return {
    ...others,
    plan: (exhibit, model, opening) => kind.plan(exhibit, withWords(model, kind.words), opening),
    ...(asOpening && {
      asOpening: (exhibit, model, opening) => asOpening(exhibit, withWords(model, kind.words), opening),
    }),
  };
}

export const withWords = <W extends Words>(model: BundleModel, words: W): ModelWith<W> => ({
  ...model,
  t: textsIn(model.language, words, model.profile.terms),
});

/** The pages of a kind as sheets of the bundle. */
export function sheetsOf(kind: PageKind, model: BundleModel): readonly Sheet[] {
  if (!kind.when(model)) return [];
  return laidOut(kind, () => asSheets(kind, null, kind.plan(model)));
}

export function exhibitSheetsOf(
  kind: ExhibitPageKind,
  exhibit: BundleExhibit,
  model: BundleModel,
  opening: Opening | null,
): readonly Sheet[] {
  if (!kind.when(exhibit, model)) return [];
  return laidOut(kind, () =>
    asSheets(kind, { number: exhibit.number, index: exhibit.index }, kind.plan(exhibit, model, opening)),
  );
}

export function asSheets({ kind }: EveryKind, exhibit: Sheet['exhibit'], pages: readonly Page[]): readonly Sheet[] {
  return pages.map((page) => ({ ...page, kind, exhibit }));
}

/** The cells of a technical annex of 1,000 exhibits took more memory than all else together: they are let go until they are drawn. */
function laidOut({ laidOut: how }: EveryKind, layOut: () => readonly Sheet[]): readonly Sheet[] {
  if (how === 'once') return layOut();
  let again: (Sheet | null)[] | null = null;
  return layOut().map(({ size, kind, exhibit, header, mark, tells }, at, { length }): Sheet => ({
    size,
    kind,
    exhibit,
    header,
    ...(mark !== undefined && { mark }),
    ...(tells && { tells }),
    draw: (canvas, context) => {
      again ??= [...layOut()];
      again[at]?.draw(canvas, context);
      again[at] = null;
      if (at === length - 1) again = null;
    },
  }));
}
