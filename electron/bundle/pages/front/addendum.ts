import type { Text } from '../../../../shared/language.ts';
import { shortTime } from '../../../../shared/instant.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { gap, paragraph, partTitle } from '../blocks/flow.ts';
import { flowPages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  addendumNote: {
    'zh-CN':
      '本册接续此前提交的证据册（清单 SHA-256 {manifest}，共 {pages} 页），页码接续编排；下附重新出具的证据目录（{date}），此前已提交证据的编号与页码不变。',
    en: 'This continues the bundle filed earlier (manifest SHA-256 {manifest}, {pages} {pages|page|pages}) and its page numbers. The catalogue reissued on {date} follows; numbers and pages of exhibits filed earlier are unchanged.',
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
  const { manifestSha256: manifest, lastPage: pages } = reissue;
  const date = facts.submitted ?? shortTime(custody.wall);
  const blocks = [
    ...partTitle(t('addendum'), width, { size: 17 }, fonts),
    gap(12),
    ...paragraph(t('addendumNote', { manifest, pages, date }), width, { size: 10, lead: 16 }, fonts),
  ];
  return flowPages(blocks, layout.portrait, t('addendum'));
}
