import type { Attachment } from '../case/attachment.ts';
import type { Arrangement, Exhibit } from '../case/exhibit.ts';
import { categories, categoryNames } from '../case/category.ts';
import type { ItemRecord } from '../case/record.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';

/** What of an item the arrangement needs. */
export type ArrangedItem = Readonly<{
  item: string;
  record: ItemRecord;
  excluded: string | null;
  attachments?: readonly Attachment[];
}>;

const ownCapture: Text = { 'zh-CN': '申请人以 Fascicle 程序自行采集', en: 'Own capture with the program Fascicle' };
const imported: Text = { 'zh-CN': '导入文件，并非本程序采集', en: 'Imported, not captured by this program' };

/**
 * The exhibits of a case: as a person arranged them, or, until then, every item that is not excluded, by category, in
 * order of intake. Nothing is invented: the purpose of proof stays empty until somebody writes it.
 */
export function resolveArrangement(
  arrangement: Arrangement | null,
  items: readonly ArrangedItem[],
  language: CaseLanguage,
): Arrangement {
  if (arrangement) return arrangement;
  return categories.flatMap((category) =>
    items
      .filter(({ record, excluded }) => excluded === null && record.category === category)
      .map(({ item, record }): Exhibit => ({
        item,
        group: say(categoryNames[category], language),
        title: titleOf(record),
        source: say(record.kind === 'capture' ? ownCapture : imported, language),
        purpose: '',
      })),
  );
}

/** A record's title, else its address or file name. */
export function titleOf(record: ItemRecord): string {
  if (record.title !== null && record.title.trim() !== '') return record.title.trim();
  return record.kind === 'capture' ? record.url : record.fileName;
}
