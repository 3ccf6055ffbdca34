import { join } from 'node:path';
import { regionsOnPage, type PagedRegion } from '../../../shared/case/paged-region.ts';
import type { Artifact, ItemRecord, Role } from '../../../shared/case/record.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { scaledRun } from '../../../shared/page/letters.ts';
import type { PositionedWords } from '../../../shared/page/positioned-words.ts';
import { coversOf, runsLeft, wholeLines, wholly, type SaidLetters } from '../../../shared/page/redact-words.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild } from '../../casefile/processes/children.ts';
import { decoding } from '../limits.ts';
import { coverRolling, pictureOfPiece, rollingPiecesOf, rollingSays } from './cover-rolling.ts';
import { linesReadInPictures, wordsOfItem, wordsToPaint } from './locate-words.ts';
import type { Covered, Covering } from './covering.ts';
import type { RedactAnswer, RedactRequest } from './redact-child.ts';

/**
 * Covers parts of an item's pictures: what a person drew, and where its words are; of these the whole line where its letters
 * were not measured, or a machine read them. The text that is left goes along where the page gave it itself; what a machine
 * read can be read again.
 *
 * @throws {FascicleError} `redact-off-picture` | `source-changed` | `redaction-not-painted`, and those of `wordsToPaint`
 */
export async function coverPictures(
  parent: ItemState,
  pictures: readonly Artifact[],
  covering: Covering,
): Promise<Covered> {
  const { caseFile, words } = covering;
  const { record } = parent;
  const pieces = rollingPiecesOf(caseFile, record);
  const rolling = coverRolling(record, pieces, covering);
  const numbers = pictureNumbers(pictures);
  refuseOffPicture(parent.item, covering.regions, pictures, numbers, pieces);
  const numbersOfAll = [...numbers, ...rolling.tiles.map(({ picture }) => picture)];
  // Of a page with a rolling picture a place without a picture's number is one of the page's own.
  const regions =
    pieces.length === 0 ? covering.regions : regionsOnPage(covering.regions, 1).map((one) => ({ ...one, page: 1 }));
  const positioned = wordsOfItem(caseFile, record);
  const drawn = covering.regions.length > 0;
  const read = linesReadInPictures(caseFile, parent, new Set(numbers), words, drawn);
  const beside = (one: string) => rollingSays(pieces, one);
  const found =
    read === null ? wordsToPaint(caseFile, record, positioned, words, drawn, beside) : new Map<never, never>();
  const said = covering.wholeLines ? wholly(found) : found;
  const isSingle = new Set(numbersOfAll).size === 1;
  const ofPage = pieces.length > 0 ? { page: 1 } : {};
  const painted: PagedRegion[] = [
    ...regions,
    ...coversOf(said).map((cover) => ({ ...cover, ...ofPage })),
    ...rolling.regions,
    ...(read ?? []).map(({ page, cover }) => ({ ...cover, ...(!isSingle && { page }) })),
  ];
  const all = [...pictures, ...rolling.tiles.map(({ tile }) => tile)];
  return {
    pictures: await paint(all, numbersOfAll, painted, covering),
    texts: [
      ...textArtifacts(covering, record, positioned, said, regions),
      ...(rolling.positions === null
        ? []
        : [stored(caseFile, 'rolling-positions', 'rolling-positions.json', 'application/json', rolling.positions)]),
    ],
    regions: painted,
    lines: wholeLines(said) + rolling.lines + (read ?? []).length,
    pieces: rolling.kept,
    warnings: rolling.warnings,
  };
}

/**
 * Whether each drawn place lies on a picture: what lies on none would be said to be covered.
 *
 * @param own of the page's own picture, or of a file's @param count how many pictures there are, the rolling ones included
 * @throws {FascicleError} `redact-off-picture`
 */
function refuseOffPicture(
  item: string,
  regions: readonly PagedRegion[],
  own: readonly Artifact[],
  numbers: readonly number[],
  pieces: readonly Readonly<{ at: number; tiles: readonly Artifact[] }>[],
): void {
  const all = [
    ...own.map((tile, at) => ({ tile, number: numbers[at] ?? 1 })),
    ...pieces.flatMap(({ at, tiles }) => tiles.map((tile) => ({ tile, number: pictureOfPiece(at) }))),
  ];
  for (const { x, y, width, height, page } of regions) {
    const number = page ?? (pieces.length > 0 ? 1 : null);
    const isOn = all.some(
      ({ tile, number: its }) =>
        (number === null || number === its) &&
        x < (tile.width ?? Infinity) &&
        y < (tile.y ?? 0) + (tile.height ?? Infinity),
    );
    const region = `${page === undefined ? '' : `${page}:`}${[x, y, width, height].join(',')}`;
    if (!isOn) throw new FascicleError('redact-off-picture', { item, region });
  }
}

/** Which picture each tile belongs to, counted from 1: one at the top begins the next. */
function pictureNumbers(pictures: readonly Artifact[]): readonly number[] {
  let number = 0;
  return pictures.map(({ y = 0 }) => (y === 0 ? ++number : Math.max(1, number)));
}

const madeHere: ReadonlySet<string> = new Set(['screenshot-tile', 'screenshot-region', 'page-image']);

/** The pictures of an item that can be covered; none of a document, a mail or a text. */
export function picturesOf(record: ItemRecord): readonly Artifact[] {
  const made = record.artifacts.filter(({ role }) => madeHere.has(role));
  if (made.length > 0) return made;
  const image = record.kind === 'import' ? record.pages.as === 'images' : record.file?.pages.as === 'images';
  return image ? record.artifacts.filter(({ role }) => role === 'original') : [];
}

async function paint(
  pictures: readonly Artifact[],
  numbers: readonly number[],
  regions: readonly PagedRegion[],
  { caseFile, folder, spawnChild, signal }: Covering,
): Promise<readonly Artifact[]> {
  const touched = pictures.map(({ y = 0, height = Infinity }, at) =>
    regionsOnPage(regions, numbers[at] ?? 1)
      .filter((region) => region.y < y + height && region.y + region.height > y)
      .map((region) => ({ ...region, y: region.y - y })),
  );
  const jobs = pictures.flatMap(({ sha256 }, at) => {
    const own = touched[at] ?? [];
    return own.length === 0
      ? []
      : [{ at, path: caseFile.objectPath(sha256), sha256, out: join(folder, `${at}.png`), regions: own }];
  });
  const request: RedactRequest = {
    pictures: jobs.map(({ path, sha256, out, regions: own }) => ({ path, sha256, out, regions: own })),
  };
  const result = await runInChild(spawnChild, 'intake/redact/redact-child', request, decoding, signal);
  if (result.ended === 'died') throw new Error(because('pictures-not-made', { why: result.because }));
  const answer = result.answer as RedactAnswer; // our own child's word
  if (answer.changed !== null) throw new FascicleError('source-changed', { sha256: answer.changed });
  if (answer.unpainted !== null) throw new FascicleError('redaction-not-painted', { tile: answer.unpainted + 1 });
  return pictures.map(({ margins, foot, ...unmeasured }, at): Artifact => {
    // Black may stand in what was blank.
    const blank = { ...(margins && { margins }), ...(foot !== undefined && { foot }) };
    const artifact = { ...unmeasured, ...(jobs.length === 0 && blank) };
    const job = jobs.findIndex((one) => one.at === at);
    const [made, size] = [jobs[job], answer.sizes[job]];
    if (!made || !size) return artifact;
    return {
      ...artifact,
      role: artifact.role === 'original' ? 'page-image' : artifact.role,
      name: artifact.role === 'original' ? 'page-image-0001.png' : artifact.name,
      mediaType: 'image/png',
      ...caseFile.objects.putFile(made.out),
      x: 0,
      y: artifact.y ?? 0,
      ...size,
    };
  });
}

/** The words that are left: with their places, and as plain text. None where their places are unknown. */
function textArtifacts(
  { caseFile }: Covering,
  record: ItemRecord,
  { runs, cut, framed }: PositionedWords,
  said: SaidLetters,
  regions: readonly PagedRegion[],
): readonly Artifact[] {
  if (runs.length === 0 || !framed) return [];
  const density = record.kind === 'capture' && record.file === null ? record.view.scale : 1;
  const kept = runsLeft(runs, said, regions);
  const inCssPixels = kept.map((run) => scaledRun(run, 1 / density));
  const positions = storedTextPositions(inCssPixels, cut, { origin: { x: 0, y: 0 }, elsewhere: [] });
  return [
    stored(caseFile, 'text-positions', 'text-positions.json', 'application/json', JSON.stringify(positions)),
    stored(caseFile, 'text', 'text.txt', 'text/plain', kept.map(({ text }) => text).join('\n')),
  ];
}

function stored({ objects }: WritableCase, role: Role, name: string, mediaType: string, text: string): Artifact {
  return { role, name, mediaType, ...objects.putBytes(new TextEncoder().encode(text)) };
}
