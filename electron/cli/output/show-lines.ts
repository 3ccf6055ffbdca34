import type { Output } from '../../../shared/contract.ts';
import { bracketed, labelled, type Language } from '../../../shared/language.ts';
import { clockWarning } from '../../../shared/messages/names/check-messages.ts';
import { exclusionLine } from '../../../shared/messages/exclusion-line.ts';
import { describeFact } from '../../../shared/messages/names/fact-names.ts';
import { fieldWord } from '../../../shared/messages/names/field-messages.ts';
import { headName } from '../../../shared/messages/names/answer-texts.ts';

const signs = { good: '✓', bad: '✕', unknown: '!', 'not-checked': '·' } as const;

/** All that is recorded of one item, for a person: every field, or why it is not recorded; then the facts of a file. */
export function showLines(
  { summary, record, fields, checked, excludedElsewhere }: Output<'items.show'>,
  language: Language,
): readonly string[] {
  const not = language === 'zh-CN' ? '未记录' : 'not recorded';
  const facts = record.kind === 'import' ? record.facts : (record.file?.facts ?? []);
  const clock = record.kind === 'capture' ? clockWarning(record.checks, language) : null;
  return [
    `${summary.item}  ${headName(summary.outcome, language)}`,
    ...(clock === null ? [] : [`  ! ${clock}`]),
    ...unseenLines(record, language).map((line) => `  ${line}`),
    ...fields.flatMap((field) => {
      if ('notRecorded' in field) return [`  ${labelled(field.name, `${not} – ${field.notRecorded}`, language)}`];
      const [first = '', ...more] = field.values;
      return more.length === 0
        ? [`  ${labelled(field.name, first, language)}`]
        : [`  ${labelled(field.name, '', language).trimEnd()}`, ...field.values.map((value) => `    ${value}`)];
    }),
    ...(excludedElsewhere ? [`  ${exclusionLine(excludedElsewhere, language)}`] : []),
    ...checked.map(
      ({ verdict, number, file, detail }) => `  ${signs[verdict]} ${labelled(number ?? file, detail, language)}`,
    ),
    ...facts.map((one) => {
      const { name, value, source } = describeFact(one, language);
      return `  ${labelled(name, bracketed(value, source, language), language)}`;
    }),
  ];
}

/** How many texts the picture of a page does not show. Of records of older programs nothing is said. */
function unseenLines(record: Output<'items.show'>['record'], language: Language): readonly string[] {
  const count = record.kind === 'capture' ? record.unseenTexts : undefined;
  if (count === undefined) return [];
  return [count === null ? fieldWord('unseenTextsUnknown', language) : fieldWord('unseenTexts', language, { count })];
}
