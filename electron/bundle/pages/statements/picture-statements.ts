import type { Reason } from '../../../../shared/case/record.ts';
import { picturesFor } from '../exhibit/exhibit-pictures.ts';
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
export const asStored = (exhibit: BundleExhibit, { pictures }: Pick<BundleModel, 'pictures'>): boolean =>
  !hasRecoded(exhibit, pictures) && !exhibit.record.redaction && !exhibit.record.stitched;

/** Whether a filing copy shows a smaller copy of some of its pictures. */
export const hasRecoded = (exhibit: BundleExhibit, pictures: BundleModel['pictures']): boolean =>
  picturesFor(exhibit).some(({ sha256 }) => (pictures.of(sha256)?.loss ?? null) !== null);

/** What intake said of a file and of the files that it carries. */
function reasonsOf({ record }: BundleExhibit): readonly Reason[] {
  const parts = record.kind === 'import' ? record.parts : record.file?.parts;
  return [
    ...record.steps.flatMap(({ reason }) => (reason ? [reason] : [])),
    ...record.warnings,
    ...(parts ?? []).flatMap(({ warnings }) => warnings),
  ];
}

/** What intake did to a file so that it has pages: each with what the step log says of it. */
function conversionsOf(exhibit: BundleExhibit, language: BundleModel['language']): readonly string[] {
  const told = reasonsOf(exhibit).filter(({ code }) => code.startsWith('converted-'));
  return [...new Set(told.map((reason) => describeReason(reason, language)))];
}

/** Browsers by which HTML of its files was drawn here: only of pictures that are still among its files. */
function drawnBy(exhibit: BundleExhibit): readonly string[] {
  if (!hasRole(exhibit, 'drawn-tile')) return [];
  const told = reasonsOf(exhibit).filter(({ code }) => code === 'html-drawn-here');
  return [...new Set(told.map(({ params }) => String(params?.['by'])))];
}

/** How the pictures on the pages come from the files that lie in the case: as they are, converted, or recoded. */
export function pictureStatements(model: BundleModel): readonly string[] {
  const { t, exhibits, language, pictures } = model;
  const converted = exhibits.flatMap((exhibit) =>
    conversionsOf(exhibit, language).map((what) => ({ number: exhibit.number, what })),
  );
  const drawn = exhibits.flatMap((exhibit) => drawnBy(exhibit).map((by) => ({ number: exhibit.number, by })));
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
    ...[...Map.groupBy(drawn, ({ by }) => by)].map(([by, some]) =>
      t('certDrawn', { numbers: numbersOf(some, language), by }),
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
