import type { BundleModel } from '../model.ts';
import { linkInk } from '../pdf/canvas.ts';
import { rangeText, type Sheet } from '../sheet.ts';
import { cell, lateCell, type Cell } from './flow.ts';
import { stated, tableSheets } from './table.ts';

/** 待证事实与证据对照表: what must be proven, by which exhibits. Contrary evidence and gaps in a working edition only. */
export function matrixSheets(model: BundleModel): readonly Sheet[] {
  const { t, plan, working, layout } = model;
  const written = new Map(working?.plan.elements.map((element) => [element.id, element]));
  return tableSheets(
    {
      kind: 'matrix',
      title: t('matrix'),
      size: layout.landscape,
      columns: [
        { name: t('element'), width: 120 },
        { name: t('law'), width: 110 },
        { name: t('fact'), width: 190 },
        { name: t('exhibitsAndPages'), width: 120 },
        ...(working
          ? [
              { name: t('contrary'), width: 120 },
              { name: t('lacking'), width: 100 },
            ]
          : []),
      ],
      rows: plan.elements.map(({ id, name, law, fact }) => ({
        cells: [
          stated(name, t, { weight: 'bold' }),
          stated(law, t),
          stated(fact, t),
          exhibitsCell(model, (exhibit) => exhibit.elements?.includes(id) === true),
          ...(working ? [written.get(id)?.contrary ?? t('none'), written.get(id)?.gap ?? t('none')] : []),
        ],
      })),
    },
    model,
  );
}

/** Numbers and pages of some exhibits, one a line, each a link. */
export function exhibitsCell(
  { t, exhibits, fonts }: BundleModel,
  wanted: (exhibit: BundleModel['exhibits'][number]['exhibit']) => boolean,
): Cell {
  const found = exhibits.filter(({ exhibit }) => wanted(exhibit));
  if (found.length === 0) return cell(t('gap'), 200, { size: 7.6 }, fonts);
  return lateCell(
    found.map(({ number, index }) => ({
      text: (numbers) => fonts.regular.showable(`${t('exhibit')} ${number}: ${rangeText(numbers.ofExhibit(index))}`),
      link: index,
    })),
    { size: 7.6, colour: linkInk },
  );
}
