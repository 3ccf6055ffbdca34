import { asTyped } from '../bilingual.ts';
import { addressOrFile } from '../case/address-or-file.ts';
import type { Attachment } from '../case/attachment.ts';
import type { Arrangement, Exhibit } from '../case/exhibit.ts';
import { categories, categoryNames } from '../case/category.ts';
import type { ItemRecord } from '../case/record.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';
import { suggestedKind } from '../case/evidence-kind.ts';

/** What of an item the arrangement needs. */
export type ArrangedItem = Readonly<{
  item: string;
  record: ItemRecord;
  excluded: string | null;
  /** Whether a person accepted it as it is. */
  accepted: boolean;
  attachments?: readonly Attachment[];
}>;

// Whose computer and whose hand it was, a record does not say.
const captured: Text = { 'zh-CN': '由 Fascicle 程序取证', en: 'Captured with the program Fascicle' };
const imported: Text = { 'zh-CN': '导入文件，并非由本程序取证', en: 'Imported file, not captured by this program' };

/**
 * The exhibits of a case: as a person arranged them, or, until then, every item that is not excluded and that files
 * itself or was accepted, by category, in order of intake. Nothing is invented: the purpose of proof stays empty until
 * somebody writes it.
 */
export function resolveArrangement(
  arrangement: Arrangement | null,
  items: readonly ArrangedItem[],
  language: CaseLanguage,
): Arrangement {
  if (arrangement) return arrangement;
  return categories.flatMap((category) =>
    items
      .filter(({ record, excluded, accepted }) => {
        return excluded === null && record.category === category && (accepted || shortOf(record) === null);
      })
      .map((item) => exhibitAsItIs(item, language)),
  );
}

/** An item as an exhibit that nobody has described yet. */
export function exhibitAsItIs(
  { item, record }: Pick<ArrangedItem, 'item' | 'record'>,
  language: CaseLanguage,
): Exhibit {
  const title = titleOf(record);
  const kind =
    record.kind === 'import' ? suggestedKind({ kind: 'import', title, from: record.fileName }, language) : null;
  return {
    item,
    group: asTyped(say(categoryNames[record.category], language)),
    title,
    source: asTyped(say(record.kind === 'capture' ? captured : imported, language)),
    purpose: '',
    ...(kind !== null && { kind }),
  };
}

/** Reasons of files of which nothing can be shown, beside those of which making pages was tried and failed. */
const unreadable: ReadonlySet<string> = new Set(['file-empty', 'film-unreadable', 'heic-not-drawn']);

/**
 * Why an item is an exhibit only where a person says so: its capture failed or met a wall, or its file is empty or
 * damaged. Null: it may be filed as it is. A kind of file that is shown as a sheet by design is whole.
 */
export function shortOf(record: ItemRecord): 'capture' | 'file' | null {
  if (record.outcome === 'failed' || record.outcome === 'blocked') return 'capture';
  const pages = record.kind === 'import' ? record.pages : record.file?.pages;
  if (pages?.as !== 'none') return null;
  const failed = record.steps.some(({ step, outcome }) => step === 'make-pages' && outcome === 'failed');
  const reasons = [pages.reason, ...record.warnings, ...record.steps.flatMap(({ reason }) => reason ?? [])];
  return failed || reasons.some(({ code }) => unreadable.has(code)) ? 'file' : null;
}

/** A record's title, else its address or file name. */
export function titleOf(record: ItemRecord): string {
  if (record.title !== null && record.title.trim() !== '') return record.title.trim();
  return addressOrFile(record);
}
