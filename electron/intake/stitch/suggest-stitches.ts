import type { ImportRecord } from '../../../shared/case/record.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { decoding } from '../limits.ts';
import { cameTheSameWay, screenshotOf } from './screenshots.ts';
import type { Screenshot, StitchAnswer, StitchRequest } from './stitch-child.ts';

/** Screenshots that show one scrolled view, from the top down, with the rows that each shares with the next. */
export type StitchSuggestion = Readonly<{ items: readonly ItemState[]; rows: readonly number[] }>;

type Candidate = Readonly<{ state: ItemState; record: ImportRecord; screenshot: Screenshot }>;

/** More are not looked through at once. */
const mostCandidates = 400;

/**
 * Which imported pictures go on from one another. Only suggests: nothing is joined before a person says so. Neighbours in
 * the order of import are looked at, read downwards or upwards, of one width, and come the same way.
 *
 * @param among the items to look at; null: every import that is neither excluded nor joined already
 * @throws {FascicleError} `source-changed`
 */
export async function suggestStitches(
  caseFile: ReadableCase,
  among: readonly ItemState[] | null,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<readonly StitchSuggestion[]> {
  const joined = new Set(
    caseFile.items().flatMap(({ record }) => record.stitched?.parts.map(({ parent }) => parent) ?? []),
  );
  const free = (state: ItemState) =>
    state.excluded === null && !state.record.stitched && !state.record.redaction && !joined.has(state.item);
  const candidates = (among ?? caseFile.items().filter(free)).slice(0, mostCandidates).flatMap((state): Candidate[] => {
    const screenshot = screenshotOf(caseFile, state);
    return screenshot && state.record.kind === 'import' ? [{ state, record: state.record, screenshot }] : [];
  });
  const neighbours = candidates.slice(1).flatMap((lower, at) => {
    const upper = candidates[at];
    const fit =
      upper && upper.screenshot.width === lower.screenshot.width && cameTheSameWay(upper.record, lower.record);
    return fit ? [[at, at + 1] as const] : [];
  });
  if (neighbours.length === 0) return [];
  const pairs = neighbours.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  const request: StitchRequest = { task: 'look', screenshots: candidates.map(({ screenshot }) => screenshot), pairs };
  const result = await runInChild(spawnChild, 'intake/stitch/stitch-child', request, decoding, signal);
  if (result.ended === 'died') throw new Error(because('pictures-not-made', { why: result.because }));
  const answer = result.answer as StitchAnswer; // our own child's word
  if (answer.changed !== null) throw new FascicleError('source-changed', { sha256: answer.changed });
  if (answer.task !== 'look') throw new Error('the child answered something else');
  const rowsOf = (at: number) => {
    const overlap = answer.overlaps[at];
    return overlap ? overlap.to - overlap.from : 0;
  };
  const links = neighbours.map(([one], at) => {
    const [down, up] = [rowsOf(2 * at), rowsOf(2 * at + 1)];
    return down === 0 && up === 0
      ? null
      : { at: one, way: down >= up ? ('down' as const) : ('up' as const), rows: Math.max(down, up) };
  });
  return chains(links.filter((link) => link !== null)).map(({ from, way, rows }) => {
    const items = candidates.slice(from, from + rows.length + 1).map(({ state }) => state);
    return way === 'down' ? { items, rows } : { items: items.reverse(), rows: [...rows].reverse() };
  });
}

type Link = Readonly<{ at: number; way: 'down' | 'up'; rows: number }>;

/** Links that follow one another in one direction make one view. */
function chains(links: readonly Link[]): readonly Readonly<{ from: number; way: Link['way']; rows: number[] }>[] {
  const all: { from: number; way: Link['way']; rows: number[] }[] = [];
  for (const { at, way, rows } of links) {
    const last = all.at(-1);
    if (last && last.way === way && last.from + last.rows.length === at) last.rows.push(rows);
    else all.push({ from: at, way, rows: [rows] });
  }
  return all;
}
