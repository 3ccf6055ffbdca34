import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { framesOver } from '../../quoted-words.ts';
import { numbersOf } from './certificate-paths.ts';

const hasRole = ({ record: { artifacts } }: BundleExhibit, ...roles: readonly string[]): boolean =>
  artifacts.some(({ role }) => roles.includes(role));

/** Whether an exhibit's pages show pictures that lie in the case as files. */
export const storedPictures = (exhibit: BundleExhibit): boolean => captured(exhibit) || imported(exhibit);

const captured = (exhibit: BundleExhibit): boolean =>
  exhibit.record.kind === 'capture' && hasRole(exhibit, 'screenshot-tile', 'screenshot-region');

function imported(exhibit: BundleExhibit): boolean {
  const { record } = exhibit;
  const pages = record.kind === 'import' ? record.pages : record.file?.pages;
  return pages?.as === 'images' && hasRole(exhibit, 'original') && !hasRole(exhibit, 'page-image');
}

/** Whether nothing was done to the picture between the file as it came and the page: it was not painted over or recoded. */
export const asStored = ({ record }: BundleExhibit, { pictures }: Pick<BundleModel, 'pictures'>): boolean =>
  !pictures.recoded && !record.redaction && !record.stitched;

/** What intake did to a file so that it has pages: each with what the step log says of it. */
function conversionsOf({ record }: BundleExhibit, language: BundleModel['language']): readonly string[] {
  const parts = record.kind === 'import' ? record.parts : record.file?.parts;
  const reasons = [
    ...record.steps.flatMap(({ reason }) => (reason ? [reason] : [])),
    ...record.warnings,
    ...(parts ?? []).flatMap(({ warnings }) => warnings),
  ];
  const told = reasons.filter(({ code }) => code.startsWith('converted-'));
  return [...new Set(told.map((reason) => describeReason(reason, language)))];
}

/** How the pictures on the pages come from the files that lie in the case: as they are, converted, or recoded. */
export function pictureStatements(model: BundleModel): readonly string[] {
  const { t, exhibits, language, pictures } = model;
  const converted = exhibits.flatMap((exhibit) =>
    conversionsOf(exhibit, language).map((what) => ({ number: exhibit.number, what })),
  );
  const made = exhibits.filter(
    (exhibit) => hasRole(exhibit, 'page-image') && !exhibit.record.stitched && !exhibit.record.redaction,
  );
  const whole = exhibits.filter((exhibit) => asStored(exhibit, model));
  const one = (name: 'certPageImages' | 'certOriginals' | 'certOriginalFiles', some: readonly BundleExhibit[]) =>
    some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  const framed = exhibits.some(({ exhibit }) => (exhibit.marks ?? []).length > 0);
  return [
    ...[...Map.groupBy(converted, ({ what }) => what)].map(([what, some]) =>
      t('certConverted', { numbers: numbersOf(some, language), what }),
    ),
    ...one('certPageImages', made),
    ...(pictures.recoded ? [t('certRecoded')] : []),
    ...one('certOriginals', whole.filter(captured)),
    ...one(
      'certOriginalFiles',
      whole.filter((exhibit) => !captured(exhibit) && imported(exhibit)),
    ),
    ...(framed ? [t('certOverlay')] : []),
    ...(exhibits.some((exhibit) => framesOver(exhibit, model).quoted) ? [t('certQuoted')] : []),
  ];
}
