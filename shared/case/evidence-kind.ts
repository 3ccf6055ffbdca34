import { asTyped } from '../bilingual.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';

/** 证据种类, as the Civil Procedure Law names them: those that a file can be. */
const kinds = {
  electronic: { 'zh-CN': '电子数据', en: 'Electronic data' },
  film: { 'zh-CN': '视听资料', en: 'Audio-visual material' },
  official: { 'zh-CN': '书证（公文书证）', en: 'Documentary evidence (official document)' },
  document: { 'zh-CN': '书证', en: 'Documentary evidence' },
  expert: { 'zh-CN': '鉴定意见', en: 'Expert opinion' },
  witness: { 'zh-CN': '证人证言', en: 'Witness testimony' },
} as const satisfies Record<string, Text>;
type Kind = keyof typeof kinds;

/** What a name says that the file is; the first that fits. */
const signs: readonly (readonly [sign: RegExp, kind: Kind])[] = [
  [/\.(?:eml|msg|html?|mhtml|warc|wacz|json|xml|csv|log)$/i, 'electronic'],
  [/\.(?:mp4|mov|mkv|avi|webm|m4v|3gp|mp3|m4a|wav|amr)$/i, 'film'],
  [/鉴定(?:意见|报告|书)|expert report/i, 'expert'],
  [/证人证言|witness statement/i, 'witness'],
  [
    /(?:判决|裁定|裁决|调解|决定|公证|通知|处罚)书|营业执照|登记(?:信息|表|资料|档案)|企业信用信息|信用代码证|registry extract|business licence|\b(?:ruling|judgment|court order)\b/i,
    'official',
  ],
  [/合同|协议|发票|收据|律师函|承诺书|\b(?:contract|agreement|invoice|receipt)\b/i, 'document'],
];

/**
 * What kind of evidence an item seems to be, by what it is and what it is called: a suggestion, which a person adopts or
 * changes. Null where nothing says it: a picture may be a screenshot or a scanned paper.
 *
 * @param of `title` and `from` (address or file name) as lists show them
 */
export function suggestedKind(
  { kind, title, from }: Readonly<{ kind: 'capture' | 'import'; title: string; from: string }>,
  language: CaseLanguage,
): string | null {
  if (kind === 'capture') return asTyped(say(kinds.electronic, language));
  const found = [from, title].flatMap((name) => signs.filter(([sign]) => sign.test(name)));
  const [first] = signs.filter((sign) => found.includes(sign));
  return first ? asTyped(say(kinds[first[1]], language)) : null;
}
