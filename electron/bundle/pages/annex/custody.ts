import type { Text } from '../../../../shared/language.ts';
import { bracketed, type FiledWords } from '../../../../shared/language.ts';
import { readableInstant } from '../../../../shared/instant.ts';
import { eventName } from '../../../../shared/messages/names/event-names.ts';
import { printAreaOf } from '../../layout.ts';
import { softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { gap, paragraph } from '../blocks/flow.ts';
import { openCell, tablePages } from '../blocks/table.ts';
import { bundleBefore } from '../statements/table-notes.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  custodyNote: {
    'zh-CN':
      '下列为建立案件的条目和以本册证据为对象的条目，共 {count} 条；保管日志截至第 {seq} 条，其余 {others} 条未列，因此相邻两行的“前值”与链值不一定衔接。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
    en: 'The entry that created the case and the entries concerning the exhibits of this bundle, {count} in all; the custody log runs to entry {seq}. The other {others} {others|entry is|entries are} not listed, so the previous hash of a row is not always the hash of the row above it. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
  },
  custodyNoteAll: {
    'zh-CN':
      '下列为建立案件的条目和以本册证据为对象的条目，共 {count} 条，即截至第 {seq} 条的全部条目。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
    en: 'The entry that created the case and the entries concerning the exhibits of this bundle, {count} in all; these are all entries up to entry {seq}. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
  },
  custodyNoteAdded: {
    'zh-CN':
      '下列为以本册及此前提交的证据为对象、而此前提交的证据册（{bundle}）未列的条目，共 {count} 条；保管日志截至第 {seq} 条，其余 {others} 条未列，因此相邻两行的“前值”与链值不一定衔接。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
    en: 'The entries concerning the exhibits of this bundle and those filed before that the bundle filed before ({bundle}) does not list, {count} in all; the custody log runs to entry {seq}. The other {others} {others|entry is|entries are} not listed, so the previous hash of a row is not always the hash of the row above it. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
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

/** How many entries are listed, how many are not, and why then the links of neighbouring rows do not touch. */
function noteOf(model: Own, count: number): FiledWords {
  const { t, standing } = model;
  const { seq } = model.custody;
  const others = seq + 1 - count; // the first entry is number 0
  if ((standing?.custody.size ?? 0) > 0)
    return t('custodyNoteAdded', { count, seq, others, bundle: bundleBefore(model) });
  return others === 0 ? t('custodyNoteAll', { count, seq }) : t('custodyNote', { count, seq, others });
}

function custodyPages(model: Own): readonly Page[] {
  const { t, layout, fonts, custody, working, language, standing } = model;
  const entries = custody.entries.filter(({ seq }) => standing?.custody.has(seq) !== true);
  return tablePages(
    {
      title: t('custody'),
      size: layout.landscape,
      intro: [
        gap(3),
        ...paragraph(
          working ? t('custodyAll') : noteOf(model, entries.length),
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
      rows: entries.map(({ seq, exhibit, ofCase, wall, person, program, act, prev, hash }) => ({
        cells: [
          String(seq),
          exhibit ?? (ofCase ? t('wholeCase') : openCell),
          readableInstant(wall),
          bracketed(person ?? t('notRecorded'), program, model.language),
          eventName(act, language),
          { text: `${prev} → ${hash}`, style: { size: leastLetters } },
        ],
      })),
      textSize: leastLetters,
      pad: 2.4,
    },
    model,
  );
}
