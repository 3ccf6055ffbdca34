import { listedApart } from '../../../shared/language.ts';
import { readableInstant } from '../../../shared/instant.ts';
import type { BundleModel } from '../model.ts';
import type { Sheet } from '../sheet.ts';
import { pagesCell } from './flow.ts';
import { tableSheets, type TableLine, type TablePart } from './table.ts';

const size = 6.8;

/** 哈希值清单: every file of every exhibit with its full SHA-256. */
export function hashListSheets(model: BundleModel): readonly Sheet[] {
  return tableSheets(hashListTable(model), model);
}

export function hashListTable(model: BundleModel): TablePart {
  const { t, layout, language } = model;
  const rows = model.exhibits.flatMap(
    ({ index, record, number, recordSha256, recordBytes, attachments, machineRead }): TableLine[] => {
      const anchors =
        listedApart(
          attachments.map(({ number: own, kind }) => own ?? t(kind)),
          language,
        ) || t('none');
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
          readableInstant(record.endedAt).slice(0, 30),
          anchors,
          at === 0 ? pagesCell(index, { size }) : '',
        ],
      }));
    },
  );
  return {
    kind: 'hash-list',
    title: t('hashList'),
    size: layout.landscape,
    columns: [
      { name: t('no'), width: 38 },
      { name: t('fileName'), width: 100 },
      { name: t('bytes'), width: 52 },
      { name: 'SHA-256', width: 292 },
      { name: t('hashedAt'), width: 128 },
      { name: t('anchorNumber'), width: 94 },
      { name: t('pages'), width: 48 },
    ],
    rows,
    textSize: size,
    pad: 1.8,
  };
}
