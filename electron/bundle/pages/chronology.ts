import type { BundleModel } from '../model.ts';
import type { Sheet } from '../sheet.ts';
import { exhibitsCell } from './matrix.ts';
import { stated, tableSheets, type TablePart } from './table.ts';

/** 时间线: what happened, in order, each with the exhibits that show it. */
export function chronologySheets(model: BundleModel): readonly Sheet[] {
  return tableSheets(chronologyTable(model), model);
}

export function chronologyTable(model: BundleModel): TablePart {
  const { t, plan, layout } = model;
  const entries = [...plan.chronology].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return {
    kind: 'chronology',
    title: t('chronology'),
    size: layout.portrait,
    columns: [
      { name: t('when'), width: 100 },
      { name: t('event'), width: 290 },
      { name: t('numberAndPages'), width: 115 },
    ],
    rows: entries.map(({ when, what, items = [] }) => ({
      cells: [stated(when, t), stated(what, t), exhibitsCell(model, ({ exhibit }) => items.includes(exhibit.item))],
    })),
    textSize: 8.4,
  };
}
