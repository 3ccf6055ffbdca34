import { shortTime } from './catalogue.ts';
import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { gap, paragraph } from './flow.ts';
import { flowSheets } from './table.ts';

/** 补充证据: what this volume adds to, and that the catalogue after it takes the place of the one before. */
export function addendumSheets(model: BundleModel): readonly Sheet[] {
  const { t, fonts, layout, reissue, facts, custody } = model;
  if (!reissue) return [];
  const { width } = fieldOf(layout.portrait);
  const { manifestSha256: manifest, lastPage: pages } = reissue;
  const date = facts.submitted ?? shortTime(custody.wall);
  const blocks = [
    ...paragraph(t('addendum'), width, { size: 17, weight: 'bold' }, fonts),
    gap(12),
    ...paragraph(t('addendumNote', { manifest, pages, date }), width, { size: 10, lead: 16 }, fonts),
  ];
  return flowSheets(blocks, layout.portrait, 'addendum', t('addendum'));
}
