import { join } from 'node:path';
import type { Exhibit, Region } from '../../../shared/case/exhibit.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { Artifact, ItemRecord } from '../../../shared/case/record.ts';
import { because } from '../../../shared/cause.ts';
import { say, type CaseLanguage, type Text } from '../../../shared/language.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { scaledRun } from '../../../shared/page/letters.ts';
import type { PositionedWords } from '../../../shared/page/positioned-words.ts';
import { coversOf, runsLeft, wholeLines, type SaidLetters } from '../../../shared/page/redact-words.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import { titleOf } from '../../../shared/plan/arrangement.ts';
import {
  maskedRecord,
  pathSaying,
  redactedTitle,
  unquotedRecord,
  withoutWords,
} from '../../../shared/redaction/masked-record.ts';
import { bareWords, says } from '../../../shared/redaction/same-words.ts';
import type { ItemState, ClockAndRandom, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { redactedWordsOf, storeRedactedWords } from '../../casefile/redacted-words.ts';
import { decoding } from '../limits.ts';
import { wordsOfItem, wordsToPaint } from './locate-words.ts';
import type { RedactAnswer, RedactRequest } from './redact-child.ts';
import { remove } from '../../casefile/files/durable.ts';

export type Redaction = Readonly<{ regions: readonly Region[]; words: readonly string[]; reason: string }>;

export type Redacted = Readonly<{
  state: ItemState;
  /** How many places of the picture were painted over, and how many of them are whole lines that hold the words. */
  places: number;
  lines: number;
}>;

/**
 * Makes a new item from a picture with parts painted black, its words taken out of the text as well, and out of every
 * field of the record, where no reason quotes the page any more; its title says what it is. Of words, their letters are
 * painted; the whole line where its letters were not measured. Nothing else of the parent goes along: its page, source and
 * archives hold what was painted over. The parent stays as it is, sealed; it is left out of exhibits, and the new item takes
 * its place in an arrangement.
 *
 * @throws {FascicleError} `no-picture-to-redact` | `nothing-to-redact` | `redacted-words-stay` | `source-changed` |
 *   `redaction-not-painted`, and those of `wordsToPaint`
 */
export async function redactItem(
  caseFile: WritableCase,
  parent: ItemState,
  redaction: Redaction,
  clockAndRandom: ClockAndRandom,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Redacted> {
  const began = clockAndRandom.mono();
  const { record } = parent;
  const { language } = caseFile.facts();
  const pictures = picturesOf(record);
  const words = redaction.words.filter((one) => bareWords(one) !== '');
  const drawn = redaction.regions.length > 0;
  if (pictures.length === 0) throw new FascicleError('no-picture-to-redact', { item: parent.item });
  if (words.length + redaction.regions.length === 0)
    throw new FascicleError('nothing-to-redact', { item: parent.item });
  const positioned = wordsOfItem(caseFile, record);
  const said = wordsToPaint(caseFile, record, positioned, words, drawn);
  const regions = [...redaction.regions, ...coversOf(said)];
  // Of a copy that is redacted once more, the words of the first time stay taken out.
  const takenOut = [...new Set([...redactedWordsOf(caseFile, record), ...words])];

  const own = { ...record, title: titleOf(record) };
  if (own.kind === 'capture') delete own.job; // the place in the queue is the parent's: the address became that one
  const masked = unquotedRecord(maskedRecord(own, takenOut, language), language);
  const item = itemId(clockAndRandom.now().getTime(), clockAndRandom.random(10));
  const described = {
    ...masked,
    // The separate view of inner parts shows what is painted over too: it stays with the parent.
    ...(masked.kind === 'capture' && masked.innerScroll && { innerScroll: { ...masked.innerScroll, expanded: null } }),
    item,
    title: redactedTitle(masked.title, language),
    redaction: {
      parent: parent.item,
      parentRecord: parent.recordSha256,
      reason: redaction.reason,
      regions: regions.map((region) => ({ ...region })),
    },
  };
  const path = pathSaying({ ...described, artifacts: [] }, takenOut);
  if (path !== null) throw new FascicleError('redacted-words-stay', { path });

  const folder = caseFile.scratch();
  try {
    const made = await paint(caseFile, pictures, regions, folder, spawnChild, signal);
    const derived: ItemRecord = {
      ...described,
      artifacts: [
        ...made,
        ...textArtifacts(caseFile, record, positioned, said, redaction.regions),
        ...record.artifacts.filter(
          ({ role, sha256 }) => role === 'environment' && isWithout(caseFile, sha256, takenOut),
        ),
        ...(takenOut.length > 0 ? [storeRedactedWords(caseFile.objects, takenOut, clockAndRandom.random(16))] : []),
      ],
      steps: [
        ...described.steps,
        { step: 'redact', outcome: 'ok', ms: Number((clockAndRandom.mono() - began) / 1_000_000n) },
      ],
    };
    const state = caseFile.addItem(derived);
    const arrangement = caseFile.arrangement();
    if (arrangement?.some((exhibit) => exhibit.item === parent.item)) {
      const exhibits = arrangement.map((exhibit) =>
        exhibit.item === parent.item ? exhibitOfCopy({ ...exhibit, item }, takenOut, language) : { ...exhibit },
      );
      caseFile.logEvent('exhibits-set', { exhibits });
    }
    const reason = say(filedAs, language, { item });
    caseFile.logEvent('item-excluded', { item: parent.item, reason }, parent.item);
    return { state, places: regions.length, lines: wholeLines(said) };
  } finally {
    remove(folder);
  }
}

/** Why the parent is left out, as the custody log holds it. */
const filedAs: Text = { 'zh-CN': '遮盖后另列为 {item}', en: 'filed redacted as {item}' };

/** The exhibit that the copy becomes: marks of words that are painted over, and their traces, stay behind. */
function exhibitOfCopy(
  { marks, traces, ...exhibit }: Exhibit,
  words: readonly string[],
  language: CaseLanguage,
): Exhibit {
  const isLeft = (text: string) => !words.some((one) => says(text, one));
  return {
    ...exhibit,
    title: redactedTitle(withoutWords(exhibit.title, words, language), language),
    ...(marks && { marks: marks.filter((mark) => mark.words === undefined || isLeft(mark.words)) }),
    ...(traces && { traces: traces.filter(isLeft) }),
  };
}

/** Whether a file that goes along says none of the words. */
function isWithout(caseFile: WritableCase, sha256: Sha256, words: readonly string[]): boolean {
  const text = new TextDecoder().decode(caseFile.readObject(sha256));
  return !words.some((one) => says(text, one));
}

const madeHere: ReadonlySet<string> = new Set(['screenshot-tile', 'screenshot-region', 'page-image']);

function picturesOf(record: ItemRecord): readonly Artifact[] {
  const made = record.artifacts.filter(({ role }) => madeHere.has(role));
  if (made.length > 0) return made;
  const image = record.kind === 'import' ? record.pages.as === 'images' : record.file?.pages.as === 'images';
  return image ? record.artifacts.filter(({ role }) => role === 'original') : [];
}

async function paint(
  caseFile: WritableCase,
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
  return pictures.map((artifact, at): Artifact => {
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
  caseFile: WritableCase,
  record: ItemRecord,
  { runs, cut, framed }: PositionedWords,
  said: SaidLetters,
  regions: readonly Region[],
): readonly Artifact[] {
  if (runs.length === 0 || !framed) return [];
  const density = record.kind === 'capture' && record.file === null ? record.view.scale : 1;
  const kept = runsLeft(runs, said, regions);
  const inCssPixels = kept.map((run) => scaledRun(run, 1 / density));
  const positions = storedTextPositions(inCssPixels, cut, { origin: { x: 0, y: 0 }, elsewhere: [] });
  const store = (role: 'text-positions' | 'text', name: string, mediaType: string, text: string): Artifact => ({
    role,
    name,
    mediaType,
    ...caseFile.objects.putBytes(new TextEncoder().encode(text)),
  });
  return [
    store('text-positions', 'text-positions.json', 'application/json', JSON.stringify(positions)),
    store('text', 'text.txt', 'text/plain', kept.map(({ text }) => text).join('\n')),
  ];
}
