import { addressOrFile } from '../../../shared/case/address-or-file.ts';
import { statSync } from 'node:fs';
import type { Attachment } from '../../../shared/case/attachment.ts';
import type { ItemRecord, Role } from '../../../shared/case/record.ts';
import { pageTextSchema, wordsOfPageText } from '../../../shared/page/page-text.ts';
import { parseRollingWords } from '../../../shared/page/rolling-words.ts';
import { allWords, parseMachineRead } from '../../../shared/page/page-words.ts';
import { titleOf } from '../../../shared/plan/arrangement.ts';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { headsOf } from '../items/told-answers.ts';
import type { ItemState, Triage } from '../../casefile/case-handles.ts';
import { objectFile } from '../../casefile/objects.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

/** What of a row comes from the record alone, and therefore never changes. */
export type BaseRow = Omit<EvidenceRow, 'decision' | 'reason' | 'tags'> &
  Readonly<{
    /** Same address, or same bytes: what makes two items captures of one thing. */
    sameness: string;
  }>;

/** Longer texts are searched in their beginning. */
const longestText = 400_000;

export function baseRow({ item, seq, record }: ItemState): BaseRow {
  const original = record.artifacts.find(({ role }) => role === 'original');
  return {
    item,
    seq,
    kind: record.kind,
    category: record.category,
    title: titleOf(record),
    from: addressOrFile(record),
    ...headsOf(record),
    startedAt: record.startedAt,
    published: null,
    warnings: record.warnings.length,
    pictured: pictureOf(record) !== null,
    sameness: record.kind === 'capture' ? record.url : (original?.sha256 ?? item),
  };
}

export function rowOf(row: BaseRow, triage: Triage | undefined): EvidenceRow {
  const { item, seq, kind, category, title, from, outcome, answers, startedAt, published, warnings, pictured } = row;
  const base = { item, seq, kind, category, title, from, outcome, answers, startedAt, published, warnings, pictured };
  return {
    ...base,
    decision: triage?.excluded != null ? 'excluded' : triage?.accepted === true ? 'accepted' : 'undecided',
    reason: triage?.excluded ?? null,
    tags: [...(triage?.tags ?? [])],
  };
}

/** The artifact that a thumbnail is made of: the picture's first tile, else an imported picture. */
export function pictureOf(record: ItemRecord): ItemRecord['artifacts'][number] | null {
  const of = (role: Role) =>
    record.artifacts
      .filter((artifact) => artifact.role === role && /^image\/(png|jpeg|webp)$/.test(artifact.mediaType))
      .sort((a, b) => (a.y ?? 0) - (b.y ?? 0))[0];
  return of('screenshot-tile') ?? of('screenshot-region') ?? of('page-image') ?? of('original') ?? null;
}

/** The words of an item: its visible text, and what was noted and read of it. A text that is gone counts as empty. */
export function indexedText(folder: string, record: ItemRecord, machineRead: Attachment['file'] | null): string {
  const facts = record.kind === 'import' ? record.facts : (record.file?.facts ?? []);
  const noted =
    record.kind === 'import'
      ? [record.source, record.receivedBy, record.receivedOn, record.account]
      : [record.finalUrl];
  const text = record.artifacts.flatMap(({ role, sha256 }) => {
    if (role === 'text') return textOf(objectFile(folder, sha256));
    if (role === 'rolling-positions') return rollingWords(textOf(objectFile(folder, sha256)));
    return role === 'page-text' ? pageWords(textOf(objectFile(folder, sha256))) : [];
  });
  const read = machineRead ? machineWords(machineRead.name, textOf(objectFile(folder, machineRead.sha256))) : [];
  return [...text, ...read, ...noted.flatMap((one) => one ?? []), ...facts.map(({ value }) => value)].join('\n');
}

/** What a machine read; a file whose form is not known counts as empty. */
function machineWords(name: string, json: string): readonly string[] {
  try {
    return allWords(parseMachineRead(name, JSON.parse(json)));
  } catch {
    return [];
  }
}

/** What a rolling picture shows; a file whose form is not known counts as empty. */
function rollingWords(json: string): readonly string[] {
  try {
    return allWords(parseRollingWords(JSON.parse(json), 1));
  } catch {
    return [];
  }
}

/** What a mail or a text file says; one whose form is not known counts as empty. */
function pageWords(json: string): readonly string[] {
  try {
    const text = pageTextSchema.parse(JSON.parse(json));
    return [...wordsOfPageText(text), ...text.attachments.map(({ name }) => name)];
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return statSync(file).size > longestText * 4 ? '' : readRegular(file).toString('utf8').slice(0, longestText);
  } catch {
    return '';
  }
}
