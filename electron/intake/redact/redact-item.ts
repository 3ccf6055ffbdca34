import { storedText } from '../../casefile/files/stored-text.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { keptPieces } from '../../../shared/case/capture/rolling.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { PagedRegion } from '../../../shared/case/paged-region.ts';
import type { FilePages, ItemRecord } from '../../../shared/case/record.ts';
import { say, type CaseLanguage, type Text } from '../../../shared/language.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Sha256 } from '../../../shared/digest.ts';
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
import type { SpawnChild } from '../../casefile/processes/children.ts';
import { redactedWordsOf, storeRedactedWords } from '../../casefile/redacted-words.ts';
import { coverDocument, redactableDocument } from './cover-document.ts';
import { coverPictures, picturesOf } from './cover-pictures.ts';
import type { Covered } from './covering.ts';
import { remove } from '../../casefile/files/durable.ts';

export type Redaction = Readonly<{
  /** Pixels of the picture; of a document points of the page as it is shown. */
  regions: readonly PagedRegion[];
  words: readonly string[];
  reason: string;
  /** Whether whole lines are covered, also where each letter's place was measured. */
  wholeLines?: boolean;
}>;

export type Redacted = Readonly<{
  state: ItemState;
  /** How many places of the picture were painted over, and how many of them are whole lines that hold the words. */
  places: number;
  lines: number;
}>;

/**
 * Makes a new item from a picture, or from a document's pages drawn as pictures, with parts painted black, its words taken out of the text as well, and out of every
 * field of the record, where no reason quotes the page any more; its title says what it is. Of words, their letters are
 * painted; the whole line where its letters were not measured. Nothing else of the parent goes along: its page, source and
 * archives hold what was painted over. The parent stays as it is, sealed; it is left out of exhibits, and the new item takes
 * its place in an arrangement.
 *
 * @throws {FascicleError} `no-picture-to-redact` | `nothing-to-redact` | `redacted-words-stay` | `source-changed` |
 *   `redaction-not-painted`, and those of `coverPictures` and `coverDocument`
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
  const { regions, wholeLines = false } = redaction;
  const words = redaction.words.filter((one) => bareWords(one) !== '');
  const document = redactableDocument(record);
  const pictures = document ? [] : picturesOf(record);
  if (!document && pictures.length === 0) throw new FascicleError('no-picture-to-redact', { item: parent.item });
  if (words.length + regions.length === 0) throw new FascicleError('nothing-to-redact', { item: parent.item });
  // Of a copy that is redacted once more, the words of the first time stay taken out.
  const takenOut = [...new Set([...redactedWordsOf(caseFile, record), ...words])];

  const described = describedCopy(parent, redaction, takenOut, clockAndRandom, language);
  const path = pathSaying({ ...described, artifacts: [] }, takenOut);
  if (path !== null) throw new FascicleError('redacted-words-stay', { path });

  const folder = caseFile.scratch();
  try {
    const covering = { caseFile, folder, words, regions, wholeLines, spawnChild, signal };
    const covered = document
      ? await coverDocument(parent, document, covering)
      : await coverPictures(parent, pictures, covering);
    const derived: ItemRecord = {
      ...withPieces(shownAs(described, document !== null), covered.pieces),
      redaction: { ...described.redaction, regions: covered.regions.map((region) => ({ ...region })) },
      artifacts: [
        ...covered.pictures,
        ...covered.texts,
        ...record.artifacts.filter(
          ({ role, sha256 }) => role === 'environment' && isWithout(caseFile, sha256, takenOut),
        ),
        ...(takenOut.length > 0 ? [storeRedactedWords(caseFile.objects, takenOut, clockAndRandom.random(16))] : []),
      ],
      steps: [
        ...described.steps,
        { step: 'redact', outcome: 'ok', ms: Number((clockAndRandom.mono() - began) / 1_000_000n) },
      ],
      warnings: [...described.warnings, ...covered.warnings],
    };
    return { state: addInstead(caseFile, parent, derived, takenOut), ...counted(covered) };
  } finally {
    remove(folder);
  }
}

const counted = ({ regions, lines }: Covered) => ({ places: regions.length, lines });

/** The record of the copy, without the words; its places and its files are still to come. */
function describedCopy(
  { item: parent, record, recordSha256 }: ItemState,
  { reason }: Redaction,
  takenOut: readonly string[],
  clockAndRandom: ClockAndRandom,
  language: CaseLanguage,
) {
  const own = { ...record, title: titleOf(record) };
  if (own.kind === 'capture') delete own.job; // the place in the queue is the parent's: the address became that one
  const masked = unquotedRecord(maskedRecord(own, takenOut, language), language);
  return {
    ...masked,
    // The separate view of inner parts shows what is painted over too: it stays with the parent.
    ...(masked.kind === 'capture' && masked.innerScroll && { innerScroll: { ...masked.innerScroll, expanded: null } }),
    item: itemId(clockAndRandom.now().getTime(), clockAndRandom.random(10)),
    title: redactedTitle(masked.title, language),
    redaction: { parent, parentRecord: recordSha256, reason, regions: [] as PagedRegion[] },
  };
}

type Described = ReturnType<typeof describedCopy>;

/** A document's pages were drawn: the copy is pictures of them. */
function shownAs(described: Described, drawn: boolean): Described {
  const pages: FilePages = { as: 'images' };
  if (!drawn) return described;
  if (described.kind === 'import') return { ...described, pages };
  return { ...described, ...(described.file && { file: { ...described.file, pages } }) };
}

/** Of a rolling picture, the pieces that go along. */
function withPieces(described: Described, kept: ReadonlySet<number>): Described {
  if (described.kind !== 'capture' || !described.rolling) return described;
  const { rolling, ...others } = described;
  const left = keptPieces(rolling, kept);
  return left ? { ...others, rolling: left } : others;
}

/** Adds the copy; it takes its parent's place in an arrangement, and the parent is left out. */
function addInstead(
  caseFile: WritableCase,
  parent: ItemState,
  derived: ItemRecord,
  takenOut: readonly string[],
): ItemState {
  const { language } = caseFile.facts();
  const { item } = derived;
  const state = caseFile.addItem(derived);
  const arrangement = caseFile.arrangement();
  if (arrangement?.some((exhibit) => exhibit.item === parent.item)) {
    const exhibits = arrangement.map((exhibit) =>
      exhibit.item === parent.item ? exhibitOfCopy({ ...exhibit, item }, takenOut, language) : { ...exhibit },
    );
    caseFile.logEvent('exhibits-set', { exhibits });
  }
  caseFile.logEvent('item-excluded', { item: parent.item, reason: say(filedAs, language, { item }) }, parent.item);
  return state;
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
  const text = storedText(caseFile, sha256);
  return !words.some((one) => says(text, one));
}
