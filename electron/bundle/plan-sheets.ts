import type { PartName } from '../../shared/profile/profile.ts';
import type { BundleModel } from './model.ts';
import { addendumSheets } from './pages/addendum.ts';
import { catalogueSheets } from './pages/catalogue.ts';
import { certificateSheets } from './pages/certificate.ts';
import { chronologySheets } from './pages/chronology.ts';
import { comparisonSheets } from './pages/comparison.ts';
import { complianceSheets } from './pages/compliance.ts';
import { coverSheets } from './pages/cover.ts';
import { custodySheets } from './pages/custody.ts';
import { dividerSheets } from './pages/divider.ts';
import { exhibitPages } from './pages/exhibit-pages.ts';
import { exhibitSheets } from './pages/exhibit-sheet.ts';
import { hashListSheets } from './pages/hash-list.ts';
import { keySheets } from './pages/key-page.ts';
import { matrixSheets } from './pages/matrix.ts';
import { mediaSheets } from './pages/media.ts';
import { recodedSheets } from './pages/recoded.ts';
import { spreadSheets } from './pages/spread.ts';
import { sideBySideSheets } from './pages/side-by-side.ts';
import { traceSheets } from './pages/trace-page.ts';
import { verificationSheets } from './pages/verification.ts';
import { workingSheets } from './pages/working.ts';
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

type SinglePart = Exclude<PartName, 'cover' | 'exhibits'>;

const front: readonly SinglePart[] = ['catalogue', 'matrix', 'chronology'];
/** What a report on compliance does not have: it tells what was seen, not what is to be proven. */
const ofThePlan: ReadonlySet<SinglePart> = new Set(['matrix', 'chronology', 'media']);
const back: readonly SinglePart[] = ['media', 'hash-list', 'certificate', 'custody', 'verification'];

/**
 * All parts in the order in which a court reads them, as the profile wants them. A bundle that adds to one filed before
 * has the new exhibits only, after a catalogue of everything.
 * @param collect called between parts and exhibits: lets go of what was laid out
 */
export function planSheets(model: BundleModel, collect: () => void = () => undefined): PlannedSheets {
  const partOf: Readonly<Record<SinglePart, () => readonly Sheet[]>> = {
    catalogue: () => catalogueSheets(model),
    matrix: () => matrixSheets(model),
    chronology: () => chronologySheets(model),
    media: () => [...mediaSheets(model), ...spreadSheets(model)],
    'hash-list': () => [...hashListSheets(model), ...recodedSheets(model)],
    certificate: () => certificateSheets(model),
    custody: () => custodySheets(model),
    verification: () => verificationSheets(model),
  };
  const wanted = (parts: readonly SinglePart[]) =>
    parts
      .filter((part) => model.profile.parts.includes(part) && !(model.compliance && ofThePlan.has(part)))
      .flatMap((part) => {
        collect();
        return laidOutTwice(partOf[part]);
      });
  const planned: PlannedSheets = {
    front: [
      ...coverSheets(model, 1, false),
      ...addendumSheets(model),
      ...complianceSheets(model),
      ...sideBySideSheets(model),
      ...wanted(front),
    ],
    exhibits: model.exhibits.map((exhibit) => {
      if (model.reissue?.exhibits.has(exhibit.number)) return [];
      collect();
      return [
        ...dividerSheets(exhibit, model),
        ...laidOutTwice(() => exhibitSheets(exhibit, model)),
        ...keySheets(exhibit, model),
        ...traceSheets(exhibit, model),
        ...(model.annexed.has(exhibit.index) ? [] : exhibitPages(exhibit, model)),
      ];
    }),
    back: [...comparisonSheets(model), ...wanted(back), ...workingSheets(model)],
    annex: model.exhibits
      .filter(({ index, number }) => model.annexed.has(index) && !model.reissue?.exhibits.has(number))
      .map((exhibit) => exhibitPages(exhibit, model)),
    coverOf: (volume, annex) => coverSheets(model, volume, annex),
  };
  // So that a character which no font has is seen before anything is drawn.
  for (const { header } of [...planned.front, ...planned.exhibits.flat(), ...planned.back, ...planned.annex.flat()])
    model.fonts.regular.showable(header);
  return planned;
}

/**
 * Sheets that are laid out to be counted, let go, and laid out again when the first of them is drawn: the cells of 1,000
 * exhibit sheets took more memory than all else together.
 */
function laidOutTwice(layOut: () => readonly Sheet[]): readonly Sheet[] {
  let again: (Sheet | null)[] | null = null;
  return layOut().map(({ size, kind, exhibit, header }, at, { length }): Sheet => ({
    size,
    kind,
    exhibit,
    header,
    draw: (canvas, context) => {
      again ??= [...layOut()];
      again[at]?.draw(canvas, context);
      again[at] = null;
      if (at === length - 1) again = null;
    },
  }));
}
