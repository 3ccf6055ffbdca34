import { quotedIn } from '../../../../shared/quoted-in.ts';
import type { Text } from '../../../../shared/language.ts';
import type { BundleModel } from '../../model.ts';
import type { Page } from '../../sheet.ts';
import { exhibitsCell } from './matrix.ts';
import { noteOnOpenCells } from '../statements/open-cells.ts';
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

type Event = BundleModel['plan']['chronology'][number];

export function chronologyTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, plan, layout } = model;
  const filed = new Set(model.exhibits.map(({ exhibit }) => exhibit.item));
  const isOpen = ({ when, what, items = [] }: Event) =>
    when.trim() === '' || what.trim() === '' || !items.some((item) => filed.has(item));
  const entries = [...plan.chronology].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return {
    title: t('chronology'),
    size: layout.portrait,
    intro: !model.working && entries.some(isOpen) ? noteOnOpenCells(model, layout.portrait) : [],
    columns: [
      { name: t('when'), width: 100 },
      { name: t('event'), width: 290 },
      { name: t('numberAndPages'), width: 115 },
    ],
    rows: entries.map(({ when, what, items = [] }) => ({
      cells: [
        stated(when, model),
        stated(what, model),
        exhibitsCell(
          model,
          ({ exhibit }) => items.includes(exhibit.item),
          () => quotedIn(what),
        ),
      ],
    })),
    textSize: 8.4,
  };
}
