import { readableInstant } from '../../../../shared/instant.ts';
import {
  bracketed,
  labelled,
  languagesOf,
  listedApart,
  type Language,
  type Text,
} from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import { attachmentName } from '../../../../shared/messages/names/attachment-names.ts';
import { roleName } from '../../../../shared/messages/names/role-names.ts';
import type { BundleModel } from '../../model.ts';
import type { Page } from '../../sheet.ts';
import { printAreaOf } from '../../layout.ts';
import { gap, pagesCell, paragraph } from '../blocks/flow.ts';
import { tablePages, type TableLine, type TablePart } from '../blocks/table.ts';
import { pageKind, type ModelWith, withWords } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  allFiles: { 'zh-CN': '哈希值清单（全部文件）', en: 'Hash list (all files)' },
  bytes: { 'zh-CN': '字节数', en: 'Bytes' },
  role: { 'zh-CN': '文件用途', en: 'What it is' },
  ofRecord: { 'zh-CN': '证据记录', en: 'record of the item' },
  hashedBy: { 'zh-CN': '计算时间（不晚于）', en: 'Hashed (no later than)' },
  unchecked: { 'zh-CN': '{number}（未记载核验）', en: '{number} (no verification recorded)' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const size = leastLetters;

/** 哈希值清单（全部文件）: every file of every exhibit with its full SHA-256, and the time by which the log held it. */
export const fileList = pageKind({
  kind: 'file-list',
  part: 'hash-list',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('allFiles'),
  when: () => true,
  plan: fileListPages,
});

function fileListPages(model: Own): readonly Page[] {
  const { t } = model;
  const table = fileListTable(model);
  const [, second] = languagesOf(model.language);
  if (second === undefined) return tablePages(table, model);
  // Each in the second language once, not behind each of hundreds of files.
  const roles = new Set(model.exhibits.flatMap(({ record }) => record.artifacts.map(({ role }) => role)));
  const pairs = [...roles].map((role) => bracketed(roleName(role, first(model)), roleName(role, second), first(model)));
  const { width } = printAreaOf(table.size);
  const legend = paragraph(
    labelled(t('role'), listedApart(pairs, first(model)), model.language),
    width,
    { size },
    model.fonts,
  );
  return tablePages({ ...table, intro: [gap(3), ...legend] }, model);
}

const first = ({ language }: Pick<BundleModel, 'language'>): Language => languagesOf(language)[0] ?? 'zh-CN';

/** The custody entry that named the hash: by then it had been computed. */
const keptTime = (wall: string | undefined): string | null =>
  wall === undefined ? null : readableInstant(wall).slice(0, 30);

/** Of a bundle that adds to one filed before: the files of the new exhibits; the others are in that one. */
export function fileListTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, layout, reissue } = model;
  const language = first(model);
  const ofRecord = words.ofRecord[language];
  const told = model.exhibits.filter(({ number }) => reissue?.exhibits.has(number) !== true);
  const rows = told.flatMap(
    ({ index, record, number, recordSha256, recordBytes, attachments, machineRead, keptAt }): TableLine[] => {
      // The number of an outside paper stands with the paper: whether it holds for another file, nothing here shows.
      const ofPapers = new Map(
        attachments.map(({ number: own, kind, file }) => [
          file.sha256,
          t('unchecked', { number: own ?? bundleTexts[kind] }),
        ]),
      );
      const files = [
        ...record.artifacts.map(({ name, role, bytes, sha256 }) => ({
          name,
          role: roleName(role, language),
          bytes,
          sha256,
        })),
        { name: 'record.json', role: ofRecord, bytes: recordBytes, sha256: recordSha256 },
        ...attachments.map(({ file, kind }) => ({ ...file, role: attachmentName(kind, language) })),
        ...(machineRead ? [{ ...machineRead, role: attachmentName('machine-read', language) }] : []),
      ];
      return files.map(({ name, role, bytes, sha256 }, at) => ({
        cells: [
          number,
          name,
          role,
          String(bytes),
          sha256,
          keptTime(keptAt.get(sha256)) ?? t('notRecorded'),
          ofPapers.get(sha256) ?? '–',
          at === 0 ? pagesCell(index, { size }) : '',
        ],
      }));
    },
  );
  return {
    title: t('allFiles'),
    size: layout.landscape,
    columns: [
      { name: t('no'), width: 34 },
      { name: t('fileName'), width: 94 },
      { name: t('role'), width: 70 },
      { name: t('bytes'), width: 44 },
      { name: 'SHA-256', width: 292, stays: true },
      { name: t('hashedBy'), width: 120 },
      { name: t('anchorNumber'), width: 64 },
      { name: t('pages'), width: 48 },
    ],
    rows,
    textSize: size,
    pad: 1.4,
  };
}
