import type { Text } from '../../../../shared/language.ts';
import type { BundleModel } from '../../model.ts';
import type { Page } from '../../sheet.ts';
import { exhibitsCell } from '../front/matrix.ts';
import { noteOnOpenCells } from '../statements/open-cells.ts';
import { stated, tablePages, type TablePart } from '../blocks/table.ts';
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
 * 媒体报道一览表: every exhibit of coverage. Nothing is guessed from a page; what nobody stated is left open in a filing,
 * with a note that this does not say "none", and shown as lacking to those who work on the case.
 */
export const media = pageKind({
  kind: 'media',
  part: 'media',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('media'),
  when: (model) => !model.compliance && (model.working !== null || mediaTable(model).rows.length > 0),
  plan: mediaPages,
});

function mediaPages(model: Own): readonly Page[] {
  return tablePages(mediaTable(model), model);
}

export function mediaTable(bundle: BundleModel): TablePart {
  const model = withWords(bundle, words);
  const { t, exhibits, layout, working } = model;
  const given = (text: string | undefined) => (text === undefined && !working ? '–' : stated(text, t));
  return {
    title: t('media'),
    size: layout.landscape,
    intro: working ? [] : noteOnOpenCells(model),
    columns: [
      { name: t('outlet'), width: 70 },
      { name: t('headline'), width: 150 },
      { name: t('author'), width: 50 },
      { name: t('published'), width: 70 },
      { name: t('address'), width: 170 },
      { name: t('cites'), width: 70 },
      { name: t('reach'), width: 60 },
      { name: t('corrected'), width: 60 },
      { name: t('numberAndPages'), width: 70 },
    ],
    rows: exhibits
      .filter(({ record, exhibit }) => record.category === 'coverage' || exhibit.media !== undefined)
      .map(({ record, exhibit: { title, item, media = {} } }) => ({
        cells: [
          given(media.outlet),
          stated(title, t),
          given(media.author),
          given(media.published),
          record.kind === 'capture' ? record.url : '–',
          given(media.cites),
          given(media.reach),
          given(media.corrected),
          exhibitsCell(model, ({ exhibit }) => exhibit.item === item),
        ],
      })),
    textSize: 7,
  };
}
