import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { itemId } from '../../../shared/case/item-id.ts';
import type { Artifact, ImportRecord } from '../../../shared/case/record.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ItemState, Surroundings, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/children.ts';
import { decoding } from '../limits.ts';
import { screenshotOf } from './screenshots.ts';
import type { Screenshot, StitchAnswer, StitchRequest } from './stitch-child.ts';

const longestName = 200;

/**
 * Joins screenshots of one scrolled view into a new item. Every row of it is a row of one parent, named with its place, so
 * that `verify` can join them again and compare. The parents stay as they are and where they are.
 *
 * @param parents from the top down
 * @throws {FascicleError} `cannot-stitch` | `source-changed`
 */
export async function stitchItems(
  kase: WritableCase,
  parents: readonly ItemState[],
  title: string | null,
  surroundings: Surroundings,
  program: ImportRecord['program'],
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<ItemState> {
  const started = surroundings.now();
  const start = surroundings.mono();
  const refuse = (item: string, why: string) => new FascicleError('cannot-stitch', { item, why });
  const screenshots: Screenshot[] = [];
  const records: ImportRecord[] = [];
  for (const parent of parents) {
    const screenshot = screenshotOf(kase, parent);
    const width = screenshots[0]?.width ?? screenshot?.width;
    if (!screenshot || parent.record.kind !== 'import') throw refuse(parent.item, 'it is no single imported picture');
    if (screenshot.width !== width) throw refuse(parent.item, `it is ${screenshot.width} px wide and not ${width}`);
    screenshots.push(screenshot);
    records.push(parent.record);
  }
  const [first] = records;
  if (!first || parents.length < 2 || new Set(parents.map(({ item }) => item)).size < parents.length)
    throw refuse(parents[0]?.item ?? '–', 'two or more different pictures are needed');

  const outFolder = kase.scratch();
  try {
    const request: StitchRequest = { task: 'join', screenshots, outFolder };
    const result = await runInChild(spawnChild, 'intake/stitch/stitch-child', request, decoding, signal);
    if (result.ended === 'died') throw new Error(`the pictures could not be joined: ${result.detail}`);
    const answer = result.answer as StitchAnswer; // our own child's word
    if (answer.changed !== null) throw new FascicleError('source-changed', { sha256: answer.changed });
    if (answer.task !== 'join') throw new Error('the child answered something else');
    if (!answer.joined)
      throw refuse(parents[answer.apartAt ?? 0]?.item ?? '–', 'it does not go on from the picture above it');
    const { strips, agreements, tiles } = answer.joined;
    const pieces = tiles.map((place, at): Artifact => ({
      role: 'page-image',
      name: `page-${String(at + 1).padStart(4, '0')}.png`,
      mediaType: 'image/png',
      ...kase.objects.putFile(join(outFolder, `${at}.png`)),
      ...place,
    }));
    const same = <K extends 'source' | 'receivedBy' | 'receivedOn' | 'account'>(name: K) =>
      records.every((record) => record[name] === first[name]) ? first[name] : null;
    const differing = agreements.filter(({ rows, identical }) => identical < rows);
    return kase.addItem({
      v: 1,
      kind: 'import',
      item: itemId(started.getTime(), surroundings.random(10)),
      category: first.category,
      title,
      outcome: 'complete',
      startedAt: started.toISOString(),
      endedAt: surroundings.now().toISOString(),
      monotonic: { start: String(start), end: String(surroundings.mono()) },
      utcOffsetMinutes: -started.getTimezoneOffset(),
      operator: kase.facts().operator,
      program: { ...program },
      fileName: records
        .map(({ fileName }) => fileName)
        .join(' + ')
        .slice(0, longestName),
      source: same('source'),
      receivedBy: same('receivedBy'),
      receivedOn: same('receivedOn'),
      account: same('account'),
      artifacts: pieces,
      facts: [],
      pages: { as: 'images' },
      stitched: {
        parts: strips.map((strip, at) => ({
          parent: parents[at]?.item ?? '',
          parentRecord: parents[at]?.recordSha256 ?? '',
          ...strip,
        })),
        overlaps: agreements.map((one) => ({ ...one })),
      },
      steps: [{ step: 'stitch', outcome: 'ok', ms: Number((surroundings.mono() - start) / 1_000_000n) }],
      warnings:
        differing.length === 0
          ? []
          : [{ code: 'stitch-rows-differ', params: { most: Math.max(...differing.map(({ most }) => most)) } }],
    });
  } finally {
    rmSync(outFolder, { recursive: true, force: true });
  }
}
