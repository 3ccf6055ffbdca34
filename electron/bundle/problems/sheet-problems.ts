import { findWords } from '../../../shared/page/find-words.ts';
import { bareWords } from '../../../shared/redaction/same-words.ts';
import { leastLegible, printedSize } from '../../../shared/plan/pictures/legible.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import { glyphProblems } from './glyph-problems.ts';
import type { BundleModel } from '../model.ts';
import { hashList } from '../pages/back/hash-list.ts';
import { filedPictures, picturesFor } from '../pages/exhibit/exhibit-pictures.ts';
import { catalogue } from '../pages/front/catalogue.ts';
import { cover } from '../pages/front/cover.ts';
import type { PlannedVolumes } from '../plan-volumes.ts';

type Add = (code: Parameters<typeof problem>[0], where: string, params?: Parameters<typeof problem>[3]) => Problem;

/** What shows only when the pages are planned. */
export function planProblems(planned: PlannedVolumes, model: BundleModel, unreadable: boolean): readonly Problem[] {
  const add: Add = (code, where, params = {}) => problem(code, where, model.language, params);
  return [
    ...glyphProblems(model),
    ...(unreadable ? [unreadableProblem(planned, model, add)] : []),
    ...structureProblems(planned, model, add),
    ...model.exhibits.flatMap((exhibit) => [
      ...markProblems(exhibit, add),
      ...legibleProblems(exhibit, planned, model, add),
      ...resolutionProblems(exhibit, planned, model, add),
      ...croppedProblems(exhibit, planned, model, add),
    ]),
  ];
}

function unreadableProblem({ volumes }: PlannedVolumes, { exhibits, pictures }: BundleModel, add: Add): Problem {
  const bytes = exhibits.flatMap(picturesFor).reduce((sum, { sha256 }) => sum + (pictures.of(sha256)?.bytes ?? 0), 0);
  return add('copy-unreadable', 'case', { megabytes: (bytes / 1e6).toFixed(1), volumes: volumes.length });
}

/** A place to sign, and a place for every file in the hash list, where the profile has one. */
function structureProblems(
  { sheets }: PlannedVolumes,
  { profile, exhibits }: BundleModel,
  add: Add,
): readonly Problem[] {
  const kinds = new Set(sheets.map(({ kind }) => kind));
  const unlisted = profile.parts.includes('hash-list') && !kinds.has(hashList.kind) ? exhibits : [];
  return [
    ...(kinds.has(cover.kind) && kinds.has(catalogue.kind) ? [] : [add('signature-block-missing', 'catalogue')]),
    ...unlisted.flatMap(({ number, record }) =>
      record.artifacts.map(({ name }) => add('file-unlisted', number, { name })),
    ),
  ];
}

type ModelExhibit = BundleModel['exhibits'][number];

function markProblems(exhibit: ModelExhibit, add: Add): readonly Problem[] {
  const wanted = (exhibit.exhibit.marks ?? []).flatMap(({ words, region }) =>
    words !== undefined && !region ? [words] : [],
  );
  if (wanted.length === 0) return [];
  const runs = exhibit.words();
  const unpositioned = bareWords(exhibit.elsewhere().join(''));
  return wanted
    .filter((words) => findWords(runs, words).length === 0 && !isInRolling(exhibit, words))
    .map((words) =>
      add(unpositioned.includes(bareWords(words)) ? 'mark-not-placed' : 'mark-not-found', exhibit.number, { words }),
    );
}

const isInRolling = (exhibit: ModelExhibit, words: string): boolean =>
  [...exhibit.rollingWords().values()].some((runs) => findWords(runs, words).length > 0);

/** The rows of an exhibit's pictures that its pages show, picture by picture. */
function shownOf({ sheets }: PlannedVolumes, { index }: ModelExhibit) {
  const slices = sheets.flatMap(({ exhibit, shows }) => (exhibit?.index === index && shows ? [shows] : []));
  return Map.groupBy(slices, ({ picture }) => picture);
}

/** Text that is printed too small to be read, by the smallest that an exhibit's pages show; and from which page on. */
function legibleProblems(
  { index, number }: ModelExhibit,
  { sheets }: PlannedVolumes,
  { reissue }: BundleModel,
  add: Add,
): readonly Problem[] {
  const small = sheets.flatMap(({ exhibit, shows }, at) => {
    const size = exhibit?.index === index && shows ? printedSize(shows.shown) : null;
    return size !== null && size < leastLegible ? [{ size, page: at + 1 + (reissue?.lastPage ?? 0) }] : [];
  });
  const [first] = small;
  if (!first) return [];
  const size = Math.min(...small.map((one) => one.size)).toFixed(1);
  return [add('picture-hard-to-read', number, { page: first.page, size, least: leastLegible })];
}

function resolutionProblems(
  exhibit: ModelExhibit,
  planned: PlannedVolumes,
  model: BundleModel,
  add: Add,
): readonly Problem[] {
  const cap = model.profile.resolutionCap;
  if (cap === null) return [];
  const dots = [...shownOf(planned, exhibit)].map(([{ tiles }, [slice]]) => {
    const written = (tiles[0] && model.pictures.of(tiles[0].sha256)?.scale) ?? 1;
    return Math.round((72 / (slice?.scale ?? 72)) * written);
  });
  const dpi = Math.max(0, ...dots);
  return dpi > cap ? [add('resolution-cap', exhibit.number, { dpi, cap })] : [];
}

/** Every row of every picture that is filed stands on some page, but for those at its foot that are like the one above. */
function croppedProblems(
  exhibit: ModelExhibit,
  planned: PlannedVolumes,
  { reissue }: BundleModel,
  add: Add,
): readonly Problem[] {
  if (reissue?.exhibits.has(exhibit.number)) return [];
  const shown = [...shownOf(planned, exhibit).values()];
  return [...filedPictures(exhibit)].flatMap(({ height, foot = 0 }, at) => {
    let row = 0;
    const lost: Problem[] = [];
    for (const { from, to } of shown[at] ?? []) {
      if (from > row) lost.push(add('picture-cropped', exhibit.number, { from: row, to: from }));
      row = Math.max(row, to);
    }
    if (row < height - foot) lost.push(add('picture-cropped', exhibit.number, { from: row, to: height }));
    return lost;
  });
}
