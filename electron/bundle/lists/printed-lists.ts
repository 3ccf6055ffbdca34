import { onOneLine, sidesOf } from '../../../shared/bilingual.ts';
import { labelled } from '../../../shared/language.ts';
import { catalogueTable } from '../pages/front/catalogue.ts';
import { chronologyTable } from '../pages/front/chronology.ts';
import { signatureLabels } from '../pages/front/cover.ts';
import { fileListTable } from '../pages/annex/file-list.ts';
import { mediaTable } from '../pages/back/media.ts';
import type { TableCell, TablePart } from '../pages/blocks/table.ts';
import type { BundleModel } from '../model.ts';
import type { PageSize } from '../layout.ts';
import type { PageNumbers } from '../sheet.ts';

/** The lists that lawyers keep beside a bundle, by the names of their files. */
const listNames = ['catalogue', 'hash-list', 'chronology', 'media'] as const;
type ListName = (typeof listNames)[number];

/** A list of the bundle as texts: the very ones that its pages print. */
export type PrintedList = Readonly<{
  name: ListName;
  title: string;
  /** Under the title: the case, and the state of it that the list is of. */
  notes: readonly string[];
  size: PageSize;
  columns: readonly Readonly<{ name: string; share: number }>[];
  rows: readonly PrintedRow[];
  /** Name of the column that the groups of rows make in a workbook. */
  groupName: string;
  /** The line at the foot of each page, with `{page}` and `{pages}`. */
  pageOf: string;
  /** Lines to fill in by hand, under the table. */
  toFillIn: readonly string[];
}>;
type PrintedRow = Readonly<{ cells: readonly string[] }> | Readonly<{ across: string }>;

/**
 * Catalogue, hash list, chronology and media schedule with the page numbers of the bundle. They are read from the tables
 * that the pages are drawn from, so that a Word or Excel file cannot say anything else than the PDF.
 */
export function printedLists(bundle: BundleModel, numbers: PageNumbers): readonly PrintedList[] {
  const model = { ...bundle, standing: null }; // a list by itself is whole
  const { t, facts, custody } = model;
  const show = (text: string) => model.fonts.regular.showable(text);
  const oneLine = (text: string) => show(onOneLine(text));
  const lines = (text: string) => sidesOf(text).map(show).join('\n');
  const parts: Readonly<Record<ListName, TablePart>> = {
    catalogue: catalogueTable(model),
    'hash-list': fileListTable(model),
    chronology: chronologyTable(model),
    media: mediaTable(model),
  };
  const notes = [facts.title, labelled(t('custodyHead', { seq: custody.seq }), custody.hash, model.language)];
  return listNames.map((name) => {
    const { title, size, columns, rows } = parts[name];
    return {
      name,
      title: oneLine(title),
      notes: notes.map(oneLine),
      size,
      columns: columns.map((column) => ({ name: lines(column.name), share: column.width })),
      rows:
        rows.length === 0
          ? [{ across: oneLine(t('nothingStated')) }]
          : rows.map((row) =>
              'across' in row
                ? { across: oneLine(row.across) }
                : { cells: row.cells.map((one) => linesOf(one, numbers).map(lines).join('\n')) },
            ),
      groupName: lines(t('group')),
      pageOf: oneLine(t('pageOf')),
      toFillIn: name === 'catalogue' ? signatureLabels(model).map(oneLine) : [],
    };
  });
}

/** A list breaks its lines itself. */
const anyWidth = 1e6;

/** Exhibits that share a cell stand one a line, as on the page; any other text is one line, which the reader breaks. */
function linesOf(one: TableCell, numbers: PageNumbers): readonly string[] {
  if (typeof one === 'function') return linesOf(one(anyWidth), numbers);
  if (typeof one === 'string') return [one];
  if ('text' in one) return [one.text];
  if (one.late) return one.late.map(({ text }) => text(numbers));
  return one.second ? [one.shown, one.second.shown] : [one.shown];
}
