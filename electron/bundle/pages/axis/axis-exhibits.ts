import { inBoth, sidesOf } from '../../../../shared/bilingual.ts';
import { languagesOf } from '../../../../shared/language.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import type { LateLine } from '../blocks/cell-form.ts';
import { narrowPinpoint, runPinpoint } from '../statements/pinpoint.ts';
import type { AxisRow } from './axis-rows.ts';

/** Points of their letters. */
export const pinpointSize = 8;
const from = '← ';

/** What a row cites, each a link to the very words where they are found; then the exhibits that it took from. */
export function exhibitLines(row: AxisRow, width: number, model: BundleModel): readonly LateLine[] {
  const style = { size: pinpointSize };
  if (row.told.of === 'captured' || row.told.of === 'imported') return runs(row.told.exhibits, width, model);
  const room = width - model.fonts.regular.measure(from, pinpointSize);
  return [
    ...row.cites.flatMap(({ exhibit, words }) => narrowPinpoint(exhibit, words, width, style, model)),
    ...row.sources.flatMap(({ exhibit, words }) =>
      narrowPinpoint(exhibit, words, room, style, model).map((line) => ({ ...line, text: after(from, line) })),
    ),
  ];
}

const after =
  (sign: string, { text, quiet }: LateLine): LateLine['text'] =>
  (numbers) => {
    const [first, second] = sidesOf(text(numbers));
    const own = quiet ? first : `${sign}${first}`;
    return second === undefined ? own : inBoth(own, second);
  };

/** Exhibits one after the other with pages one after the other, in one line; any other by itself. */
function runs(some: readonly BundleExhibit[], width: number, model: BundleModel): readonly LateLine[] {
  const { annexed, reissue, fonts } = model;
  const isFiledBefore = ({ number }: BundleExhibit) => reissue?.exhibits.has(number) === true;
  const found: BundleExhibit[][] = [];
  for (const one of some) {
    const before = found.at(-1)?.at(-1);
    const goesOn =
      before?.index === one.index - 1 &&
      !annexed.has(before.index) &&
      !annexed.has(one.index) &&
      isFiledBefore(before) === isFiledBefore(one);
    if (goesOn) found.at(-1)?.push(one);
    else found.push([one]);
  }
  return found.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    if (first === last) return narrowPinpoint(first, [], width, { size: pinpointSize }, model);
    const whole = runPinpoint(first, last, model);
    const like = `证据${first.number}–${last.number}第00–00页   Exhibits ${first.number}–${last.number}, pp. 00–000`;
    const languages = languagesOf(model.language);
    if (languages.length === 1 || fonts.regular.measure(fonts.regular.showable(like), pinpointSize) <= width)
      return [whole];
    return languages.map((language, at) => ({
      ...runPinpoint(first, last, { ...model, language }),
      ...(at > 0 && { quiet: true as const }),
    }));
  });
}
