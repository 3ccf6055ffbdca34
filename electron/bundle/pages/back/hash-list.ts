import type { Text } from '../../../../shared/language.ts';
import { readableInstant } from '../../../../shared/instant.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import type { BundleModel } from '../../model.ts';
import type { Page } from '../../sheet.ts';
import { pagesCell } from '../blocks/flow.ts';
import { tablePages, type TableLine, type TablePart } from '../blocks/table.ts';
import { pageKind, type ModelWith, withWords } from '../page-kind.ts';

/** What only this page says. */
const words = {
  hashList: { 'zh-CN': '哈希值清单', en: 'Hash list' },
  bytes: { 'zh-CN': '字节数', en: 'Bytes' },
  hashedBy: { 'zh-CN': '计算时间（不晚于）', en: 'Hashed (no later than)' },
  unchecked: { 'zh-CN': '{number}（未记载核验）', en: '{number} (no verification recorded)' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const size = 6.8;

/** 哈希值清单: every file of every exhibit with its full SHA-256, and the time by which the log held it. */
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
const keptTime = (wall: string | undefined): string | null =>
  wall === undefined ? null : readableInstant(wall).slice(0, 30);

export function hashListTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, layout } = model;
  const rows = model.exhibits.flatMap(
    ({ index, record, number, recordSha256, recordBytes, attachments, machineRead, keptAt }): TableLine[] => {
      // The number of an outside paper stands with the paper: whether it holds for another file, nothing here shows.
      const ofPapers = new Map(
        attachments.map(({ number: own, kind, file }) => [
          file.sha256,
          t('unchecked', { number: own ?? bundleTexts[kind] }),
        ]),
      );
      const files = [
        ...record.artifacts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
        { name: 'record.json', bytes: recordBytes, sha256: recordSha256 },
        ...attachments.map(({ file }) => file),
        ...(machineRead ? [machineRead] : []),
      ];
      return files.map(({ name, bytes, sha256 }, at) => ({
        cells: [
          number,
          name,
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
    title: t('hashList'),
    size: layout.landscape,
    columns: [
      { name: t('no'), width: 38 },
      { name: t('fileName'), width: 100 },
      { name: t('bytes'), width: 52 },
      { name: 'SHA-256', width: 292 },
      { name: t('hashedBy'), width: 128 },
      { name: t('anchorNumber'), width: 94 },
      { name: t('pages'), width: 48 },
    ],
    rows,
    textSize: size,
    pad: 1.8,
  };
}
