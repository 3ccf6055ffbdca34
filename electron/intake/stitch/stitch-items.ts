import type { Cause } from '../../../shared/text.ts';
import { join } from 'node:path';
import { itemId } from '../../../shared/case/item-id.ts';
import type { Artifact, ImportRecord } from '../../../shared/case/record.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ItemState, ClockAndRandom, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { decoding } from '../limits.ts';
import { screenshotOf } from './screenshots.ts';
import type { Screenshot, StitchAnswer, StitchRequest } from './stitch-child.ts';
import { remove } from '../../casefile/files/durable.ts';

const longestName = 200;

/**
 * Joins screenshots of one scrolled view into a new item. Every row of it is a row of one parent, named with its place, so
 * that `verify` can join them again and compare. The parents stay as they are and where they are.
 *
 * @param parents from the top down
 * @throws {FascicleError} `cannot-stitch` | `source-changed`
 */
export async function stitchItems(
  caseFile: WritableCase,
  parents: readonly ItemState[],
  title: string | null,
  clockAndRandom: ClockAndRandom,
  program: ImportRecord['program'],
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<ItemState> {
  const started = clockAndRandom.now();
  const start = clockAndRandom.mono();
  const { records, screenshots } = picturesOf(caseFile, parents);

  const outFolder = caseFile.scratch();
  try {
    const joined = await joinPictures(parents, screenshots, outFolder, spawnChild, signal);
    const pieces = joined.tiles.map((box, at): Artifact => ({
      role: 'page-image',
      name: `page-${String(at + 1).padStart(4, '0')}.png`,
      mediaType: 'image/png',
      ...caseFile.objects.putFile(join(outFolder, `${at}.png`)),
      ...box,
    }));
    return caseFile.addItem({
      v: 1,
      kind: 'import',
      item: itemId(started.getTime(), clockAndRandom.random(10)),
      category: records[0].category,
      title,
      outcome: 'complete',
      startedAt: started.toISOString(),
      endedAt: clockAndRandom.now().toISOString(),
      monotonic: { start: String(start), end: String(clockAndRandom.mono()) },
      utcOffsetMinutes: -started.getTimezoneOffset(),
      operator: caseFile.facts().operator,
      program: { ...program },
      ...commonOrigin(records),
      artifacts: pieces,
      facts: [],
      pages: { as: 'images' },
      stitched: {
        parts: joined.strips.map((strip, at) => ({
          parent: parents[at]?.item ?? '',
          parentRecord: parents[at]?.recordSha256 ?? '',
          ...strip,
        })),
        overlaps: joined.agreements.map((one) => ({ ...one })),
      },
      steps: [{ step: 'stitch', outcome: 'ok', ms: Number((clockAndRandom.mono() - start) / 1_000_000n) }],
      warnings: differingRows(joined.agreements),
    });
  } finally {
    remove(outFolder);
  }
}

const refuse = (item: string, why: Cause) => new FascicleError('cannot-stitch', { item, why });

type Records = readonly [ImportRecord, ...ImportRecord[]];

/** @throws {FascicleError} `cannot-stitch` where they are not two or more different pictures of one width */
function picturesOf(
  caseFile: WritableCase,
  parents: readonly ItemState[],
): Readonly<{ records: Records; screenshots: readonly Screenshot[] }> {
  const screenshots: Screenshot[] = [];
  const records: ImportRecord[] = [];
  for (const parent of parents) {
    const screenshot = screenshotOf(caseFile, parent);
    const width = screenshots[0]?.width ?? screenshot?.width;
    if (!screenshot || parent.record.kind !== 'import') throw refuse(parent.item, because('not-one-picture'));
    if (width !== undefined && screenshot.width !== width)
      throw refuse(parent.item, because('picture-width', { found: screenshot.width, width }));
    screenshots.push(screenshot);
    records.push(parent.record);
  }
  const [first, ...others] = records;
  if (!first || parents.length < 2 || new Set(parents.map(({ item }) => item)).size < parents.length)
    throw refuse(parents[0]?.item ?? '–', because('two-pictures'));
  return { records: [first, ...others], screenshots };
}

type Joined = NonNullable<Extract<StitchAnswer, { task: 'join' }>['joined']>;

/** @throws {FascicleError} `cannot-stitch` | `source-changed` */
async function joinPictures(
  parents: readonly ItemState[],
  screenshots: readonly Screenshot[],
  outFolder: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Joined> {
  const request: StitchRequest = { task: 'join', screenshots, outFolder };
  const result = await runInChild(spawnChild, 'intake/stitch/stitch-child', request, decoding, signal);
  if (result.ended === 'died') throw new Error(because('pictures-not-made', { why: result.because }));
  const answer = result.answer as StitchAnswer; // our own child's word
  if (answer.changed !== null) throw new FascicleError('source-changed', { sha256: answer.changed });
  if (answer.task !== 'join') throw new Error('the child answered something else');
  if (!answer.joined) throw refuse(parents[answer.apartAt ?? 0]?.item ?? '–', because('picture-apart'));
  return answer.joined;
}

/** Where the parents came from, as far as all of them say the same. */
function commonOrigin(
  records: Records,
): Pick<ImportRecord, 'fileName' | 'source' | 'receivedBy' | 'receivedOn' | 'account'> {
  const [first] = records;
  const same = <K extends 'source' | 'receivedBy' | 'receivedOn' | 'account'>(name: K) =>
    records.every((record) => record[name] === first[name]) ? first[name] : null;
  return {
    fileName: records
      .map(({ fileName }) => fileName)
      .join(' + ')
      .slice(0, longestName),
    source: same('source'),
    receivedBy: same('receivedBy'),
    receivedOn: same('receivedOn'),
    account: same('account'),
  };
}

/** Rows that two parents both show, and not alike. */
function differingRows(agreements: Joined['agreements']): ImportRecord['warnings'] {
  const differing = agreements.filter(({ rows, identical }) => identical < rows);
  if (differing.length === 0) return [];
  return [{ code: 'stitch-rows-differ', params: { most: Math.max(...differing.map(({ most }) => most)) } }];
}
