import { quotedIn } from '../../../../shared/quoted-in.ts';
import type { Text } from '../../../../shared/language.ts';
import type { BundleModel } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { gutter } from '../blocks/flow.ts';
import { citedBy } from '../../quoted-words.ts';
import type { Page } from '../../sheet.ts';
import { exhibitsCell } from '../front/matrix.ts';
import { noteOnOpenCells, noteOnStanding } from '../statements/table-notes.ts';
import { openCell, stated, tablePages, type TablePart } from '../blocks/table.ts';
import { pageKind, type ModelWith, withWords } from '../page-kind.ts';

/** What only this page says. */
const words = {
  outlet: { 'zh-CN': '媒体', en: 'Outlet' },
  headline: { 'zh-CN': '标题', en: 'Headline' },
  author: { 'zh-CN': '作者', en: 'Author' },
  published: { 'zh-CN': '发布时间', en: 'Published' },
  cites: { 'zh-CN': '对涉案信息的引用', en: 'How it cites the message in dispute' },
  reach: { 'zh-CN': '阅读/转发', en: 'Reads / reposts' },
  corrected: { 'zh-CN': '更正/删除', en: 'Correction / deletion' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/**
 * 媒体报道一览表: every exhibit of coverage. Nothing is guessed from a page. A column that nobody filled is no part of a
 * filing, a cell is left open with a note that this does not say "none"; those who work on the case see both as lacking.
 */
export const media = pageKind({
  kind: 'media',
  part: 'media',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('media'),
  when: (model) => !model.compliance && model.tables && (model.working !== null || mediaTable(model).rows.length > 0),
  plan: mediaPages,
});

function mediaPages(model: Own): readonly Page[] {
  return tablePages(mediaTable(model), model);
}

export function mediaTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, layout, working } = model;
  const shown = model.exhibits.filter(
    ({ index, record, exhibit }) =>
      (record.category === 'coverage' || exhibit.media !== undefined) && model.standing?.media.has(index) !== true,
  );
  const columns = mediaColumns.filter(({ field }) => {
    return field === null || working !== null || shown.some(({ exhibit }) => exhibit.media?.[field]?.trim());
  });
  const isOpen = shown.some(({ exhibit }) => columns.some(({ field }) => field !== null && !exhibit.media?.[field]));
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const linkWidth = (numberWidth / shares) * printAreaOf(layout.landscape).width - gutter;
  return {
    title: t('media'),
    size: layout.landscape,
    intro: [...noteOnStanding(model, 'media'), ...(!working && isOpen ? noteOnOpenCells(model) : [])],
    columns: columns.map(({ name, width }) => ({ name: t(name), width })),
    rows: shown.map(({ record, exhibit: { title, item, media = {} } }) => ({
      cells: columns.map(({ name, field }) => {
        if (field !== null) return stated(media[field], model);
        if (name === 'headline') return stated(title, model);
        if (name === 'address') return record.kind === 'capture' ? record.url : openCell;
        return exhibitsCell(
          model,
          ({ exhibit }) => exhibit.item === item,
          ({ exhibit }) => [...citedBy(exhibit), ...quotedIn(exhibit.title)],
          linkWidth,
        );
      }),
    })),
    textSize: 7,
  };
}

const numberWidth = 76;
/** What a column says of a publication; null: what the item itself has. */
const mediaColumns = [
  { name: 'outlet', width: 70, field: 'outlet' },
  { name: 'headline', width: 150, field: null },
  { name: 'author', width: 50, field: 'author' },
  { name: 'published', width: 70, field: 'published' },
  { name: 'address', width: 170, field: null },
  { name: 'cites', width: 70, field: 'cites' },
  { name: 'reach', width: 60, field: 'reach' },
  { name: 'corrected', width: 60, field: 'corrected' },
  { name: 'numberAndPages', width: numberWidth, field: null },
] as const;
