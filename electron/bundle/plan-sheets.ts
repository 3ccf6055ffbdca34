import type { BundleExhibit, BundleModel } from './model.ts';
import { coverPages, cover } from './pages/front/cover.ts';
import { asSheets, exhibitSheetsOf, sheetsOf, type PageKind } from './pages/page-kind.ts';
import { pageKinds } from './pages/registry.ts';
import type { Sheet } from './sheet.ts';

/** The sheets of a bundle: what stands before the exhibits, each exhibit, what stands after them, and in an annex. */
export type PlannedSheets = Readonly<{
  front: readonly Sheet[];
  exhibits: readonly (readonly Sheet[])[];
  back: readonly Sheet[];
  /** The full pages of each exhibit that has them there. */
  annex: readonly (readonly Sheet[])[];
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
      return pageKinds.exhibit
        .filter(({ full }) => !(full && inAnnex(exhibit)))
        .flatMap((kind) => exhibitSheetsOf(kind, exhibit, model));
    }),
    back: wanted(pageKinds.back),
    annex: model.exhibits
      .filter((exhibit) => inAnnex(exhibit) && !filedBefore(exhibit))
      .map((exhibit) =>
        pageKinds.exhibit.filter(({ full }) => full).flatMap((kind) => exhibitSheetsOf(kind, exhibit, model)),
      ),
    coverOf: (volume, annex) => asSheets(cover, null, coverPages(model, volume, annex)),
  };
  // So that a character which no font has is seen before anything is drawn.
  for (const { header } of [...planned.front, ...planned.exhibits.flat(), ...planned.back, ...planned.annex.flat()])
    model.fonts.regular.showable(header);
  return planned;
}
