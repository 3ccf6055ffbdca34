import type { AttackTexts } from './attack-texts.ts';

/** What opposing counsel would say of what the case states of a ruling. */
export const attacksOnOrder = {
  'ruling-missing': {
    rank: 'attack',
    attack: {
      'zh-CN': '登记了裁定事项，但没有对应的裁定文书：所引主文无从核对',
      en: 'terms of a ruling are entered, and no item holds the ruling: what is quoted of it cannot be checked',
    },
    remedy: {
      command: {
        'zh-CN': '导入裁定文书（fascicle import），在裁定中写明该项（fascicle order --set）',
        en: 'import the ruling (`fascicle import`) and name the item in the order (`fascicle order --set`)',
      },
      window: {
        'zh-CN': '在“收集”中导入裁定文书，再在“裁定”中选定该项',
        en: 'import the ruling under “Inbox”, then choose it under “Ruling”',
      },
    },
  },
  'ruling-wordless': {
    rank: 'attack',
    attack: {
      'zh-CN': '所导入的裁定文书没有可检索的文字：所引主文未能核对',
      en: 'the imported ruling has no stored words: what is quoted of it was not checked',
    },
    remedy: {
      command: {
        'zh-CN': '对照原件逐字核对，或先识别文字（fascicle ocr）',
        en: 'compare it with the original letter by letter, or read its words first (`fascicle ocr`)',
      },
      window: {
        'zh-CN': '对照原件逐字核对，或先在“证据”中“机器识别文字”',
        en: 'compare it with the original letter by letter, or first use “Read the words by machine” under “Evidence”',
      },
    },
  },
  'term-not-in-ruling': {
    rank: 'attack',
    attack: {
      'zh-CN': '所列裁定事项“{term}”不在所存的裁定文字中',
      en: 'the term “{term}” is not in the stored words of the ruling',
    },
    remedy: { 'zh-CN': '按裁定主文逐字改正', en: 'correct it by the operative words, letter by letter' },
  },
  'term-differs': {
    rank: 'attack',
    attack: {
      'zh-CN': '裁定事项“{term}”写有“{words}”，案件中所填期限为{stated}',
      en: 'the term “{term}” says “{words}”, and the case states: {stated}',
    },
    remedy: { 'zh-CN': '按裁定主文改正履行期限', en: 'correct the due time by the operative words' },
  },
  'term-unsaid': {
    rank: 'note',
    attack: {
      'zh-CN': '裁定事项“{term}”所在的一句没有写明期限，案件中所填期限为{stated}',
      en: 'the sentence of the ruling with “{term}” names no time, and the case states: {stated}',
    },
    remedy: {
      'zh-CN': '核对期限写在裁定何处；裁定未写明的，改为“未载明”',
      en: 'look where in the ruling the time is; where it names none, state that it does not',
    },
  },
  'standing-differs': {
    rank: 'attack',
    attack: {
      'zh-CN': '裁定事项“{term}”写有“{words}”，案件中所填天数为{stated}',
      en: 'the term “{term}” says “{words}”, and the case states: {stated}',
    },
    remedy: { 'zh-CN': '按裁定主文改正天数', en: 'correct the number of days by the operative words' },
  },
  'channel-unlisted': {
    rank: 'attack',
    attack: {
      'zh-CN': '裁定事项“{term}”写有{channels}，该事项下没有登记这些渠道：报告不会说明其未检查',
      en: 'the term “{term}” names {channels}, and no such channel is entered for it: the report would not say that it was not checked',
    },
    remedy: {
      'zh-CN': '在该事项下补充这些渠道，未检查的如实列为未检查',
      en: 'enter these channels for it; what was not checked is then listed so',
    },
  },
  'channel-not-clarified': {
    rank: 'attack',
    attack: {
      'zh-CN': '裁定要求以同样方式澄清；停止传播的渠道中，{channels}没有登记在澄清事项下',
      en: 'the ruling asks for clarification in the same way; of the channels to stop, {channels} is not entered for clarification',
    },
    remedy: { 'zh-CN': '在澄清事项下补充这些渠道', en: 'enter these channels for the clarification' },
  },
  'scope-open': {
    rank: 'attack',
    attack: {
      'zh-CN': '裁定要求在同等范围内澄清；{channels}未写明原消息的发送范围，无从比较',
      en: 'the ruling asks for the same scope; of {channels} the scope of the original is not stated, so that nothing can be compared',
    },
    remedy: {
      'zh-CN': '按页面原文填写原消息的发送范围；不能得知的，请法庭责令对方说明',
      en: 'state the scope of the original as the page words it; where it is unknown, ask the court to have it disclosed',
    },
  },
} as const satisfies AttackTexts;
