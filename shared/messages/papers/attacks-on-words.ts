import type { AttackTexts } from './attack-texts.ts';

/** What opposing counsel would say of the words around the exhibits. */
export const attacksOnWords = {
  'quotation-not-found': {
    rank: 'stop',
    attack: {
      'zh-CN': '{field}引用的“{words}”，本册所存的证据文字中均没有',
      en: 'the {field} quotes “{words}”, which no exhibit says in its stored words',
    },
    remedy: {
      'zh-CN': '按页面原文改正引文，或去掉引号改为概述',
      en: 'correct the quotation by the page, or put it in your own words without quotation marks',
    },
  },
  'quotation-not-here': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}引用的“{words}”不在所存的文字中；{exhibits}没有可检索的文字，未能查对',
      en: 'the {field} quotes “{words}”, which is not in the stored words; nothing is stored of {exhibits} to look in',
    },
    remedy: {
      command: {
        'zh-CN': '对照画面逐字核对，或先识别文字（fascicle ocr）；不符的改正引文',
        en: 'compare it with the pictures letter by letter, or read their words first (`fascicle ocr`); correct it where it differs',
      },
      window: {
        'zh-CN': '对照画面逐字核对，或先在“证据”中“机器识别文字”；不符的改正引文',
        en: 'compare it with the pictures letter by letter, or first use “Read the words by machine” under “Evidence”; correct it where it differs',
      },
    },
  },
  'quotation-elsewhere': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}引用的“{words}”不在该证据中，而在{exhibits}中',
      en: 'the {field} quotes “{words}”, which is not in this exhibit but in {exhibits}',
    },
    remedy: {
      'zh-CN': '写明引自哪项证据，或改引该证据自己的文字',
      en: 'say which exhibit is quoted, or quote this one’s own words',
    },
  },
  'quotation-unchecked': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}引用的“{words}”无法核对：该证据没有可检索的文字',
      en: 'the {field} quotes “{words}”, which cannot be checked: the exhibit has no stored words',
    },
    remedy: {
      command: {
        'zh-CN': '对照画面逐字核对，或先识别文字（fascicle ocr）',
        en: 'compare it with the picture letter by letter, or read its words first (`fascicle ocr`)',
      },
      window: {
        'zh-CN': '对照画面逐字核对，或先在“证据”中“机器识别文字”',
        en: 'compare it with the picture letter by letter, or first use “Read the words by machine” under “Evidence”',
      },
    },
  },
  'quotation-other-glyphs': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}引用的“{words}”在所存文字中，但该处字体显示的是其他字符，画面与文字不同',
      en: 'the {field} quotes “{words}”, which is in the stored text, but its font draws other characters there: the picture shows other words',
    },
    remedy: { 'zh-CN': '以画面为准，对照画面逐字核对', en: 'go by the picture and compare it letter by letter' },
  },
  'quotation-machine-read': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}引用的“{words}”只在机器识别的文字中找到',
      en: 'the {field} quotes “{words}”, which was found in machine-read words only',
    },
    remedy: { 'zh-CN': '对照画面逐字核对', en: 'compare it with the picture letter by letter' },
  },
  'count-exceeds': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}称“{words}”，本册至多有 {found} {unit}',
      en: 'the {field} says “{words}”, and the bundle has at most {found} {unit}',
    },
    remedy: {
      'zh-CN': '补充证据，或按本册实有数量改写',
      en: 'add the others as exhibits, or state the number that is there',
    },
  },
  'beyond-words': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}写有{claims}，所列证据所存的文字中没有',
      en: 'the {field} says {claims}, which the stored words of the exhibit do not hold',
    },
    remedy: {
      'zh-CN': '按证据的文字改写，或写明由哪项证据证明；由此推出的，写成推论',
      en: 'word it by the exhibit, or say which exhibit shows it; state a conclusion as a conclusion',
    },
  },
  'perhaps-beyond-words': {
    rank: 'note',
    attack: {
      'zh-CN': '{field}写有{claims}，所存的文字中未找到：页面可能以别的写法表述，或识别有误',
      en: 'the {field} says {claims}, which was not found in the stored words: the page may put it otherwise, or was misread',
    },
    remedy: { 'zh-CN': '对照画面核对', en: 'compare it with the picture' },
  },
  'cites-unknown': {
    rank: 'stop',
    attack: {
      'zh-CN': '{field}引用“证据 {number}”，本册没有该编号',
      en: 'the {field} cites exhibit {number}, and the bundle has none of that number',
    },
    remedy: { 'zh-CN': '改正编号', en: 'correct the number' },
  },
  'cites-other': {
    rank: 'stop',
    attack: {
      'zh-CN': '{field}把证据 {number} 称为《{title}》，本册该编号为“{own}”',
      en: 'the {field} calls exhibit {number} “{title}”, and in the bundle that number is “{own}”',
    },
    remedy: { 'zh-CN': '改正编号或名称', en: 'correct the number or the title' },
  },
  'draft-cites-unknown': {
    rank: 'attack',
    attack: {
      'zh-CN': '草稿“{draft}”引用“证据 {number}”，本册没有该编号',
      en: 'the draft “{draft}” cites exhibit {number}, and the bundle has none of that number',
    },
    remedy: { 'zh-CN': '使用前改正编号', en: 'correct the number before it is used' },
  },
  'draft-cites-other': {
    rank: 'attack',
    attack: {
      'zh-CN': '草稿“{draft}”把证据 {number} 称为《{title}》，本册该编号为“{own}”',
      en: 'the draft “{draft}” calls exhibit {number} “{title}”, and in the bundle that number is “{own}”',
    },
    remedy: { 'zh-CN': '使用前改正编号或名称', en: 'correct the number or the title before it is used' },
  },
  'number-in-report': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}的编号在已生成的核查报告中另有所指：例如证据 {number}，报告中为“{before}”，本册为“{now}”',
      en: 'the compliance report that was built means something else by the numbers of {exhibits}: exhibit {number}, say, is “{before}” there and “{now}” in the bundle',
    },
    remedy: {
      'zh-CN':
        '报告沿用证据目录的编号，其后续编；报告已提交的，为后加的证据另编报告未用的编号，或引用时写明是哪一册的编号',
      en: 'a report keeps the numbers of the catalogue and continues behind them; if it was filed, give what was added since numbers that it does not use, or say of which paper a number is, wherever it is cited',
    },
  },
  'number-moved': {
    rank: 'note',
    attack: {
      'zh-CN': '{exhibits}的编号在上次生成的提交版中另有所指：例如证据 {number}，原为“{before}”，现为“{now}”',
      en: 'the filing built last means something else by the numbers of {exhibits}: exhibit {number}, say, was “{before}” and is now “{now}”',
    },
    remedy: {
      'zh-CN': '如该册已提交，沿用原编号，新证据编在其后',
      en: 'if that one was filed, keep its numbers and put new exhibits behind',
    },
  },
} as const satisfies AttackTexts;
