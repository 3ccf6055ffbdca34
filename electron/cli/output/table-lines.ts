import { labelled, type Language } from '../../../shared/language.ts';
import type { Table } from '../../../shared/plan/table.ts';

/** A table as lines for a person: its title, its notes, then each row as one paragraph with the columns' names. */
export function tableLines({ title, notes, columns, rows }: Table, language: Language): readonly string[] {
  return [
    `── ${title}`,
    ...notes.map((note) => `   ${note}`),
    ...rows.flatMap((row) =>
      row.map((cell, at) => {
        const name = columns[at]?.name ?? '';
        const text = cell.replaceAll('\n', language === 'en' ? '; ' : '；'); // a quotation keeps its full stop
        return at === 0 ? `• ${text}` : `    ${labelled(name, text, language)}`;
      }),
    ),
  ];
}
