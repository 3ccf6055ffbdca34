import { onOneLine } from '../bilingual.ts';
import { addressOrFile } from '../case/address-or-file.ts';
import type { Attachment } from '../case/attachment.ts';
import { categoryNames } from '../case/category.ts';
import type { ItemRecord } from '../case/record.ts';
import { csvText } from '../csv.ts';
import type { Sha256 } from '../digest.ts';
import { readableInstant } from '../instant.ts';
import { cleanedAddress } from '../redaction/address-tokens.ts';
import { cleaned } from '../redaction/credentials.ts';
import { withoutWords } from '../redaction/masked-record.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';

/** One item of the hash list: its record, the record's own file, and the ZIP made for a deposit. */
export type ListedItem = Readonly<{
  item: string;
  record: ItemRecord;
  attachments: readonly Attachment[];
  recordFile: Readonly<{ name: string; bytes: number; sha256: Sha256 }>;
  /** Null where none was made: the sealed original of a redacted copy. */
  archive: Readonly<{ name: string; bytes: number; sha256: Sha256 }> | null;
}>;

const columns: readonly Text[] = [
  { 'zh-CN': '证据标识', en: 'Item' },
  { 'zh-CN': '类别', en: 'Category' },
  { 'zh-CN': '证据名称', en: 'Title' },
  { 'zh-CN': '来源（网址或文件名）', en: 'Source (address or file name)' },
  { 'zh-CN': '固定时间（设备时钟，未核验）', en: 'Preserved at (device clock, not verified)' },
  { 'zh-CN': '文件类别', en: 'Role' },
  { 'zh-CN': '文件名', en: 'File name' },
  { 'zh-CN': '字节数', en: 'Bytes' },
  { 'zh-CN': 'SHA-256', en: 'SHA-256' },
  { 'zh-CN': '记录文件哈希值（SHA-256）', en: 'SHA-256 of the record' },
  { 'zh-CN': '外部存证', en: 'External document' },
];

const noAnchor: Text = { 'zh-CN': '无', en: 'none' };

/**
 * The hash list of a case as CSV: for each item a row for its ZIP (role `archive`), its record (role `record`), and
 * every artifact. The same state of the case gives the same text, on every machine.
 *
 * @param takenOut words of which no cell says any
 */
export function digestList(
  items: readonly ListedItem[],
  language: CaseLanguage,
  takenOut: readonly string[] = [],
): string {
  const rows = items.flatMap((one) => rowsOf(one, language));
  return csvText([
    columns.map((name) => onOneLine(say(name, language))),
    ...rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? withoutWords(cleaned(onOneLine(cell)), takenOut, language) : cell)),
    ),
  ]);
}

function rowsOf(
  { item, record, attachments, recordFile, archive }: ListedItem,
  language: CaseLanguage,
): readonly (readonly (string | number)[])[] {
  const anchors = attachments.map(({ kind, number, file }) => `${kind} ${number ?? file.name}`);
  const row = (role: string, file: Readonly<{ name: string; bytes: number; sha256: Sha256 }>) => [
    item,
    say(categoryNames[record.category], language),
    record.title ?? '',
    cleanedAddress(addressOrFile(record)),
    readableInstant(record.startedAt, record.utcOffsetMinutes),
    role,
    file.name,
    file.bytes,
    file.sha256,
    recordFile.sha256,
    anchors.length === 0 ? say(noAnchor, language) : anchors.join('; '),
  ];
  return [
    ...(archive ? [row('archive', archive)] : []),
    row('record', recordFile),
    ...record.artifacts.map((artifact) => row(artifact.role, artifact)),
  ];
}

/** Lines that `sha256sum -c` reads, binary mode: `<hash> *<name>`. Names are ours and plain ASCII. */
export function sumsText(files: readonly Readonly<{ name: string; sha256: Sha256 }>[]): string {
  return files.map(({ name, sha256 }) => `${sha256} *${name}\n`).join('');
}
