import type { AttackTexts } from './attack-texts.ts';

/** What opposing counsel would say of what is to be proven, and by what. */
export const attacksOnProof = {
  'exhibit-without-element': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}不对应任何待证要件',
      en: 'no element is named for {exhibits}',
    },
    remedy: { 'zh-CN': '写明其所证要件，或移出本册', en: 'state the element, or leave the exhibit out' },
  },
  'element-unproven': {
    rank: 'attack',
    attack: { 'zh-CN': '待证要件“{element}”没有证据', en: 'no exhibit supports the element “{element}”' },
    remedy: { 'zh-CN': '补充证据，或调整请求', en: 'add evidence, or change what is asked for' },
  },
  'element-alone': {
    rank: 'attack',
    attack: { 'zh-CN': '待证要件“{element}”只有一项证据', en: 'the element “{element}” rests on a single exhibit' },
    remedy: { 'zh-CN': '补充来源不同的证据', en: 'add evidence of another source' },
  },
  'element-one-source': {
    rank: 'attack',
    attack: {
      'zh-CN': '待证要件“{element}”的证据均出自同一来源',
      en: 'all exhibits for the element “{element}” are of one source',
    },
    remedy: { 'zh-CN': '补充来源不同的证据', en: 'add evidence of another source' },
  },
  'law-unverified': {
    rank: 'attack',
    attack: {
      'zh-CN': '所引规定未核对公布的原文（据转载或未核实）：{names}',
      en: 'rules would be cited whose promulgated text was not read (from a reprint, or not verified): {names}',
    },
    remedy: {
      'zh-CN': '提交前逐条核对原文及施行日期；有出入的，在要件中写明正确的法律依据',
      en: 'before filing compare each with its text and its days in force; where it differs, state the right provision for the element',
    },
  },
  'law-version-open': {
    rank: 'attack',
    attack: {
      'zh-CN': '适用哪一版本的法律尚不能确定：{names}',
      en: 'which version of the law applies is undetermined for: {names}',
    },
    remedy: {
      'zh-CN': '填写行为日期和提交日期，或自行写明法律依据',
      en: 'state the date of the act and the filing date, or the provisions in your own words',
    },
  },
  'purpose-missing': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}未写证明目的',
      en: 'no purpose of proof is stated for {exhibits}',
    },
    remedy: { 'zh-CN': '写明证明目的', en: 'state it' },
  },
} as const satisfies AttackTexts;
