import { bracketed } from '../../../shared/language.ts';
import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { sealInk } from '../pdf/canvas.ts';
import type { Sheet } from '../sheet.ts';
import { gap, heading, paragraph, type Block } from './flow.ts';
import { flowSheets } from './table.ts';

/** 工作记录: what only those who work on the case may read. A filing has none of it. */
export function workingSheets(model: BundleModel): readonly Sheet[] {
  const { t, fonts, layout, working } = model;
  if (!working) return [];
  const { width } = fieldOf(layout.portrait);
  const { plan, leftOut, notes, problems } = working;
  const section = (title: string, lines: readonly string[]): readonly Block[] => [
    gap(12),
    ...heading(title, width, { size: 10.5 }, fonts),
    ...(lines.length === 0 ? [t('none')] : lines).flatMap((line) => [
      gap(3),
      ...paragraph(line, width, { size: 8.8 }, fonts),
    ]),
  ];
  const blocks = [
    ...paragraph(t('workingPart'), width, { size: 17, weight: 'bold', colour: sealInk }, fonts),
    ...section(
      t('working1'),
      leftOut.map(({ item, title, reason }) => `${bracketed(title, item, model.language)}: ${reason ?? t('unlisted')}`),
    ),
    ...section(
      t('working2'),
      problems.flatMap(({ code, where, message, accepted }) =>
        accepted === null ? [] : [`[${code}] ${where}: ${message} — ${accepted}`],
      ),
    ),
    ...section(
      t('working3'),
      problems.flatMap(({ code, where, message, accepted }) =>
        accepted === null ? [`[${code}] ${where}: ${message}`] : [],
      ),
    ),
    ...section(t('working4'), [
      ...plan.notes,
      ...notes.map(({ number, notes: text }) => `${t('exhibit')} ${number}: ${text}`),
    ]),
    ...section(
      t('working5'),
      plan.drafts.map(({ title, text }) => `${title}：${text}`),
    ),
  ];
  return flowSheets(blocks, layout.portrait, 'working', t('workingPart'));
}
