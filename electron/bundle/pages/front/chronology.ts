import { quotedIn } from '../../../../shared/quoted-in.ts';
import { languagesOf, type Text } from '../../../../shared/language.ts';
import type { BundleModel } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { exhibitsCell } from './matrix.ts';
import { noteOnOpenCells, noteOnStanding } from '../statements/table-notes.ts';
import { gutter } from '../blocks/flow.ts';
import { stated, tablePages, type TablePart } from '../blocks/table.ts';
import { pageKind, type ModelWith, withWords } from '../page-kind.ts';

/** What only this page says. */
const words = {
  event: { 'zh-CN': '事件', en: 'Event' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** The last is wide enough that a pinpoint stands on one line, in two languages too. */
const sharesIn = (languages: number) =>
  languages > 1 ? { when: 90, event: 225, numbers: 200 } : { when: 100, event: 290, numbers: 115 };

/** 时间线: what happened, in order, each with the exhibits that show it. */
export const chronology = pageKind({
  kind: 'chronology',
  part: 'chronology',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('chronology'),
  when: (model) => !model.compliance && model.tables && (model.working !== null || toldEvents(model).length > 0),
  plan: chronologyPages,
});

/** What the bundle filed before does not show as this one would. */
const toldEvents = ({ plan, standing }: Pick<BundleModel, 'plan' | 'standing'>): readonly Event[] =>
  plan.chronology.filter((_, at) => standing?.chronology.has(at) !== true);

function chronologyPages(model: Own): readonly Page[] {
  return tablePages(chronologyTable(model), model);
}

type Event = BundleModel['plan']['chronology'][number];

export function chronologyTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, layout } = model;
  const filed = new Set(model.exhibits.map(({ exhibit }) => exhibit.item));
  const isOpen = ({ when, what, items = [] }: Event) =>
    when.trim() === '' || what.trim() === '' || !items.some((item) => filed.has(item));
  const shares = sharesIn(languagesOf(model.language).length);
  const all = shares.when + shares.event + shares.numbers;
  const numbersWidth = (shares.numbers / all) * printAreaOf(layout.portrait).width - gutter;
  const entries = [...toldEvents(model)].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return {
    title: t('chronology'),
    size: layout.portrait,
    intro: [
      ...noteOnStanding(model, 'chronology', layout.portrait),
      ...(!model.working && entries.some(isOpen) ? noteOnOpenCells(model, layout.portrait) : []),
    ],
    columns: [
      { name: t('when'), width: shares.when },
      { name: t('event'), width: shares.event },
      { name: t('numberAndPages'), width: shares.numbers },
    ],
    rows: entries.map(({ when, what, items = [] }) => ({
      cells: [
        stated(when, model),
        stated(what, model),
        exhibitsCell(
          model,
          ({ exhibit }) => items.includes(exhibit.item),
          () => quotedIn(what),
          numbersWidth,
        ),
      ],
    })),
    textSize: 8.4,
  };
}
