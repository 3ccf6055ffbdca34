import type { Text } from '../../language.ts';
import { forUser } from '../../text.ts';

/**
 * What opposing counsel would say of a bundle before it is filed, and what helps. *stop*: a paper would say what the
 * stored evidence does not bear out. *attack*: for the lawyer to mend, or to answer with a reason.
 */
export const challengeTexts = forUser({
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
      'zh-CN': '对照画面逐字核对，或先识别文字（fascicle ocr）；不符的改正引文',
      en: 'compare it with the pictures letter by letter, or read their words first (`fascicle ocr`); correct it where it differs',
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
      'zh-CN': '对照画面逐字核对，或先识别文字（fascicle ocr）',
      en: 'compare it with the picture letter by letter, or read its words first (`fascicle ocr`)',
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
  'captured-after-filing': {
    rank: 'stop',
    attack: {
      'zh-CN': '{exhibits}的取证或导入晚于所写的提交日期 {filed}',
      en: 'captured or imported after the filing date {filed}: {exhibits}',
    },
    remedy: { 'zh-CN': '改正提交日期', en: 'correct the filing date' },
  },
  'published-later': {
    rank: 'attack',
    attack: {
      'zh-CN': '所载日期 {published} 晚于取证或导入设备时钟的时间',
      en: 'its date {published} is later than the clock of the capture or import',
    },
    remedy: { 'zh-CN': '核对设备时钟和所载日期', en: 'check the clock of the device and the date' },
  },
  'urgency-gap': {
    rank: 'attack',
    attack: {
      'zh-CN': '最后一次取证在 {captured}，提交在 {filed}，相隔 {days} 天：如情况紧急，为何等待？信息是否仍在？',
      en: 'the last capture is of {captured} and the filing of {filed}, {days} days later: if it is urgent, why the wait, and is it still there?',
    },
    remedy: {
      'zh-CN': '提交前再取证一次（fascicle capture），或说明理由',
      en: 'capture it again before filing (`fascicle capture`), or give the reason',
    },
  },
  'clock-off': {
    rank: 'attack',
    attack: {
      'zh-CN': '取证设备的时钟与标准时间相差 {seconds} 秒',
      en: 'the clock of the capturing device was {seconds} s off',
    },
    remedy: {
      'zh-CN': '校准时钟后重新取证；不能重取的，以第三方时间戳或存证说明时间',
      en: 'set the clock and capture again; where that cannot be, let a third party’s time stamp or deposit speak for the time',
    },
  },
  'clock-unverified': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}的取证时间只有本机时钟为据',
      en: 'the time of {exhibits} rests on the device’s own clock alone',
    },
    remedy: {
      'zh-CN': '联网取证时允许询问时间服务器；已有证据可申请时间戳，证明其不晚于何时存在',
      en: 'let captures ask time servers; for what is there, a time stamp proves by when it existed',
    },
  },
  'no-outside-time': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}没有第三方时间戳或存证：无法排除事后修改',
      en: 'no third party’s time stamp or deposit for {exhibits}: a later change cannot be ruled out',
    },
    remedy: {
      'zh-CN': '申请时间戳（fascicle timestamp），或交存证平台后附上凭证（fascicle attach）',
      en: 'ask for a time stamp (`fascicle timestamp`), or deposit them and attach the receipt (`fascicle attach`)',
    },
  },
  'plain-http': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}经未加密的 HTTP 取得：传输途中可能被改动',
      en: 'plain HTTP was used for {exhibits}: a change on the way cannot be ruled out',
    },
    remedy: {
      'zh-CN': '网站支持 HTTPS 的，以 https:// 重新取证；否则说明程序二次获取的结果',
      en: 'capture again by https:// where the site has it; else point to the second fetch',
    },
  },
  'second-fetch-differs': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}的二次获取与浏览器所得不同，且原因不明',
      en: 'of {exhibits} the program’s own second fetch differs from what the browser got, without a known cause',
    },
    remedy: {
      'zh-CN': '查看差异（fascicle show），在证明目的或说明中解释',
      en: 'look at the differences (`fascicle show`) and explain them',
    },
  },
  'seen-by-account': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}是登录账号后所见：公众看到的可能不同',
      en: 'an account was logged in for {exhibits}: what the public sees may differ',
    },
    remedy: {
      'zh-CN': '能公开访问的，以未登录状态再取证一次；写明所用账号',
      en: 'capture once more without logging in where that is possible; state the account',
    },
  },
  'operator-missing': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}未写取证人',
      en: 'no person is named who captured or imported {exhibits}',
    },
    remedy: {
      'zh-CN': '在说明或声明中写明取证人及其与本案的关系',
      en: 'name the person, and the interest in the case, in the declaration',
    },
  },
  'import-without-source': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}是导入的文件，未写来源：何人、何时、从何处取得？',
      en: 'no source is stated for the files of {exhibits}: who got each of them, when, and where?',
    },
    remedy: {
      'zh-CN': '导入时写明来源（--source），或在编排的来源栏补充',
      en: 'state it at import (`--source`) or in the source cell of the exhibit',
    },
  },
  'another-site': {
    rank: 'attack',
    attack: {
      'zh-CN': '所请求的网站为 {asked}，取得的页面来自 {came}',
      en: 'the address asked for is of {asked}, the page that came of {came}',
    },
    remedy: {
      'zh-CN': '在来源栏写明跳转，或直接对最终网址取证',
      en: 'state the redirect in the source cell, or capture the final address itself',
    },
  },
  'redacted-copy': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}是遮盖件：对方会要求出示原件',
      en: 'words or areas are covered in {exhibits}: opponents will ask for the original',
    },
    remedy: {
      'zh-CN': '备好封存的原件供法庭核对',
      en: 'have the sealed originals ready for the court to compare',
    },
  },
  'private-data': {
    rank: 'attack',
    attack: {
      'zh-CN': '所存文字中有 {count} 处像是{kinds}：个人信息随证据提交',
      en: 'its stored words hold {count} {count|string that looks|strings that look} like {kinds}: personal data would be filed',
    },
    remedy: {
      'zh-CN': '与本案无关的，先遮盖（fascicle redact）',
      en: 'redact what the case does not need (`fascicle redact`)',
    },
  },
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
  'capture-short': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}的取证或导入不完整：所缺部分可能另有内容',
      en: 'something is lacking in {exhibits}, and may say something else',
    },
    remedy: { 'zh-CN': '重新取证，或说明所缺部分', en: 'capture again, or explain what is lacking' },
  },
} as const satisfies Record<string, Readonly<{ rank: 'stop' | 'attack'; attack: Text; remedy: Text }>>);

/** Exhibits by their numbers, as an attack names them. */
export const exhibitsNamed = {
  one: { 'zh-CN': '证据 {numbers} ', en: 'exhibit {numbers}' },
  several: { 'zh-CN': '证据 {numbers} ', en: 'exhibits {numbers}' },
} as const satisfies Record<string, Text>;

/** Texts in which a case speaks in its own words, as an attack names them. */
export const spokenFields = {
  title: { 'zh-CN': '证据名称', en: 'title' },
  purpose: { 'zh-CN': '证明目的', en: 'purpose' },
  summary: { 'zh-CN': '内容摘要', en: 'summary' },
  remarks: { 'zh-CN': '备注', en: 'remarks' },
  event: { 'zh-CN': '时间线', en: 'chronology' },
} as const satisfies Record<string, Text>;

export const countUnits = {
  sites: { 'zh-CN': '家网站的网页', en: 'sites' },
  reports: { 'zh-CN': '篇媒体报道', en: 'pages of media coverage' },
} as const satisfies Record<string, Text>;

export const privateKinds = {
  mobile: { 'zh-CN': '手机号码', en: 'mobile numbers' },
  identity: { 'zh-CN': '身份证号码', en: 'identity card numbers' },
  card: { 'zh-CN': '银行卡号', en: 'bank card numbers' },
  mail: { 'zh-CN': '电子邮箱地址', en: 'e-mail addresses' },
} as const satisfies Record<string, Text>;
