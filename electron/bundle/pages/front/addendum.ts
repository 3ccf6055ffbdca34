import type { Text } from '../../../../shared/language.ts';
import { shortTime } from '../../../../shared/instant.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { gap, paragraph, partTitle } from '../blocks/flow.ts';
import { flowPages, tablePages } from '../blocks/table.ts';
import { bundleBefore } from '../statements/table-notes.ts';
import { unchangedRows } from './catalogue.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  addendumNote: {
    'zh-CN':
      '本册接续此前提交的证据册（清单 SHA-256 {manifest}，共 {pages} 页），页码接续编排；下附重新出具的证据目录（{date}），此前已提交证据的编号与页码不变。',
    en: 'This continues the bundle filed earlier (manifest SHA-256 {manifest}, {pages} {pages|page|pages}) and its page numbers. The catalogue reissued on {date} follows; numbers and pages of exhibits filed earlier are unchanged.',
  },
  addendumParts: {
    'zh-CN':
      '本册接续此前提交的证据册（{bundle}，共 {pages} 页），页码接续编排。重新出具的证据目录（{date}）由下表和其后的目录组成：下表列此前已提交而未改动的证据，编号与页码不变，其余各栏见此前的目录；其后的目录列本册新增的证据和此前提交后有改动的证据。',
    en: 'This continues the bundle filed earlier ({bundle}, {pages} {pages|page|pages}) and its page numbers. The catalogue reissued on {date} is the table below and the catalogue after it. The table has the exhibits filed earlier and unchanged; their numbers and pages are as they were, and their other columns are in the catalogue filed with them. The catalogue after it has the exhibits added here, and those changed since.',
  },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 补充证据: what this volume adds to, and that the catalogue after it takes the place of the one before. */
export const addendum = pageKind({
  kind: 'addendum',
  part: null,
  words,
  laidOut: 'once',
  bookmark: ({ t }) => t('addendum'),
  when: ({ reissue }) => reissue !== null,
  plan: addendumPages,
});

function addendumPages(model: Own): readonly Page[] {
  const { t, fonts, layout, reissue, facts, custody } = model;
  if (!reissue) return [];
  const { width } = printAreaOf(layout.portrait);
  const note = { size: 10, lead: 16 };
  const { manifestSha256: manifest, lastPage: pages } = reissue;
  const date = facts.submitted ?? shortTime(custody.wall);
  const { columns, rows } = unchangedRows(model);
  if (rows.length > 0) {
    const text = t('addendumParts', { bundle: bundleBefore(model), pages, date });
    const intro = [gap(6), ...paragraph(text, width, note, fonts)];
    return tablePages({ title: t('addendum'), size: layout.portrait, intro, columns, rows }, model);
  }
  const blocks = [
    ...partTitle(t('addendum'), width, { size: 17 }, fonts),
    gap(12),
    ...paragraph(t('addendumNote', { manifest, pages, date }), width, note, fonts),
  ];
  return flowPages(blocks, layout.portrait, t('addendum'));
}
