import type { Output } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import { describeFact } from '../../shared/messages/fact-names.ts';

const signs = { good: '✓', bad: '✕', unknown: '!', 'not-checked': '·' } as const;

/** All that is recorded of one item, for a person: every field, or why it is not recorded; then the facts of a file. */
export function showLines(
  { summary, record, fields, checked }: Output<'items.show'>,
  language: Language,
): readonly string[] {
  const not = language === 'zh-CN' ? '未记录' : 'not recorded';
  const facts = record.kind === 'import' ? record.facts : (record.file?.facts ?? []);
  return [
    `${summary.item}  ${summary.outcome}`,
    ...fields.flatMap((field) => {
      if ('notRecorded' in field) return [`  ${field.name}: ${not} – ${field.notRecorded}`];
      const [first = '', ...more] = field.values;
      return more.length === 0
        ? [`  ${field.name}: ${first}`]
        : [`  ${field.name}:`, ...field.values.map((value) => `    ${value}`)];
    }),
    ...checked.map(({ verdict, number, file, detail }) => `  ${signs[verdict]} ${number ?? file}: ${detail}`),
    ...facts.map((one) => {
      const { name, value, source } = describeFact(one, language);
      return `  ${name}: ${value} (${source})`;
    }),
  ];
}
