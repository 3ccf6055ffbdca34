import { say } from '../../../shared/language.ts';
import { momentText } from '../../../shared/messages/watch-messages.ts';
import type { Order } from '../../../shared/order/order.ts';
import { deadlineTable, obligationTables } from '../../../shared/plan/compliance.ts';
import { serviceWayTexts } from '../../../shared/messages/order-messages.ts';
import type { Table } from '../../../shared/plan/table.ts';
import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { softInk } from '../pdf/canvas.ts';
import type { Sheet } from '../sheet.ts';
import { cell, gap, paragraph, rule, tableRow, type Block } from './flow.ts';
import { flowSheets, tableSheets } from './table.ts';

/** 履行情况核查报告: the order, its deadlines, and for each obligation what was seen and when nobody looked. */
export function complianceSheets(model: BundleModel): readonly Sheet[] {
  const { compliance, language, exhibits, t } = model;
  if (!compliance) return [];
  const numbers = new Map(exhibits.map(({ record, number }) => [record.item, `${t('exhibit')} ${number}`]));
  // A capture that changed nothing is not an exhibit: the table counts it by its time.
  const nameItem = (item: string) => numbers.get(item) ?? '';
  return [
    ...orderSheets(model, compliance.asOf, compliance.order),
    ...tableOf(deadlineTable(compliance.deadlines, language), model),
    ...obligationTables(compliance.reports, nameItem, language).flatMap((table) => tableOf(table, model)),
  ];
}

function orderSheets(model: BundleModel, asOf: string, order: Order): readonly Sheet[] {
  const { t, fonts, language } = model;
  const { portrait } = model.layout;
  const { width } = fieldOf(portrait);
  const line = (label: string, value: string | null): readonly Block[] =>
    tableRow(
      [
        cell(label, 138, { size: 9, colour: softInk }, fonts),
        cell(value ?? t('notStated'), width - 162, { size: 9.5, ...(value === null && { colour: softInk }) }, fonts),
      ],
      [150, width - 150],
      { pad: 4.5, line: true },
      400,
    );
  const served = order.served.map(
    ({ party, way, on }) => `${party}: ${say(serviceWayTexts[way], language)}, ${on.length > 10 ? momentText(on) : on}`,
  );
  const { term } = order;
  const blocks: Block[] = [
    ...paragraph(t('complianceReport'), width, { size: 19, weight: 'bold' }, fonts),
    gap(6),
    ...paragraph(t('complianceNote', { at: momentText(asOf) }), width, { size: 8.4, colour: softInk }, fonts),
    gap(10),
    rule(width),
    ...line(t('orderNumber'), order.number),
    ...line(t('orderRuled'), order.ruled),
    ...line(t('measureTaken'), order.measureTaken),
    ...line(t('orderServed'), served.join('\n') || null),
    ...line(t('orderTerm'), term.until === 'day' ? term.day : term.until === 'judgment' ? t('termJudgment') : null),
    gap(12),
    ...paragraph(t('ordered'), width, { size: 11.5, weight: 'bold' }, fonts),
    gap(2),
    ...order.obligations.flatMap(({ text }, at) => line(`${at + 1}`, text)),
  ];
  return flowSheets(blocks, portrait, 'compliance', t('complianceReport'));
}

function tableOf({ title, notes, columns, rows }: Table, model: BundleModel): readonly Sheet[] {
  const size = model.layout.landscape;
  const { width } = fieldOf(size);
  return tableSheets(
    {
      kind: 'compliance',
      title,
      size,
      intro: notes.flatMap((note) => paragraph(note, width, { size: 8.4, colour: softInk }, model.fonts)),
      columns: columns.map(({ name, share }) => ({ name, width: share })),
      rows: rows.map((cells) => ({ cells })),
    },
    model,
  );
}
