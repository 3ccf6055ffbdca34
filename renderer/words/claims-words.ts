import type { Text } from '../../shared/language.ts';

/** Claims, their elements, and what shows them. */
export const claimsWords = {
  chooseTemplate: { 'zh-CN': '模板', en: 'Template' },
  noTemplate: { 'zh-CN': '尚未选择', en: 'none chosen yet' },
  actOn: { 'zh-CN': '行为发生日', en: 'Date of the act' },
  emptyClaims: { 'zh-CN': '尚未选择要件模板', en: 'No template of elements chosen yet' },
  emptyClaimsNext: {
    'zh-CN': '请在上方选择模板：各要件及其法律依据会在此列出，再将证据和引文归入各要件。',
    en: 'Choose a template above: its elements are listed here with their law; then add exhibits and quotations to each.',
  },
  factToProve: { 'zh-CN': '待证事实（随证据册提交）', en: 'Fact to be proved (filed)' },
  supportedBy: { 'zh-CN': '证据', en: 'Evidence' },
  contraryTo: { 'zh-CN': '相反证据（不提交）', en: 'Contrary evidence (never filed)' },
  elementGap: { 'zh-CN': '尚无证据', en: 'no evidence' },
  oneSource: { 'zh-CN': '仅有单一来源：{value}', en: 'single source: {value}' },
  passageOtherGlyphs: {
    'zh-CN': '原文中有该引文，但画面显示的是其他字符',
    en: 'the quotation is in the stored text, but the picture shows other characters',
  },
  passageFound: { 'zh-CN': '原文中有该引文', en: 'the quotation is in the stored text' },
  passageMissing: { 'zh-CN': '原文中没有该引文', en: 'the quotation is not in the stored text' },
  passageUntold: { 'zh-CN': '该项没有可供核对的文字', en: 'no stored text to compare the quotation with' },
  lawOpen: {
    'zh-CN': '请填写行为发生日和提交日期，以确定适用的版本',
    en: 'enter the date of the act and the filing date to determine the version that applies',
  },
  addLink: { 'zh-CN': '归入', en: 'Add' },
  whichExhibit: { 'zh-CN': '证据项', en: 'Exhibit' },
  quotation: { 'zh-CN': '引文（可不填；须与原文逐字一致）', en: 'Quotation (optional; word for word)' },
  whichSide: { 'zh-CN': '作用', en: 'Effect' },
  supports: { 'zh-CN': '支持', en: 'supports' },
  contradicts: { 'zh-CN': '不利于', en: 'contradicts' },
  removeLink: { 'zh-CN': '移除', en: 'Remove' },
} as const satisfies Record<string, Text>;
