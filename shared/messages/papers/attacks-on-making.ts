import type { AttackTexts } from './attack-texts.ts';

/** What opposing counsel would say of how the exhibits came about and what is in them. */
export const attacksOnMaking = {
  'count-unchecked': {
    rank: 'attack',
    attack: {
      'zh-CN': '{field}称“{words}”，本册至多有 {found} {unit}；{exhibits}没有可检索的文字，未能查对是否为页面自己所称',
      en: 'the {field} says “{words}”, and the bundle has at most {found} {unit}; whether a page itself says so cannot be checked: nothing is stored of {exhibits} to look in',
    },
    remedy: {
      'zh-CN': '页面自己所称的，写明出处；否则按本册实有数量改写，或补充证据',
      en: 'where a page says so, say which; else state the number that is there, or add the others as exhibits',
    },
  },
  'captured-after-filing': {
    rank: 'stop',
    attack: {
      'zh-CN': '按设备时钟，{exhibits}的取证或导入晚于所写的提交日期 {filed}',
      en: 'captured or imported after the filing date {filed} by the clock of the device: {exhibits}',
    },
    remedy: { 'zh-CN': '改正提交日期；时钟有误的，说明时钟', en: 'correct the filing date, or explain the clock' },
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
      'zh-CN':
        '按设备时钟，最后一次取证在 {captured}，提交在 {filed}，相隔 {days} 天：如情况紧急，为何等待？信息是否仍在？',
      en: 'by the clock of the device the last capture is of {captured}, and the filing of {filed}, {days} days later: if it is urgent, why the wait, and is it still there?',
    },
    remedy: {
      command: {
        'zh-CN': '提交前再取证一次（fascicle capture），或说明理由',
        en: 'capture it again before filing (`fascicle capture`), or give the reason',
      },
      window: {
        'zh-CN': '提交前在“收集”中再取证一次，或说明理由',
        en: 'capture it again under “Inbox” before filing, or give the reason',
      },
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
      command: {
        'zh-CN': '申请时间戳（fascicle timestamp），或交存证平台后附上凭证（fascicle attach）',
        en: 'ask for a time stamp (`fascicle timestamp`), or deposit them and attach the receipt (`fascicle attach`)',
      },
      window: {
        'zh-CN': '在“保管”中“加盖时间戳”，或交存证平台后在“证据”中“附加外部存证”',
        en: 'use “Stamp now” under “Custody”, or deposit them and use “Attach an external document” under “Evidence”',
      },
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
      command: {
        'zh-CN': '查看差异（fascicle show），在证明目的或说明中解释',
        en: 'look at the differences (`fascicle show`) and explain them',
      },
      window: {
        'zh-CN': '在“证据”中查看差异，在证明目的或说明中解释',
        en: 'look at the differences under “Evidence” and explain them',
      },
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
      command: {
        'zh-CN': '导入时写明来源（--source），或用 fascicle exhibits 补充来源栏',
        en: 'state it at import (`--source`), or fill in the source with `fascicle exhibits`',
      },
      window: {
        'zh-CN': '在“编排”的“来源”栏补充；以后导入时先填“文件来源”',
        en: 'fill in “Source” under “Arrangement”; for files still to come fill in “Source of the files” first',
      },
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
      command: {
        'zh-CN': '与本案无关的，先遮盖（fascicle redact）',
        en: 'redact what the case does not need (`fascicle redact`)',
      },
      window: {
        'zh-CN': '与本案无关的，先在“证据”中“遮盖”',
        en: 'use “Redact” under “Evidence” on what the case does not need',
      },
    },
  },
  'capture-short': {
    rank: 'attack',
    attack: {
      'zh-CN': '{exhibits}的取证或导入不完整：所缺部分可能另有内容',
      en: 'something is lacking in {exhibits}, and may say something else',
    },
    remedy: { 'zh-CN': '重新取证，或说明所缺部分', en: 'capture again, or explain what is lacking' },
  },
} as const satisfies AttackTexts;
