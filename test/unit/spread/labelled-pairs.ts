import type { SpreadSource } from '../../../shared/spread/suggest.ts';

/** Publications as a case has them, every name in them invented, and which of them took from which. */
type Told = readonly [
  id: string,
  names: readonly string[],
  published: string | null,
  text: string,
  links?: readonly string[],
];

const flash = '企镜数据显示，青禾市青禾小额贷款有限公司于2019年5月5日新增清算组成员备案信息，企业进入清算程序。';
const chendu =
  '截至发稿，记者未能联系到该公司。公开资料显示，其成立于2013年，注册资本十二亿元，主要面向小微商户提供信用贷款。';
const wire =
  'The micro-lender was said to have entered liquidation on Sunday evening, according to an alert sent to subscribers of a business data platform.';
const bank = '央行今日开展二百亿元逆回购操作，中标利率与此前持平，市场人士认为流动性总体平稳。';

const told: readonly Told[] = [
  [
    'push',
    ['企镜'],
    '2019-05-05 21:06',
    '您监控的企业青禾市青禾小额贷款有限公司于2019-05-05新增清算组成员备案信息，企业进入清算程序，请注意相关风险。',
  ],
  [
    'daily',
    ['企镜日报'],
    '2019-05-06 08:00',
    '监控日报 警示信息 青禾市青禾小额贷款有限公司 新增清算组负责人 今日提示三条',
  ],
  ['chendu', ['晨渡财经'], '2019-05-06 07:42', `据企镜推送，青禾小贷新增清算信息。${chendu}`],
  ['flash', ['财讯快递'], '2019-05-06 08:31', flash],
  [
    'hechuan',
    ['禾川新闻网'],
    '2019-05-06 08:16',
    '青禾小贷进入清算程序。据晨渡财经报道，消息随即在多个社群传播，业内人士表示若属实将影响合作机构。',
  ],
  [
    'zaobao',
    ['城南早报'],
    '2019-05-06 10:20',
    '据晨渡财经报道，青禾小贷传出清算消息。记者今早走访东街门店，营业如常，有数名商户到店询问。',
  ],
  [
    'union',
    ['商户联盟'],
    '2019-05-06 11:47',
    `转自财讯快递：${flash}群里的老板们都在问要不要还款，我们的建议是先等等看。`,
  ],
  [
    'weiyi',
    ['街口修表匠'],
    '2019-05-06 12:15',
    '企镜都推了，晨渡财经也报了，应该是真的。',
    ['https://chendu.example/story'],
  ],
  [
    'juwen',
    ['聚闻'],
    '2019-05-06 15:02',
    `来源一：禾川新闻网。来源二：晨渡财经。来源三：财讯快递。${flash}${chendu}`,
    ['https://hechuan.example/1'],
  ],
  ['guapeng', ['瓜棚快报'], '2019-05-06 09:15', '炸锅！青禾小贷连夜被清算？五张图看懂。来源：晨渡财经。大家赶紧转发。'],
  ['rongzi', ['融资互助论坛'], '2019-05-06 16:40', '瓜棚快报说连夜清算，有图有真相。我还有十二万没还，大家怎么看？'],
  [
    'guancha',
    ['小贷观察'],
    '2019-05-07 09:05',
    '据财讯快递消息，青禾小贷进入清算程序。清算组何时成立？在贷余额如何处理？',
  ],
  [
    'blog',
    ['灯下算盘'],
    '2019-05-07 22:00',
    `一条推送和它的三百条评论。先是企镜推送称有风险，接着“${chendu}”这样的话到处都是。`,
  ],
  ['harbour', ['Harbour Lantern Wire'], '2019-05-06 14:00', wire],
  ['daybreak', ['Daybreak Monitor'], '2019-05-06 18:00', `A short note. ${wire} The company did not answer.`],
  [
    'ledger',
    ['Ledger Weekly'],
    '2019-05-08',
    'Rumours reached London too. According to Harbour Lantern Wire, the lender had closed its books.',
  ],
  ['bank1', ['金市日报'], '2019-05-06 09:00', bank],
  ['bank2', ['券商晨会'], '2019-05-06 11:00', `${bank}另有三家公司公告增持。`],
  [
    'register',
    ['登记公示'],
    null,
    '青禾市青禾小额贷款有限公司 登记状态 存续 成立日期 2012年04月18日 法定代表人 温如岚 营业期限 长期',
  ],
  [
    'archive',
    ['登记档案室'],
    null,
    '青禾市青禾小额贷款有限公司 登记状态 存续 清算组成员备案 2015年11月12日 终止清算备案 2016年01月21日',
  ],
  ['weather', ['青禾天气'], '2019-05-06 06:00', '今天多云转晴，最高气温二十六度，东南风二到三级，请注意防晒。'],
  ['sports', ['青禾体育'], '2019-05-06 20:00', '主队在加时赛中以一球险胜，主教练称赞了年轻球员的表现。'],
  ['recipe', ['灶台'], null, '青椒切丝，热锅冷油，大火翻炒一分钟即可出锅，记得最后放盐。'],
  [
    'notice',
    ['企镜'],
    '2019-05-29 20:00',
    '因技术原因，本平台将该公司2015年的清算备案信息误作为新增信息推送，特此澄清，并致歉意。',
  ],
  [
    'mail',
    ['企镜'],
    '2019-05-29 20:12',
    '本平台5月5日推送的信息与事实不符，因技术原因，本平台将该公司2015年的清算备案信息误作为新增信息推送，特此澄清，并致歉意。',
  ],
];

const day = 86_400_000;
export const parties = ['青禾市青禾小额贷款有限公司', '青禾小贷', '企镜信息技术有限公司'];

export const publications: readonly SpreadSource[] = told.map(([item, names, published, text, links = []]) => {
  const from =
    published === null ? null : Date.parse(`${published.replace(' ', 'T').padEnd(16, 'T00:00').slice(0, 16)}:00+08:00`);
  const length = published !== null && published.length > 10 ? 60_000 : day;
  return {
    item,
    addresses: [`https://${item}.example/1`, `https://${item}.example/story`],
    names,
    published: from === null ? null : { from, to: from + length },
    text,
    links,
  };
});

/** `source > citing`: what a careful reader of these texts would draw. */
export const links: ReadonlySet<string> = new Set([
  'push > flash', // word for word, and named
  'push > chendu',
  'push > weiyi',
  'push > union',
  'push > juwen',
  'push > blog',
  'chendu > hechuan',
  'chendu > zaobao',
  'chendu > weiyi',
  'chendu > juwen',
  'chendu > guapeng',
  'chendu > blog',
  'hechuan > juwen',
  'flash > union',
  'flash > juwen',
  'flash > guancha',
  'guapeng > rongzi',
  'harbour > daybreak',
  'harbour > ledger',
  'bank1 > bank2',
  'notice > mail',
]);

/** Pairs that have words in common, and no link. */
export const strangers: ReadonlySet<string> = new Set([
  'register > archive',
  'archive > register',
  'push > register',
  'push > archive',
  'daily > flash',
  'daily > chendu',
  'weather > sports',
  'recipe > weather',
  'bank1 > chendu',
  'zaobao > hechuan',
  'hechuan > zaobao',
  'guapeng > hechuan',
  'ledger > daybreak',
  'rongzi > zaobao',
  'notice > push',
  'mail > push',
  'guancha > union',
  'zaobao > union',
  'register > push',
  'sports > bank1',
]);
