import type { BundleModel } from '../model.ts';
import type { Sheet } from '../sheet.ts';
import { exhibitsCell } from './matrix.ts';
import { stated, tableSheets, type TablePart } from './table.ts';

/** 媒体报道一览表: every exhibit of coverage. What nobody stated is shown as lacking; nothing is guessed from a page. */
export function mediaSheets(model: BundleModel): readonly Sheet[] {
  return tableSheets(mediaTable(model), model);
}

export function mediaTable(model: BundleModel): TablePart {
  const { t, exhibits, layout } = model;
  return {
    kind: 'media',
    title: t('media'),
    size: layout.landscape,
    columns: [
      { name: t('outlet'), width: 70 },
      { name: t('headline'), width: 150 },
      { name: t('author'), width: 50 },
      { name: t('published'), width: 70 },
      { name: t('address'), width: 170 },
      { name: t('cites'), width: 70 },
      { name: t('reach'), width: 60 },
      { name: t('corrected'), width: 60 },
      { name: t('numberAndPages'), width: 70 },
    ],
    rows: exhibits
      .filter(({ record, exhibit }) => record.category === 'coverage' || exhibit.media !== undefined)
      .map(({ record, exhibit: { title, item, media = {} } }) => ({
        cells: [
          stated(media.outlet, t),
          stated(title, t),
          stated(media.author, t),
          stated(media.published, t),
          record.kind === 'capture' ? record.url : '–',
          stated(media.cites, t),
          stated(media.reach, t),
          stated(media.corrected, t),
          exhibitsCell(model, ({ exhibit }) => exhibit.item === item),
        ],
      })),
    textSize: 7,
  };
}
