import { bracketed } from '../../../shared/language.ts';
import { readableInstant } from '../../../shared/instant.ts';
import { actName } from '../../../shared/messages/act-names.ts';
import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { softInk } from '../pdf/canvas.ts';
import type { Sheet } from '../sheet.ts';
import { gap, paragraph } from './flow.ts';
import { tableSheets } from './table.ts';

/**
 * 保管链: the custody entries of the filed exhibits, each with its link in the chain; in a working edition the whole
 * log. What an entry holds beside its act (a reason, an arrangement) is not in a filing.
 */
export function custodySheets(model: BundleModel): readonly Sheet[] {
  const { t, layout, fonts, custody, working, language } = model;
  return tableSheets(
    {
      kind: 'custody',
      title: t('custody'),
      size: layout.landscape,
      intro: [
        gap(3),
        ...paragraph(
          t(working ? 'custodyAll' : 'custodyNote'),
          fieldOf(layout.landscape).width,
          { size: 8.2, colour: softInk },
          fonts,
        ),
      ],
      columns: [
        { name: t('entry'), width: 40 },
        { name: t('no'), width: 46 },
        { name: t('when'), width: 152 },
        { name: t('actor'), width: 110 },
        { name: t('action'), width: 110 },
        { name: t('hashes'), width: 300 },
      ],
      rows: custody.entries.map(({ seq, exhibit, wall, person, program, act, prev, hash }) => ({
        cells: [
          String(seq),
          exhibit ?? t('wholeCase'),
          readableInstant(wall),
          bracketed(person ?? t('notStated'), program, model.language),
          actName(act, language),
          { text: `${prev} → ${hash}`, style: { size: 6.2 } },
        ],
      })),
      textSize: 7.2,
      pad: 2.4,
    },
    model,
  );
}
