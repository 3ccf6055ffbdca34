import type { Text } from '../../../../shared/language.ts';
import { shortTime } from '../../../../shared/instant.ts';
import { printAreaOf } from '../../layout.ts';
import { softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { anchorsText } from '../front/catalogue.ts';
import { cellOfLines, gap, pagesCell, paragraph } from '../blocks/flow.ts';
import { tablePages, type TablePart } from '../blocks/table.ts';
import { noteOnStanding } from '../statements/table-notes.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  hashList: { 'zh-CN': '哈希值清单', en: 'Hash list' },
  hashListNote: {
    'zh-CN':
      '每项证据一行。所列为该项证据记录文件（record.json）的 SHA-256；记录文件载明该项证据所取得的每个文件及其 SHA-256，任一文件改动，即与记录不符。外部存证文件不在记录之内，与全部文件一并列于技术附录的“哈希值清单（全部文件）”。',
    en: 'One row for each exhibit, with the SHA-256 of its record file (record.json). The record names every file that was taken for the exhibit with its SHA-256, so that a change to any of them no longer agrees with it. External documents are not part of the record; they stand with all files in the hash list (all files) of the technical annex.',
  },
  recordSha256: { 'zh-CN': '记录文件的 SHA-256', en: 'SHA-256 of the record' },
  fileCount: { 'zh-CN': '文件数', en: 'Files' },
  keptBy: { 'zh-CN': '固定时间（不晚于）', en: 'Preserved (no later than)' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const size = leastLetters;

/** 哈希值清单: one row for each exhibit; its record binds its files, which the technical annex lists. */
export const hashList = pageKind({
  kind: 'hash-list',
  part: 'hash-list',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('hashList'),
  when: () => true,
  plan: hashListPages,
});

function hashListPages(model: Own): readonly Page[] {
  return tablePages(hashListTable(model), model);
}

/** The custody entry that named the hash: by then it had been computed. */
const keptBy = (wall: string | undefined): string | null => (wall === undefined ? null : shortTime(wall, 'up'));

function hashListTable(model: Own): TablePart {
  const { t, layout, fonts } = model;
  const page = layout.landscape;
  const told = model.exhibits.filter(({ index }) => model.standing?.hashes.has(index) !== true);
  return {
    title: t('hashList'),
    size: page,
    intro: [
      ...noteOnStanding(model, 'hashes'),
      gap(3),
      ...paragraph(t('hashListNote'), printAreaOf(page).width, { size: leastLetters, colour: softInk }, fonts),
    ],
    columns: [
      { name: t('no'), width: 28 },
      { name: t('title'), width: 110, stays: true },
      { name: t('recordSha256'), width: 300, stays: true },
      { name: t('fileCount'), width: 34 },
      { name: t('keptBy'), width: 119 },
      { name: t('anchorNumber'), width: 100 },
      { name: t('pages'), width: 47 },
    ],
    rows: told.map(({ index, number, exhibit, record, recordSha256, attachments, keptAt }) => ({
      cells: [
        number,
        (width: number) => cellOfLines(exhibit.title, 1, '…', width, { size }, fonts), // whole in the catalogue
        recordSha256,
        String(record.artifacts.length + 1),
        keptBy(keptAt.get(recordSha256)) ?? t('notRecorded'),
        attachments.length === 0 ? t('none') : anchorsText(attachments, model),
        pagesCell(index, { size }),
      ],
    })),
    textSize: size,
    pad: 1.2,
  };
}
