import type { Text } from '../../../../shared/language.ts';
import type { BundleModel } from '../../model.ts';
import type { Page } from '../../sheet.ts';
import { exhibitsCell } from './matrix.ts';
import { stated, tablePages, type TablePart } from '../blocks/table.ts';
import { pageKind, type ModelWith, withWords } from '../page-kind.ts';

/** What only this page says. */
const words = {
  event: { 'zh-CN': '事件', en: 'Event' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 时间线: what happened, in order, each with the exhibits that show it. */
export const chronology = pageKind({
  kind: 'chronology',
  part: 'chronology',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('chronology'),
  when: ({ plan, working, compliance }) => !compliance && (working !== null || plan.chronology.length > 0),
  plan: chronologyPages,
});

function chronologyPages(model: Own): readonly Page[] {
  return tablePages(chronologyTable(model), model);
}

export function chronologyTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, plan, layout } = model;
  const entries = [...plan.chronology].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return {
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
