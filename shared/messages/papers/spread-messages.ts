import { asTyped, inBoth } from '../../bilingual.ts';
import { inEach, listedApart, say, type CaseLanguage, type Language, type Text } from '../../language.ts';
import type { SpreadReason, SpreadSuggestion } from '../../spread/suggest.ts';

/** How it spread: links between publications, as command, window and bundle say them. */
export const spreadTexts = {
  title: { 'zh-CN': '传播关系', en: 'Spread' },
  note: {
    'zh-CN':
      '以下关系由办案人员逐一确认；依据为所列页面自身的文字、链接或发布时间。未列出不等于没有。发布时间未填写、无法识别或者只写到日的，其位置不表示先后；未写时区的按北京时间排列。',
    en: 'Each link was confirmed by a person on the basis of the words, links or publication times of the pages themselves. A link not listed is not thereby excluded. Where a publication time is not stated, cannot be read or gives the day only, the position says nothing about the order; times without a zone are placed as Beijing time.',
  },
  noteUndated: {
    'zh-CN': '证据 {numbers}行首括号内为取证或导入时间：未填写发布时间。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the time in brackets at the beginning of the line is that of capture or import; no publication time is stated.',
  },
  noteOpen: {
    'zh-CN': '建议仅据文字、链接和时间得出，须逐一确认；时间不能区分先后的，标为“传播方向不明”。',
    en: 'Suggestions rest only on words, links and times and must be confirmed one by one; where times do not settle the order, the direction is marked as unknown.',
  },
  source: { 'zh-CN': '来源', en: 'Source' },
  citing: { 'zh-CN': '引用方', en: 'Citing publication' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  state: { 'zh-CN': '状态', en: 'State' },
  confirmed: { 'zh-CN': '已确认', en: 'confirmed' },
  rejected: { 'zh-CN': '已否定', en: 'rejected' },
  suggested: { 'zh-CN': '建议', en: 'suggested' },
  'direction-stated': { 'zh-CN': '传播方向：据文字', en: 'direction: from the text' },
  'direction-by-time': {
    'zh-CN': '传播方向：据发布时间（未写时区的按北京时间）',
    en: 'direction: from publication times (Beijing time where no zone is stated)',
  },
  'direction-unknown': { 'zh-CN': '传播方向不明', en: 'direction unknown' },
  passage: { 'zh-CN': '文字相同（{length} 字）：“{words}”', en: 'same words ({length} characters): “{words}”' },
  attribution: { 'zh-CN': '称：“{words}”', en: 'states: “{words}”' },
  hyperlink: { 'zh-CN': '链接至 {address}', en: 'links to {address}' },
  tooMany: {
    'zh-CN': '涉及 {count} 项，图示从略，见下表。',
    en: '{count} {count|item|items} linked: too many for a drawing; see the table below.',
  },
} as const satisfies Record<string, Text>;

/** Why a link is suggested, in words: in each language by itself, as a person would type both. */
export function suggestionBasisText({ reasons, direction }: SpreadSuggestion, language: CaseLanguage): string {
  const words = inEach(language, (one) => {
    const each = reasons.map((reason: SpreadReason) => say(spreadTexts[reason.by], one, { ...reason }));
    return listedApart([...each, say(spreadTexts[`direction-${direction}`], one)], one).slice(0, 600);
  });
  return asTyped(words);
}

const directions = ['stated', 'by-time', 'unknown'] as const;

/** A basis that was suggested in both languages, in those of a paper; a person's own words, and what was cut, as they are. */
export function basisIn(basis: string, language: CaseLanguage): string {
  for (const direction of directions) {
    const words = spreadTexts[`direction-${direction}`];
    const at = basis.indexOf(asTyped(inBoth(words['zh-CN'], '')));
    if (at < 0 || !basis.endsWith(words.en)) continue;
    const halves: Readonly<Record<Language, string>> = {
      'zh-CN': basis.slice(0, at + words['zh-CN'].length),
      en: basis.slice(at + words['zh-CN'].length + 3),
    };
    return inEach(language, (one) => halves[one]);
  }
  return basis;
}
