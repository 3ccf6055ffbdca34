import { tables, type Row, type TableName } from '../custody/projection.ts';
import type { CaseFindingCode } from '../messages/verify/verify-messages.ts';
import type { Finding } from './findings.ts';

type Cells = Row['cells'];

/**
 * Compares the rows that the custody log makes with the rows that the database holds: every table, every cell, in both
 * directions. (SQLite's own check calls a database whole after a byte inside a text was flipped.)
 */
export function compareRows(
  expected: readonly Row[],
  found: Readonly<Record<TableName, readonly Cells[]>>,
): readonly Finding<CaseFindingCode>[] {
  const wanted = Map.groupBy(expected, ({ table }) => table);
  return (Object.keys(tables) as TableName[]).flatMap((table) =>
    compareTable(
      table,
      (wanted.get(table) ?? []).map(({ cells }) => cells),
      found[table],
    ),
  );
}

function compareTable(
  table: TableName,
  expected: readonly Cells[],
  found: readonly Cells[],
): readonly Finding<CaseFindingCode>[] {
  const [keyColumn] = tables[table];
  const keyed = (rows: readonly Cells[]) => new Map(rows.map((cells) => [String(cells[keyColumn]), cells]));
  const wanted = keyed(expected);
  const there = keyed(found);
  const findings: Finding<CaseFindingCode>[] = [];
  for (const [key, cells] of wanted) {
    const row = there.get(key);
    if (!row) {
      findings.push({ rank: 'failed', code: 'row-missing', params: { table, row: key } });
      continue;
    }
    const columns = tables[table].filter((column) => row[column] !== cells[column]);
    if (columns.length > 0) {
      findings.push({ rank: 'failed', code: 'row-differs', params: { table, row: key, columns: columns.join(', ') } });
    }
  }
  for (const key of there.keys()) {
    if (!wanted.has(key)) findings.push({ rank: 'failed', code: 'row-extra', params: { table, row: key } });
  }
  return findings;
}
