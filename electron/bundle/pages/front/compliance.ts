import type { Text } from '../../../../shared/language.ts';
import { bracketed, labelled, listedApart, say } from '../../../../shared/language.ts';
import { shortTime } from '../../../../shared/instant.ts';
import type { Deadline } from '../../../../shared/order/deadlines.ts';
import type { Order } from '../../../../shared/order/order.ts';
import { deadlineTable, filedDeadlines, obligationTables } from '../../../../shared/plan/compliance.ts';
import { serviceCompletionTexts, serviceWayTexts } from '../../../../shared/messages/order-messages.ts';
import type { Table } from '../../../../shared/plan/table.ts';
import { printAreaOf } from '../../layout.ts';
import { forOwnTeam } from '../../model.ts';
import { softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { cell, gap, paragraph, partTitle, rule, tableRow, type Block } from '../blocks/flow.ts';
import { flowPages, tableAmongOthers, type TablePart } from '../blocks/table.ts';
import { wordsLookedFor } from '../../quoted-words.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { namingCell } from '../statements/pinpoint.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  complianceNote: {
    'zh-CN':
      '本报告依据案件截至 {at} 的取证与导入自动汇总：记载裁定所列事项、何时检查、所见为何、何时未检查。“未见”仅指所列检查未见，不等于未作出；是否履行由法院认定。期限由程序按所列依据推算。',
    en: 'Compiled automatically from the captures and imports in the case as of {at}: what the ruling requires, when it was checked, what was seen, and when there was no check. “Not seen” means not seen in the checks listed, not that it was not done; compliance is for the court to determine. Deadlines are calculated by the program under the rules cited.',
  },
  orderNumber: { 'zh-CN': '裁定案号', en: 'Ruling no.' },
  orderRuled: { 'zh-CN': '裁定日期', en: 'Date of the ruling' },
  measureTaken: { 'zh-CN': '采取保全措施之日', en: 'Measure taken on' },
  orderServed: { 'zh-CN': '送达', en: 'Service' },
  orderTerm: { 'zh-CN': '措施期限', en: 'Term of the measure' },
  termJudgment: { 'zh-CN': '至裁判生效时止', en: 'until the judgment takes effect' },
  ordered: { 'zh-CN': '裁定事项', en: 'Matters ordered' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 履行情况核查报告: the order, its deadlines, and for each obligation what was seen and when nobody looked. */
export const compliance = pageKind({
  kind: 'compliance',
  part: null,
  words,
  laidOut: 'once',
  bookmark: ({ t }) => t('complianceReport'),
  when: (model) => model.compliance !== null,
  plan: compliancePages,
});

function compliancePages(model: Own): readonly Page[] {
  const { compliance, language, exhibits, t } = model;
  if (!compliance) return [];
  const numbers = new Map(exhibits.map(({ record, number }) => [record.item, `${t('exhibit')} ${number}`]));
  // A capture that changed nothing is not an exhibit: the table counts it by its time.
  const nameItem = (item: string) => numbers.get(item) ?? '';
  const deadlines = deadlinesFor(model, compliance.deadlines);
  const tables = [
    ...(deadlines.rows.length > 0 ? [tableOf(deadlines, model)] : []),
    ...obligationTables(compliance.reports, nameItem, language).map((table, at) => {
      const report = compliance.reports[at];
      return tableOf(table, model, report ? wordsLookedFor(report) : []);
    }),
  ];
  const blocks = [
    ...orderBlocks(model, compliance.asOf, compliance.order),
    ...tables.flatMap((table) => [gap(betweenTables), ...tableAmongOthers(table, model)]),
  ];
  return flowPages(blocks, model.layout.portrait, t('complianceReport'));
}

/** Points between two tables on one page. */
const betweenTables = 22;

/** The dates of the order; whoever works on the case reads all of them with what is open to doubt. */
function deadlinesFor({ working, language }: Own, deadlines: readonly Deadline[]): Table {
  if (!working) return filedDeadlines(deadlines, language);
  const own = deadlineTable(deadlines, language);
  return { ...own, rows: own.rows.map((cells) => cells.map((text) => forOwnTeam(working, text))) };
}

function orderBlocks(model: Own, asOf: string, order: Order): readonly Block[] {
  const { t, fonts, language } = model;
  const { portrait } = model.layout;
  const { width } = printAreaOf(portrait);
  const line = (label: string, value: string | null): readonly Block[] => {
    if (value === null && model.working === null) return []; // what nobody stated is no part of a filing
    return tableRow(
      [
        cell(label, 138, { size: 9, colour: softInk }, fonts),
        cell(value ?? t('notStated'), width - 162, { size: 9.5, ...(value === null && { colour: softInk }) }, fonts),
      ],
      [150, width - 150],
      { pad: 4.5, line: true },
      400,
    );
  };
  const served = order.served.map(({ party, way, on, completedBy }) => {
    const completed = completedBy !== undefined && say(serviceCompletionTexts[completedBy], language);
    const how = bracketed(say(serviceWayTexts[way], language), way === 'electronic' && completed, language);
    return labelled(party, listedApart([how, on.length > 10 ? shortTime(on) : on], language), language);
  });
  const { term } = order;
  return [
    ...partTitle(t('complianceReport'), width, { size: 19 }, fonts),
    gap(6),
    ...paragraph(t('complianceNote', { at: shortTime(asOf) }), width, { size: 8.4, colour: softInk }, fonts),
    gap(10),
    rule(width),
    ...line(t('orderNumber'), order.number),
    ...line(t('orderRuled'), order.ruled),
    ...line(t('measureTaken'), order.measureTaken),
    ...line(t('orderServed'), served.join('\n') || null),
    ...line(t('orderTerm'), term.until === 'day' ? term.day : term.until === 'judgment' ? t('termJudgment') : null),
    gap(12),
    ...paragraph(t('ordered'), width, { size: 11.5, weight: 'bold' }, fonts, 2),
    gap(2),
    ...order.obligations.flatMap(({ text }, at) => line(`${at + 1}`, text)),
  ];
}

const tableSize = leastLetters;

/** @param said words that the checks of the table look for */
function tableOf({ title, notes, columns, rows }: Table, model: Own, said: readonly string[] = []): TablePart {
  const size = model.layout.portrait;
  const { width } = printAreaOf(size);
  return {
    ...{ title, size },
    intro: notes.flatMap((note) => paragraph(note, width, { size: 8.4, colour: softInk }, model.fonts)),
    columns: columns.map(({ name, share }) => ({ name, width: share })),
    rows: rows.map((cells) => ({
      cells: cells.map((text) => (own: number) => namingCell(text, said, own, { size: tableSize }, model)),
    })),
    textSize: tableSize,
  };
}
