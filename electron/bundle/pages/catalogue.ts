import { listedApart } from '../../../shared/language.ts';
import type { Attachment } from '../../../shared/case/attachment.ts';
import { offsetText } from '../../../shared/instant.ts';
import { asksFor, type CatalogueColumn } from '../../../shared/profile/profile.ts';
import { inEachLanguage, type BundleExhibit, type BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { linkInk, softInk } from '../pdf/canvas.ts';
import { rangeText, type PageNumbers, type Sheet } from '../sheet.ts';
import { signatureBlock } from './cover.ts';
import { cell, gap, gutter, lateCell, paragraph, type Cell, type LateLine } from './flow.ts';
import { stated, tableSheets, type CellText, type TableLine, type TablePart } from './table.ts';

const size = 7.6;

/**
 * 证据目录: one row for each exhibit, by group, each linked to its pages; gaps are shown, not hidden. Long or short form
 * as the profile's columns say. 原件/复制件 is printed only where a person chose it for an exhibit.
 */
export function catalogueSheets(model: BundleModel): readonly Sheet[] {
  return tableSheets(catalogueTable(model), model);
}

export function catalogueTable(model: BundleModel): TablePart {
  const { t, fonts, profile, layout } = model;
  const page = layout[profile.catalogue.orientation];
  const field = fieldOf(page);
  const chosen = model.exhibits.some(({ exhibit }) => exhibit.original !== undefined);
  const columns = profile.catalogue.columns.filter(({ column }) => column !== 'original' || chosen);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  // An agreed index without groups gets no headings; where groups are asked for, a missing one is shown.
  const grouped =
    !columns.some(({ column }) => column === 'group') &&
    (asksFor(profile, 'group') || model.exhibits.some(({ exhibit }) => exhibit.group.trim() !== ''));
  const rows: TableLine[] = [];
  let group: string | null = null;
  for (const exhibit of model.exhibits) {
    if (grouped && exhibit.exhibit.group !== group) rows.push({ across: exhibit.exhibit.group || t('gap') });
    ({ group } = exhibit.exhibit);
    rows.push({
      cells: columns.map(({ column, width }) =>
        cellOf(column, exhibit, model, (width / shares) * field.width - gutter),
      ),
    });
  }
  return {
    kind: 'catalogue',
    title: t('catalogue'),
    size: page,
    intro: [gap(3), ...paragraph(model.facts.title, field.width, { size: 9, colour: softInk }, fonts)],
    columns: columns.map(({ column, width }) => ({ name: t(columnNames[column]), width })),
    rows,
    outro: [gap(22), signatureBlock(model, field.width)],
    textSize: size,
    pad: 4,
  };
}

const columnNames = {
  group: 'group',
  no: 'no',
  title: 'title',
  kind: 'kind',
  source: 'source',
  time: 'time',
  summary: 'summary',
  purpose: 'purpose',
  pages: 'pages',
  copies: 'copies',
  original: 'original',
  remarks: 'remarks',
} as const satisfies Record<CatalogueColumn, string>;

function cellOf(
  column: CatalogueColumn,
  { index, number, exhibit, record, attachments }: BundleExhibit,
  model: BundleModel,
  width: number,
): CellText | Cell {
  const { t, fonts } = model;
  switch (column) {
    case 'group':
      return stated(exhibit.group, t);
    case 'no':
      return stated(number, t, { weight: 'bold' });
    case 'title': {
      const title = cell(exhibit.title || t('gap'), width, { size }, fonts);
      return { ...title, link: index };
    }
    case 'kind':
      return stated(exhibit.kind ?? t('electronicData'), t);
    case 'source':
      return stated(exhibit.source, t);
    case 'time':
      return stated(exhibit.date ?? shortTime(record.startedAt), t);
    case 'summary':
      return stated(exhibit.summary ?? (record.kind === 'capture' ? record.url : record.fileName), t);
    case 'purpose':
      return stated(exhibit.purpose, t);
    case 'pages':
      return lateCell(
        [
          {
            text: (numbers) => fonts.bold.showable(pagesIn(numbers, index, t)),
            link: index,
          },
          ...annexLine(index, model),
        ],
        { size, weight: 'bold', colour: linkInk },
      );
    case 'copies':
      return stated(String(exhibit.copies ?? 1), t);
    case 'original':
      return exhibit.original === undefined ? '' : t(exhibit.original === 'original' ? 'isOriginal' : 'isCopy');
    case 'remarks':
      return listedApart([exhibit.remarks ?? '', anchorsText(attachments, model)].filter(Boolean), model.language);
  }
}

/** The pages of an exhibit in the annex, on a line below its own. */
function annexLine(index: number, model: BundleModel): readonly LateLine[] {
  const { t, annexed, reissue, exhibits, fonts } = model;
  const there = annexed.has(index) || reissue?.exhibits.get(exhibits[index]?.number ?? '')?.annex !== undefined;
  if (!there) return [];
  const text = (numbers: PageNumbers) => {
    const range = numbers.ofAnnex(index);
    return fonts.bold.showable(range === null ? '' : t('inAnnex', { pages: rangeText(range) }));
  };
  return [{ text, link: index, annex: true }];
}

/** The range, with the volume where it lies in another one. */
function pagesIn(numbers: PageNumbers, index: number, t: BundleModel['t']): string {
  const range = numbers.ofExhibit(index);
  const n = numbers.volumeOf(range[0]);
  const here = numbers.volumeOf(numbers.volumes[0]?.from ?? 0); // the catalogue stands in the first
  return n === here || n === 0 ? rangeText(range) : t('inVolume', { range: rangeText(range), n });
}

/** `2019-05-06 09:30:00 +08:00`: the device's own time, in Beijing's zone. */
export function shortTime(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 480 * 60_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} ${offsetText(480)}`;
}

/** What outside services gave for an item, or that there is nothing. */
export function anchorsText(attachments: readonly Attachment[], model: Pick<BundleModel, 't' | 'language'>): string {
  return inEachLanguage(model, ({ t, language }) => {
    if (attachments.length === 0) return [t('anchorNone')];
    const each = attachments.map(({ kind, number }) => t('anchor', { kind: t(kind), number: number ?? t('noNumber') }));
    return [`${listedApart(each, language)} ${t('anchorUnchecked')}`];
  }).join('');
}
