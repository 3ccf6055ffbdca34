import type { Text } from '../../../../shared/language.ts';
import { bracketed } from '../../../../shared/language.ts';
import { readableInstant } from '../../../../shared/instant.ts';
import { eventName } from '../../../../shared/messages/names/event-names.ts';
import { printAreaOf } from '../../layout.ts';
import { softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { gap, paragraph } from '../blocks/flow.ts';
import { tablePages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  custodyNote: {
    'zh-CN':
      '下列为建立案件的条目和以本册证据为对象的条目，共 {count} 条；保管日志截至第 {seq} 条，其余条目未列。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
    en: 'The entry that created the case and the entries concerning the exhibits of this bundle, {count} in all; the custody log runs to entry {seq}, and its other entries are not listed. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
  },
  custodyAll: {
    'zh-CN': '下列为截至本册固定之时的全部保管日志条目。',
    en: 'All custody log entries up to the state from which this bundle was built.',
  },
  entry: { 'zh-CN': '序号', en: 'Entry' },
  actor: { 'zh-CN': '经手人', en: 'Handled by' },
  action: { 'zh-CN': '动作', en: 'Action' },
  hashes: { 'zh-CN': '前值 → 本条目链值', en: 'Previous hash → hash of this entry' },
  wholeCase: { 'zh-CN': '全案', en: 'whole case' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/**
 * 保管链: the custody entries of the filed exhibits, each with its link in the chain; in a working edition the whole
 * log. What an entry holds beside its act (a reason, an arrangement) is not in a filing.
 */
export const custody = pageKind({
  kind: 'custody',
  part: 'custody',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('custody'),
  when: () => true,
  plan: custodyPages,
});

function custodyPages(model: Own): readonly Page[] {
  const { t, layout, fonts, custody, working, language } = model;
  return tablePages(
    {
      title: t('custody'),
      size: layout.landscape,
      intro: [
        gap(3),
        ...paragraph(
          working ? t('custodyAll') : t('custodyNote', { count: custody.entries.length, seq: custody.seq }),
          printAreaOf(layout.landscape).width,
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
          bracketed(person ?? t('notRecorded'), program, model.language),
          eventName(act, language),
          { text: `${prev} → ${hash}`, style: { size: 6.2 } },
        ],
      })),
      textSize: 7.2,
      pad: 2.4,
    },
    model,
  );
}
