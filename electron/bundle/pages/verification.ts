import { languagesOf } from '../../../shared/language.ts';
import { verificationTexts } from '../../../shared/messages/bundle-messages.ts';
import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { gap, heading, paragraph } from './flow.ts';
import { flowSheets } from './table.ts';

/** 核验说明: how anybody checks the bundle with what the operating system brings, and what that shows. */
export function verificationSheets(model: BundleModel): readonly Sheet[] {
  const { t, fonts, layout } = model;
  const { width } = fieldOf(layout.portrait);
  const blocks = [
    ...paragraph(t('verification'), width, { size: 17, weight: 'bold' }, fonts),
    ...languagesOf(model.language).flatMap((language) =>
      verificationTexts.flatMap(({ heading: title, lines }) => [
        gap(12),
        ...heading(title[language], width, { size: 10.5 }, fonts),
        ...lines.flatMap((line) => [gap(4), ...paragraph(line[language], width, { size: 9.2, lead: 14.5 }, fonts)]),
      ]),
    ),
  ];
  return flowSheets(blocks, layout.portrait, 'verification', t('verification'));
}
