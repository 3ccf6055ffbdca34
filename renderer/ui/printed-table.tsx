import type { ReactNode } from 'react';
import { ForeignLines } from './marks.tsx';

/** A table as a paper prints it. */
type Printed = Readonly<{
  title: string;
  columns: readonly Readonly<{ name: string }>[];
  rows: readonly (readonly string[])[];
}>;

/** Its rows, each with a mark before its first cell where the caller has one; nothing where there are none. */
export function PrintedTable({
  table,
  first,
  mark,
}: {
  table: Printed;
  first: string;
  mark?: (at: number) => ReactNode;
}) {
  if (table.rows.length === 0) return null;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={table.title}>
      <table className="table">
        <thead>
          <tr>
            {table.columns.map(({ name }) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={`${at} ${row.join(' ')}`}>
              {row.map((cell, index) => (
                <td key={index} className={index === 0 ? first : ''}>
                  {index === 0 ? mark?.(at) : null}
                  <ForeignLines text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
