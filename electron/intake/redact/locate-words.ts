import { storedJson, storedText } from '../../casefile/files/stored-text.ts';
import type { Region } from '../../../shared/case/exhibit.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { positionedWords, type PositionedWords } from '../../../shared/page/positioned-words.ts';
import { parseMachineRead, type WordsByPage } from '../../../shared/page/page-words.ts';
import { coverOf, lettersSaying, type SaidLetters } from '../../../shared/page/redact-words.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { timesSaid } from '../../../shared/redaction/same-words.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';

/** Where the words of an item stand in its picture; nothing where no program has read any. */
export function wordsOfItem(caseFile: ReadableCase, record: ItemRecord): PositionedWords {
  const artifact = record.artifacts.find(({ role }) => role === 'text-positions');
  if (!artifact) return { runs: [], elsewhere: [], framed: true, cut: false };
  return positionedWords(record, storedJson(caseFile, artifact.sha256));
}

/**
 * What is painted over for some words. All of them must be found, and each place must be known: a word that stands once
 * more where the program cannot tell is a word that is left.
 *
 * @param positioned where the words of the item stand
 * @param drawn whether a person drew places besides: then what has no place is taken to be under these
 * @param saidBeside whether another picture of the item says words: then this one need not
 * @throws {FascicleError} `words-not-said` | `words-frame-unknown` | `words-off-picture` | `words-said-more` |
 *   `words-other-glyphs`
 */
export function wordsToPaint(
  caseFile: ReadableCase,
  record: ItemRecord,
  positioned: PositionedWords,
  words: readonly string[],
  drawn: boolean,
  saidBeside: (words: string) => boolean,
): SaidLetters {
  if (!drawn && words.length > 0 && drawsOthers(record, positioned.runs))
    throw new FascicleError('words-other-glyphs', { item: record.item });
  if (!drawn) for (const one of words) refuseUnpositioned(caseFile, record, positioned, one, saidBeside(one));
  return lettersSaying(positioned.runs, words);
}

/** What a machine read in the pictures or on the pages of an item, both counted from 1; empty where none did. */
export function machineReadOf(caseFile: ReadableCase, { attachments }: ItemState): WordsByPage {
  const file = attachments.findLast(({ kind }) => kind === 'machine-read')?.file;
  if (!file) return new Map();
  return parseMachineRead(file.name, storedJson(caseFile, file.sha256));
}

/**
 * The lines that say some words, of an item whose words only a machine has read: it says of a line where it is, about.
 *
 * @param pictures numbers of the item's pictures
 * @param drawn whether a person drew places besides
 * @returns null where no machine read it, or it has words of its own
 * @throws {FascicleError} `words-not-said` | `words-pages-unread`
 */
export function linesReadInPictures(
  caseFile: ReadableCase,
  state: ItemState,
  pictures: ReadonlySet<number>,
  words: readonly string[],
  drawn: boolean,
): readonly Readonly<{ page: number; cover: Region }>[] | null {
  const { record, item } = state;
  const pages = machineReadOf(caseFile, state);
  if (pages.size === 0 || record.artifacts.some(({ role }) => role === 'text-positions')) return null;
  const runs = [...pages.values()].flat();
  for (const one of drawn ? [] : words)
    if (lettersSaying(runs, [one]).size === 0) throw new FascicleError('words-not-said', { item, words: one });
  const unread = [...pictures].filter((number) => !pages.has(number));
  if (!drawn && unread.length > 0) throw new FascicleError('words-pages-unread', { item, pages: unread.join(', ') });
  const said = lettersSaying(runs, words);
  return [...pages].flatMap(([page, own]) =>
    own.flatMap((run) => (said.has(run) ? [{ page, cover: coverOf(run) }] : [])),
  );
}

/** Reasons of items whose picture may show other words than their text says: the text does not tell where words are. */
const otherFonts: ReadonlySet<string> = new Set(['font-maps-otherwise', 'fonts-not-compared']);

/** Whether the pictures of an item may show other words than these runs say. */
export function drawsOthers({ steps, warnings }: ItemRecord, runs: readonly TextRun[]): boolean {
  const reasons = [...warnings, ...steps.flatMap(({ reason }) => reason ?? [])];
  return runs.some(({ otherGlyphs }) => otherGlyphs === true) || reasons.some(({ code }) => otherFonts.has(code));
}

type Unpositioned = Extract<
  ErrorCode,
  'words-not-said' | 'words-frame-unknown' | 'words-off-picture' | 'words-said-more'
>;

function refuseUnpositioned(
  caseFile: ReadableCase,
  record: ItemRecord,
  { runs, elsewhere, framed, cut }: PositionedWords,
  words: string,
  beside: boolean,
): void {
  const refuse = (code: Unpositioned) => new FascicleError(code, { item: record.item, words });
  const known = timesSaid(runs.map(({ text }) => text).join(''), words);
  const off = timesSaid(elsewhere.join(''), words);
  const inText = timesSaid(visibleText(caseFile, record), words);
  if (known + off + inText === 0 && beside) return;
  if (known + off + inText === 0) throw refuse('words-not-said');
  if (!framed) throw refuse('words-frame-unknown');
  if (off > 0) throw refuse('words-off-picture');
  if (cut || inText > known) throw refuse('words-said-more');
}

function visibleText(caseFile: ReadableCase, { artifacts }: ItemRecord): string {
  const text = artifacts.find(({ role }) => role === 'text');
  return text ? storedText(caseFile, text.sha256) : '';
}
