import type { Row } from 'write-excel-file/node';
import { visibleLines } from '../../../shared/visible-text.ts';
import { cellHeight, linesInCell, partsOfHeight, workbookLetters } from './cell-sizes.ts';
import type { TypedCell } from './typed-cells.ts';

/** Points that no row is higher than (Excel's limit is 409.5). What is longer goes on in the row below. */
const highestRow = 390;
/** Texts longer than this are no cells of the format "text": old programs show those as `####`. */
const longestOfTextFormat = 255;

type Look = Readonly<{
  fontWeight?: 'bold';
  fontSize?: number;
  backgroundColor?: string;
  borderStyle?: 'thin';
  borderColor?: string;
  alignVertical?: 'bottom';
}>;

/** Rows of a sheet one under the other, each as high as its longest cell: no program finds that height by itself everywhere. */
export class SheetRows {
  readonly rows: Row[] = [];
  /** Texts that the sheet shows without holding them in one piece: times are numbers in it, long texts go over rows. */
  readonly shownOnly: string[] = [];
  readonly #digits: readonly number[];

  /** @param digits widths of the columns */
  constructor(digits: readonly number[]) {
    this.#digits = digits;
  }

  /** A row of cells, and further rows for what is higher than a row may be. */
  cells(cells: readonly TypedCell[], look: Look = {}): void {
    const parts = cells.map(({ shown }, at) => this.#parts(shown, this.#digits[at] ?? 0, workbookLetters));
    const count = Math.max(1, ...parts.map(({ length }) => length));
    for (let n = 0; n < count; n += 1) {
      const height = Math.max(...parts.map((of) => cellHeight(of[n] ?? [''])));
      this.rows.push(
        cells.map((cell, at) => {
          const isNumber = n === 0 && 'number' in cell;
          const made = isNumber ? numberCell(cell) : textCell((parts[at]?.[n] ?? []).join(''));
          return { ...made, ...look, height };
        }),
      );
    }
    for (const cell of cells) if ('number' in cell && cell.format !== '0') this.shownOnly.push(cell.shown);
  }

  /** A text across the whole sheet, in as many rows as its height takes. @param above free points over it */
  across(text: string, look: Look = {}, above = 0): void {
    const { fontSize = workbookLetters } = look;
    const count = this.#digits.length;
    const digits = this.#digits.reduce((sum, one) => sum + one, 0);
    for (const lines of this.#parts(text, digits, fontSize)) {
      const height = cellHeight(lines, fontSize) + above;
      const cell = { ...textCell(lines.join('')), ...look, height };
      this.rows.push(count === 1 ? [cell] : [{ ...cell, columnSpan: count }, ...Array<null>(count - 1).fill(null)]);
    }
  }

  #parts(text: string, digits: number, size: number): readonly (readonly string[])[] {
    const parts = partsOfHeight(linesInCell(visibleLines(text), digits, size), highestRow, size);
    if (parts.length > 1) this.shownOnly.push(text);
    return parts;
  }
}

function numberCell({ number, format }: Extract<TypedCell, { number: number }>) {
  const aligned = format === '0' ? ({ align: 'right', indent: 1 } as const) : ({ align: 'left' } as const);
  return { value: number, type: Number, format, ...aligned, alignVertical: 'top' as const };
}

/** Whatever a text begins with, it stays a text, also when somebody opens its cell and closes it again. */
function textCell(text: string) {
  const value = text.replace(/\n$/, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'); // else read as an escaped letter
  const isText = value.length <= longestOfTextFormat || /^[=+\-@]/.test(value);
  return { value, type: String, wrap: true, alignVertical: 'top' as const, ...(isText && { format: '@' }) };
}
