import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { picturesFor } from './exhibit-pages.ts';
import { gap, paragraph } from './flow.ts';
import { tableSheets, type TableLine } from './table.ts';

/** 压缩图片清单: in a filing copy, every recoded picture with its original's hash and what was lost. */
export function recodedSheets(model: BundleModel): readonly Sheet[] {
  const { t, layout, fonts, pictures } = model;
  if (!pictures.recoded) return [];
  const rows = model.exhibits.flatMap((exhibit) =>
    picturesFor(exhibit).flatMap(({ name, sha256, bytes }): TableLine[] => {
      const picture = pictures.of(sha256);
      if (!picture?.loss) return [];
      return [{ cells: [exhibit.number, name, sha256, picture.sha256, `${bytes} → ${picture.bytes}`, picture.loss] }];
    }),
  );
  return tableSheets(
    {
      kind: 'recoded',
      title: t('recoded'),
      size: layout.landscape,
      intro: [gap(3), ...paragraph(t('recodedNote'), fieldOf(layout.landscape).width, { size: 8.6 }, fonts)],
      columns: [
        { name: t('no'), width: 38 },
        { name: t('fileName'), width: 76 },
        { name: t('originalHash'), width: 240 },
        { name: t('copyHash'), width: 240 },
        { name: t('bytesFromTo'), width: 84 },
        { name: t('loss'), width: 100 },
      ],
      rows,
      textSize: 6.2,
      pad: 1.8,
    },
    model,
  );
}
