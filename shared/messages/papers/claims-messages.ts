import type { LawAt } from '../../claims/law-at.ts';
import type { PassageState } from '../../claims/passage.ts';
import type { SingleSource } from '../../claims/single-source.ts';
import type { ClaimProvision } from '../../claims/template.ts';
import { fill, say, type CaseLanguage, type Text } from '../../language.ts';

/** Claims and their elements, as a table, a page and a screen say them. */
export const claimsTexts = {
  title: { 'zh-CN': '要件与证据', en: 'Elements and evidence' },
  noTemplate: { 'zh-CN': '尚未选择要件模板', en: 'No claim template chosen yet' },
  actOn: { 'zh-CN': '行为日期：{day}', en: 'Date of the act: {day}' },
  applicationOn: { 'zh-CN': '申请（提交）日期：{day}', en: 'Filing date: {day}' },
  notStated: { 'zh-CN': '未填写', en: 'not stated' },
  counsel: {
    'zh-CN': '法律依据及版本请与律师核对；本表不评价证明力。',
    en: 'Check provisions and versions with counsel; this table does not assess the weight of the evidence.',
  },
  unverified: { 'zh-CN': '模板中未核实：{what}', en: 'Not verified in the template: {what}' },
  element: { 'zh-CN': '要件', en: 'Element' },
  law: { 'zh-CN': '法律依据', en: 'Law' },
  fact: { 'zh-CN': '待证事实', en: 'Fact to be proved' },
  support: { 'zh-CN': '支持的证据', en: 'Supporting evidence' },
  contrary: { 'zh-CN': '相反证据', en: 'Contrary evidence' },
  open: { 'zh-CN': '待处理', en: 'Open points' },
  noLaw: { 'zh-CN': '模板未引用', en: 'none cited in the template' },
  gap: { 'zh-CN': '没有证据支持', en: 'no supporting evidence' },
  noFact: { 'zh-CN': '未写待证事实', en: 'the fact to be proved is not stated' },
  none: { 'zh-CN': '无', en: 'none' },
  excluded: { 'zh-CN': '已排除，不计入', en: 'excluded, not counted' },
  unlisted: { 'zh-CN': '未列入证据册', en: 'not in a bundle' },
  exhibit: { 'zh-CN': '证据 {number}', en: 'exhibit {number}' },
  quoted: { 'zh-CN': '“{passage}”', en: '“{passage}”' },
} as const satisfies Record<string, Text>;

const passages: Readonly<Record<PassageState, Text>> = {
  found: { 'zh-CN': '所存文字中有此段', en: 'in the stored text' },
  'found-other-glyphs': {
    'zh-CN': '所存文字中有此段，但该处字体显示的是其他字符，与画面不同',
    en: 'in the stored text, but its font draws other characters there: the picture shows other words',
  },
  'found-machine-read': {
    'zh-CN': '机器识别文字中有此段（未经人工核对）',
    en: 'in machine-read text (not checked by a person)',
  },
  'not-found': { 'zh-CN': '所存文字中未找到此段', en: 'not found in the stored text' },
  'no-text': { 'zh-CN': '没有所存文字可供核对', en: 'no stored text to search' },
};

const singles: Readonly<Record<SingleSource['by'], Text>> = {
  item: { 'zh-CN': '仅有一项证据', en: 'a single item' },
  host: { 'zh-CN': '全部来自同一网站 {value}', en: 'all from the same website, {value}' },
  publisher: { 'zh-CN': '全部来自同一发布者 {value}', en: 'all from the same publisher, {value}' },
  channel: { 'zh-CN': '全部来自同一渠道 {value}', en: 'all from the same channel, {value}' },
};

const lawStates: Readonly<Record<LawAt['state'], Text | null>> = {
  chosen: null,
  open: { 'zh-CN': '日期未填写，列出各版本', en: 'date not stated: all versions are listed' },
  none: { 'zh-CN': '模板中没有该日有效的版本', en: 'the template has no version in force on that date' },
};

const reads: Readonly<Record<ClaimProvision['read'], Text | null>> = {
  text: null,
  reprint: { 'zh-CN': '据转载', en: 'from a reprint' },
  'not verified': { 'zh-CN': '条文未核实', en: 'text not verified' },
};
const daysUnverified: Text = { 'zh-CN': '施行日期未核实', en: 'dates in force not verified' };

export function passageText(state: PassageState, language: CaseLanguage): string {
  return say(passages[state], language);
}

export function singleText({ by, value }: SingleSource, language: CaseLanguage): string {
  return say(singles[by], language, { value });
}

/** The same in each language by itself, for a sentence that it stands in. */
export function singleSourceText({ by, value }: SingleSource): Text {
  const { 'zh-CN': chinese, en } = singles[by];
  return { 'zh-CN': fill(chinese, { value }), en: fill(en, { value }) };
}

/**
 * The provisions that a paper to be filed may cite: those in force on its day. Where the day is not stated, a version that
 * has days is left out, for nobody knows that it is the one. What was not verified of them is told elsewhere.
 */
export function filedLaw({ provisions, open = [] }: LawAt, language: CaseLanguage): readonly string[] {
  const dated = ({ from, until }: ClaimProvision) => from !== null || until !== null;
  const known = provisions.filter((one) => !dated(one) || !open.includes(one.by));
  return lawLines({ state: 'chosen', provisions: known }, language, false);
}

/** The provisions of an element, one a line; `marked`: each with what of it was not read in its own text. */
export function lawLines({ state, provisions }: LawAt, language: CaseLanguage, marked = true): readonly string[] {
  const lines = provisions.map(({ rule, read, from, until, daysRead }) => {
    const days =
      (from !== null || until !== null) && daysRead === 'not verified' ? [say(daysUnverified, language)] : [];
    const marks = marked ? [...(reads[read] ? [say(reads[read], language)] : []), ...days] : [];
    return `${say(rule, language)}${marks.length === 0 ? '' : ` [${marks.join(', ')}]`}`;
  });
  const said = lawStates[state];
  return said ? [...lines, say(said, language)] : lines;
}
