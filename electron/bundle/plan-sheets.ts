import { onOneLine } from '../../shared/bilingual.ts';
import type { BundleExhibit, BundleModel } from './model.ts';
import { coverPages, cover } from './pages/front/cover.ts';
import { openingOf } from './pages/exhibit/opening.ts';
import { asSheets, exhibitSheetsOf, sheetsOf, type Opening, type PageKind } from './pages/page-kind.ts';
import { pageKinds } from './pages/registry.ts';
import type { Sheet } from './sheet.ts';

/** The sheets of a bundle: what stands before the exhibits, each exhibit, what stands after them, and the annex. */
export type PlannedSheets = Readonly<{
  front: readonly Sheet[];
  exhibits: readonly (readonly Sheet[])[];
  back: readonly Sheet[];
  /** What is looked up, then the full pages of each exhibit that has them there. */
  annex: Readonly<{ lists: readonly Sheet[]; exhibits: readonly (readonly Sheet[])[] }>;
  /** The cover of a further volume. */
  coverOf(volume: number, annex: boolean): readonly Sheet[];
}>;

/**
 * All kinds of pages in the order of their registry, as the profile wants them. A bundle that adds to one filed before
 * has the new exhibits only, after a catalogue of everything.
 * @param collect called between parts and exhibits: lets go of what was laid out
 */
export function planSheets(model: BundleModel, collect: () => void = () => undefined): PlannedSheets {
  const filedBefore = ({ number }: BundleExhibit) => model.reissue?.exhibits.has(number) === true;
  const inAnnex = ({ index }: BundleExhibit) => model.annexed.has(index);
  const wanted = (kinds: readonly PageKind[]) =>
    kinds
      .filter(({ part }) => part === null || model.profile.parts.includes(part))
      .flatMap((kind) => {
        collect();
        return sheetsOf(kind, model);
      });
  const planned: PlannedSheets = {
    front: wanted(pageKinds.front),
    exhibits: model.exhibits.map((exhibit) => {
      if (filedBefore(exhibit)) return [];
      collect();
      return openedSheets(exhibit, model, inAnnex(exhibit));
    }),
    back: wanted(pageKinds.back),
    annex: {
      lists: wanted(pageKinds.annex),
      exhibits: model.exhibits
        .filter((exhibit) => inAnnex(exhibit) && !filedBefore(exhibit))
        .map((exhibit) =>
          pageKinds.exhibit.filter(({ full }) => full).flatMap((kind) => exhibitSheetsOf(kind, exhibit, model, null)),
        ),
    },
    coverOf: (volume, annex) => asSheets(cover, null, coverPages(model, volume, annex)),
  };
  // So that a character which no font has is seen before anything is drawn.
  for (const { header } of everySheet(planned)) model.fonts.regular.showable(onOneLine(header));
  return planned;
}

const everySheet = ({ front, exhibits, back, annex }: PlannedSheets): readonly Sheet[] => [
  ...front,
  ...exhibits.flat(),
  ...back,
  ...annex.lists,
  ...annex.exhibits.flat(),
];

/** The pages of an exhibit; the first that shows it is opened by the strip. */
function openedSheets(exhibit: BundleExhibit, model: BundleModel, inAnnex: boolean): readonly Sheet[] {
  let opening: Opening | null = openingOf(exhibit, model);
  const both = inAnnex ? null : onOnePage(exhibit, model, opening);
  return pageKinds.exhibit
    .filter(({ full }) => !(full && inAnnex))
    .flatMap((kind) => {
      if (both && kind.full) return [];
      if (both && kind.asOpening) {
        opening = null;
        return [both];
      }
      const sheets = exhibitSheetsOf(kind, exhibit, model, kind.opens ? opening : null);
      if (kind.opens && sheets.length > 0) opening = null;
      return sheets;
    });
}

/**
 * What an exhibit's key page shows with the whole exhibit under it: where both have room on one page, and the exhibit stands
 * there as large as on a page of its own.
 */
function onOnePage(exhibit: BundleExhibit, model: BundleModel, opening: Opening): Sheet | null {
  const above = pageKinds.exhibit.flatMap((kind) => kind.asOpening?.(exhibit, model, opening) ?? []);
  const full = pageKinds.exhibit.find((kind) => kind.full);
  if (!full || above.length === 0) return null;
  const [own, ...more] = exhibitSheetsOf(full, exhibit, model, null);
  if (!own?.shows || more.length > 0) return null;
  for (const { opening: tall, page } of above) {
    const [sheet, ...others] = exhibitSheetsOf(full, exhibit, model, tall);
    if (!sheet?.shows || others.length > 0 || sheet.size !== model.layout.portrait) continue;
    if (sheet.shows.scale < own.shows.scale || sheet.shows.shown.width !== own.shows.shown.width) continue;
    const pictures = [...new Set([...(page.pictures ?? []), ...(sheet.pictures ?? [])])];
    return { ...sheet, ...page, pictures };
  }
  return null;
}
