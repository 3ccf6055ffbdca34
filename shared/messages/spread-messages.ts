import { languagesOf, listedApart, say, type CaseLanguage, type Text } from '../language.ts';
import type { SpreadReason, SpreadSuggestion } from '../spread/suggest.ts';

/** How it spread: links between publications, as command, window and bundle say them. */
export const spreadTexts = {
  title: { 'zh-CN': '传播关系', en: 'How it spread' },
  note: {
    'zh-CN': '以下关系由办案人员逐一确认；依据为所列页面自己的文字、链接或发布时间。未列出不等于没有。',
    en: 'Each link was confirmed by a person, from the words, links or published times of the pages themselves. What is not listed was not excluded.',
  },
  noteOpen: {
    'zh-CN': '建议仅据文字、链接和时间得出，须逐一确认；时间不能区分先后的，标为“先后不明”。',
    en: 'Suggestions rest on words, links and times alone and must be confirmed one by one; where times do not tell, the direction is unknown.',
  },
  source: { 'zh-CN': '来源', en: 'Source' },
  citing: { 'zh-CN': '引用方', en: 'Taken up by' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  state: { 'zh-CN': '状态', en: 'State' },
  confirmed: { 'zh-CN': '已确认', en: 'confirmed' },
  rejected: { 'zh-CN': '已否定', en: 'rejected' },
  suggested: { 'zh-CN': '建议', en: 'suggested' },
  'direction-stated': { 'zh-CN': '方向见文字', en: 'direction by its words' },
  'direction-by-time': { 'zh-CN': '方向据发布时间', en: 'direction by published times' },
  'direction-unknown': { 'zh-CN': '先后不明', en: 'direction unknown' },
  passage: { 'zh-CN': '文字相同（{length} 字）：“{words}”', en: 'the same words ({length}): “{words}”' },
  attribution: { 'zh-CN': '称：“{words}”', en: 'it says: “{words}”' },
  hyperlink: { 'zh-CN': '链接至 {address}', en: 'links to {address}' },
  tooMany: {
    'zh-CN': '涉及 {count} 项，图示从略，见下表。',
    en: '{count} items are linked: too many for a drawing; see the table.',
  },
} as const satisfies Record<string, Text>;

/** Why a link is suggested, in words: in each language by itself. */
export function basisText({ reasons, direction }: SpreadSuggestion, language: CaseLanguage): string {
  return languagesOf(language)
    .map((one) => {
      const words = reasons.map((reason: SpreadReason) => say(spreadTexts[reason.by], one, { ...reason }));
      return listedApart([...words, say(spreadTexts[`direction-${direction}`], one)], one).slice(0, 600);
    })
    .join(' / ');
}
