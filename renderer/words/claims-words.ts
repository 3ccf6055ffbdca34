import type { Text } from '../../shared/language.ts';

/** Claims, their elements, and what shows them. */
export const claimsWords = {
  chooseTemplate: { 'zh-CN': '模板', en: 'Template' },
  noTemplate: { 'zh-CN': '尚未选择', en: 'none chosen yet' },
  actOn: { 'zh-CN': '行为发生日', en: 'Day of the act' },
  emptyClaims: { 'zh-CN': '还没有选择要件模板', en: 'No template of elements is chosen yet' },
  emptyClaimsNext: {
    'zh-CN': '选择上方的模板：每个要件连同其法律依据会列在这里，再把证据和引文归入。',
    en: 'Choose one above: its elements stand here with their law, and exhibits and quotations go to each.',
  },
  factToProve: { 'zh-CN': '待证事实（将提交）', en: 'Fact to prove (is filed)' },
  supportedBy: { 'zh-CN': '证据', en: 'Evidence' },
  contraryTo: { 'zh-CN': '相反证据（不提交）', en: 'Contrary evidence (never filed)' },
  elementGap: { 'zh-CN': '没有证据', en: 'no evidence' },
  oneSource: { 'zh-CN': '单一来源：{value}', en: 'one source only: {value}' },
  passageFound: { 'zh-CN': '引文见于原文', en: 'the quotation is in the stored text' },
  passageMissing: { 'zh-CN': '引文未见于原文', en: 'the quotation is not in the stored text' },
  passageUntold: { 'zh-CN': '该项没有可核对的文字', en: 'it has no text to hold the quotation against' },
  lawOpen: {
    'zh-CN': '请填写行为日与提交日以确定版本',
    en: 'state the days of act and submission to choose the version',
  },
  addLink: { 'zh-CN': '归入', en: 'Add' },
  whichExhibit: { 'zh-CN': '证据项', en: 'Exhibit' },
  quotation: { 'zh-CN': '引文（可空，须与原文一字不差）', en: 'Quotation (may be empty; word for word)' },
  whichSide: { 'zh-CN': '作用', en: 'It' },
  supports: { 'zh-CN': '支持', en: 'supports' },
  contradicts: { 'zh-CN': '相反', en: 'contradicts' },
  removeLink: { 'zh-CN': '移除', en: 'Remove' },
} as const satisfies Record<string, Text>;
