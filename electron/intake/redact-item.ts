import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Region } from '../../shared/case/exhibit.ts';
import { itemId } from '../../shared/case/item-id.ts';
import type { Artifact, ItemRecord } from '../../shared/case/record.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { findWords } from '../../shared/page/find-words.ts';
import { redactWords } from '../../shared/page/redact-words.ts';
import { parseTextPositions, storedTextPositions, type TextRun } from '../../shared/page/text-positions.ts';
import type { ItemState, Surroundings, WritableCase } from '../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../casefile/children.ts';
import { decoding } from './limits.ts';
import type { RedactAnswer, RedactRequest } from './redact-child.ts';

export type Redaction = Readonly<{ regions: readonly Region[]; words: readonly string[]; reason: string }>;

/**
 * Makes a new item from a picture with parts painted black, its words taken out of the text as well. Nothing else of the
 * parent goes along: its page, source and archives hold what was painted over. The parent stays as it is, sealed; it is
 * left out of exhibits, and the new item takes its place in an arrangement.
 *
 * @throws {FascicleError} `nothing-to-redact` | `source-changed`
 */
export async function redactItem(
  kase: WritableCase,
  parent: ItemState,
  redaction: Redaction,
  surroundings: Surroundings,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<ItemState> {
  const began = surroundings.mono();
  const { record } = parent;
  const pictures = picturesOf(record);
  const density = record.kind === 'capture' && record.file === null ? record.view.scale : 1;
  const words = wordsOf(kase, record, density);
  const regions = [...redaction.regions, ...redaction.words.flatMap((text) => everywhere(words, text))];
  const nothing = (why: string) => new FascicleError('nothing-to-redact', { item: parent.item, why });
  if (pictures.length === 0) throw nothing('it has no picture');
  if (regions.length === 0) throw nothing('the page’s text does not say these words');

  const folder = kase.scratch();
  try {
    const painted = await paint(kase, pictures, regions, folder, spawnChild, signal);
    const kept = redactWords(words, regions);
    const item = itemId(surroundings.now().getTime(), surroundings.random(10));
    const derived: ItemRecord = {
      ...record,
      // The separate view of inner parts shows what is painted over too: it stays with the parent.
      ...(record.kind === 'capture' &&
        record.innerScroll && { innerScroll: { ...record.innerScroll, expanded: null } }),
      item,
      artifacts: [
        ...painted,
        ...(words.length > 0 ? textArtifacts(kase, kept, density) : []),
        ...record.artifacts.filter(({ role }) => role === 'environment'),
      ],
      steps: [
        ...record.steps,
        { step: 'redact', outcome: 'ok', ms: Number((surroundings.mono() - began) / 1_000_000n) },
      ],
      redaction: {
        parent: parent.item,
        parentRecord: parent.recordSha256,
        reason: redaction.reason,
        regions: regions.map((region) => ({ ...region })),
      },
    };
    const state = kase.addItem(derived);
    const arrangement = kase.arrangement();
    if (arrangement?.some((exhibit) => exhibit.item === parent.item)) {
      const exhibits = arrangement.map((exhibit) =>
        exhibit.item === parent.item ? { ...exhibit, item } : { ...exhibit },
      );
      kase.act('exhibits-set', { exhibits });
    }
    const reason = `遮盖后另列为 ${item} / filed redacted as ${item}`;
    kase.act('item-excluded', { item: parent.item, reason }, parent.item);
    return state;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const madeHere: ReadonlySet<string> = new Set(['screenshot-tile', 'screenshot-region', 'page-image']);

function picturesOf(record: ItemRecord): readonly Artifact[] {
  const made = record.artifacts.filter(({ role }) => madeHere.has(role));
  if (made.length > 0) return made;
  const image = record.kind === 'import' ? record.pages.as === 'images' : record.file?.pages.as === 'images';
  return image ? record.artifacts.filter(({ role }) => role === 'original') : [];
}

/** The page's words in device pixels. */
function wordsOf(kase: WritableCase, { artifacts }: ItemRecord, density: number): readonly TextRun[] {
  const artifact = artifacts.find(({ role }) => role === 'text-positions');
  if (!artifact) return [];
  const { runs } = parseTextPositions(JSON.parse(new TextDecoder().decode(kase.readObject(artifact.sha256))));
  return runs.map((run) => scaled(run, density));
}

const scaled = ({ x, y, width, height, text }: TextRun, by: number): TextRun => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
  text,
});

/** Every place where the page says the words, with a pixel around it. */
function everywhere(runs: readonly TextRun[], words: string): readonly Region[] {
  const found: Region[] = [];
  for (let left = runs; ;) {
    const regions = findWords(left, words);
    if (regions.length === 0) return found.map(wider);
    found.push(...regions);
    left = redactWords(left, regions);
  }
}

const wider = ({ x, y, width, height }: Region): Region => {
  const [left, top] = [Math.max(0, x - 1), Math.max(0, y - 1)];
  return { x: left, y: top, width: x + width + 1 - left, height: y + height + 1 - top };
};

async function paint(
  kase: WritableCase,
  pictures: readonly Artifact[],
  regions: readonly Region[],
  folder: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<readonly Artifact[]> {
  const touched = pictures.map(({ y = 0, height = Infinity }) =>
    regions
      .filter((region) => region.y < y + height && region.y + region.height > y)
      .map((region) => ({ ...region, y: region.y - y })),
  );
  const jobs = pictures.flatMap(({ sha256 }, at) => {
    const own = touched[at] ?? [];
    return own.length === 0
      ? []
      : [{ at, path: kase.objectPath(sha256), sha256, out: join(folder, `${at}.png`), regions: own }];
  });
  const request: RedactRequest = {
    pictures: jobs.map(({ path, sha256, out, regions: own }) => ({ path, sha256, out, regions: own })),
  };
  const result = await runInChild(spawnChild, 'intake/redact-child', request, decoding, signal);
  if (result.ended === 'died') throw new Error(`the picture could not be painted over: ${result.detail}`);
  const answer = result.answer as RedactAnswer; // our own child's word
  if (answer.changed !== null) throw new FascicleError('source-changed', { sha256: answer.changed });
  return pictures.map((artifact, at): Artifact => {
    const job = jobs.findIndex((one) => one.at === at);
    const [made, size] = [jobs[job], answer.sizes[job]];
    if (!made || !size) return artifact;
    return {
      ...artifact,
      role: artifact.role === 'original' ? 'page-image' : artifact.role,
      name: artifact.role === 'original' ? 'page-image-0001.png' : artifact.name,
      mediaType: 'image/png',
      ...kase.objects.putFile(made.out),
      x: 0,
      y: artifact.y ?? 0,
      ...size,
    };
  });
}

/** The words that are left: with their places, and as plain text. */
function textArtifacts(kase: WritableCase, words: readonly TextRun[], density: number): readonly Artifact[] {
  const positions = storedTextPositions(
    words.map((run) => scaled(run, 1 / density)),
    false,
  );
  const store = (role: 'text-positions' | 'text', name: string, mediaType: string, text: string): Artifact => ({
    role,
    name,
    mediaType,
    ...kase.objects.putBytes(new TextEncoder().encode(text)),
  });
  return [
    store('text-positions', 'text-positions.json', 'application/json', JSON.stringify(positions)),
    store('text', 'text.txt', 'text/plain', words.map(({ text }) => text).join('\n')),
  ];
}
