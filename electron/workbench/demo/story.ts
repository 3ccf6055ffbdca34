import type { CaseFacts } from '../../../shared/case/case.ts';
import type { Category } from '../../../shared/case/category.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';

/**
 * The story that the demo tells, as a lawyer would write it into the catalogue. Every company, website, court file and
 * person in it is invented. The order of the exhibits is `order`, over pages and files together.
 */

export const demoCase: CaseFacts = {
  title: '青禾小贷申请诉前行为保全（演示，虚拟时钟）',
  court: 'hangzhou',
  cause: '商业诋毁纠纷',
  submitted: '2019-05-21',
  applicants: ['青禾市青禾小额贷款有限公司'],
  respondents: ['云州企镜信息技术有限公司'],
  operator: '沈知行（演示人员）',
  beforeSuit: true,
  counsel: [{ name: '演示代理人', licence: '演示-0001' }],
  operators: [
    {
      name: '沈知行（演示人员）',
      identity: '演示身份，无执业证号',
      capacity: '申请人法务，取证人（演示）',
      employer: '青禾市青禾小额贷款有限公司（演示）',
      interest: '系申请人员工，与申请人有利害关系（演示）',
    },
  ],
  storage: { medium: '本机磁盘（演示）', copies: '无备份（演示）', access: '沈知行' },
  language: 'zh-CN+en',
};

type Described = Readonly<{
  category: Category;
  title: string;
  source: string;
  /** What the page or file says, in its own words where quoted. */
  summary: string;
  purpose: string;
  group: string;
  order: number;
  /** The wrong words on it, for its key page. */
  disputed?: string;
  media?: Exhibit['media'];
}>;

/** A page of the demo's sites to capture, by its site and path; a phone page is captured in a phone's window. */
export type DemoPage = Described & Readonly<{ page: string; device: 'desktop' | 'phone' }>;

/** A file under `resources/demo/files` to import, with the sheet of facts that the importing person fills in. */
export type DemoFile = Described &
  Readonly<{ file: string; kind: string; receivedBy: string; receivedOn: string; account: string }>;

const groups = {
  message: '第一组：涉案信息 / Group 1: messages in dispute',
  coverage: '第二组：媒体报道与传播 / Group 2: coverage and spread',
  record: '第三组：事实材料 / Group 3: factual record',
} as const;

const own = '申请人自行网页取证（演示网站）';

export const demoPages: readonly DemoPage[] = [
  {
    order: 1,
    page: 'www.qijing/app/message',
    device: 'phone',
    category: 'message',
    group: groups.message,
    title: '企镜站内消息页面：青禾小贷新增清算组成员备案（2019-05-05 21:06）',
    source: `企镜网站消息页面（以手机视图打开的网页，并非手机应用）；${own}`,
    summary:
      '消息等级为“警示信息”，时间“2019年5月5日 21:06”，称“企业进入清算程序，请注意相关风险”，并列“推送对象：全部监控用户”。',
    purpose: '证明被申请人于2019年5月5日以“警示信息”等级向监控用户推送申请人“进入清算程序”的信息，信息明确指向申请人。',
    disputed: '企业进入清算程序，请注意相关风险',
  },
  {
    order: 3,
    page: 'www.qijing/daily/2019-05-06',
    device: 'desktop',
    category: 'message',
    group: groups.message,
    title: '企镜《监控日报》2019年5月6日',
    source: `企镜网站监控日报页面；${own}`,
    summary:
      '日报将申请人列为“警示信息（1）”，称“新增清算组负责人、清算组成员，企业已进入清算程序”，并载“数据来源于公开信息”。',
    purpose: '证明被申请人次日08:00以监控日报再次发布申请人“已进入清算程序”的信息，并列为当日唯一一条警示信息。',
    disputed: '企业已进入清算程序',
  },
  {
    order: 4,
    page: 'www.qijing/mail/20190505',
    device: 'desktop',
    category: 'message',
    group: groups.message,
    title: '企镜邮件推送：“您监控的企业青禾小贷有新的警示信息”',
    source: `企镜邮件网页版；${own}`,
    summary: '邮件主题“您监控的企业青禾小贷有新的警示信息”，正文称“该企业可能已进入清算程序，请关注债权债务风险”。',
    purpose: '证明被申请人还通过电子邮件发布申请人“可能已进入清算程序”的信息。',
    disputed: '该企业可能已进入清算程序',
  },
  {
    order: 6,
    page: 'bbs.zhanggui/thread-20117',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '掌柜茶座论坛帖：询问“青禾小贷进入清算程序”的真假（2019-05-05 22:31）',
    source: `掌柜茶座论坛；${own}`,
    summary:
      '楼主称“刚收到企镜的推送”并询问真假；“百货小李”称“已经转到三个群里了”；“会计阿兰”23:05称“查了公示系统，状态还是存续”。',
    purpose: '证明2019年5月5日22:31即有用户在论坛发帖转述该推送，22:40另有用户回复“已经转到三个群里了”。',
    media: { outlet: '掌柜茶座', published: '2019-05-05 22:31', cites: '刚收到企镜的推送', reach: '浏览 8,214' },
  },
  {
    order: 7,
    page: 'finance.chendu/20190506/story',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '晨渡财经：《青禾小贷疑似清算，千万用户何去何从》（2019-05-06 07:42）',
    source: `晨渡财经网；${own}`,
    summary:
      '报道称企镜“向其监控用户推送消息”，引述“企业进入清算程序，请注意相关风险”，并称部分群聊中出现“停止还款”的说法。',
    purpose: '证明媒体直接引用企镜推送作为消息来源进行报道，涉案信息向不特定公众传播。',
    media: { outlet: '晨渡财经', published: '2019-05-06 07:42', cites: '据企镜推送', reach: '阅读 128,406' },
  },
  {
    order: 8,
    page: 'www.hechuan/20190506/081632.htm',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '禾川新闻网：《青禾小贷进入清算程序》（2019-05-06 08:16）',
    source: `禾川新闻网（GBK编码页面）；${own}`,
    summary:
      '报道载“来源：企镜”，称“青禾市青禾小额贷款有限公司新增清算组成员备案，企业进入清算程序”，“尚未得到公司方面的回应”。',
    purpose: '证明新闻网站以肯定语气转述涉案信息，并载明来源为企镜。',
    media: { outlet: '禾川新闻网', published: '2019-05-06 08:16', cites: '来源：企镜' },
  },
  {
    order: 9,
    page: 'www.guapeng/20190506',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '瓜棚快报：《炸锅！青禾小贷凌晨“被清算”？一图看懂》（2019-05-06 09:15）',
    source: `瓜棚快报；${own}`,
    summary: '文章称“企镜显示，青禾小贷”“进入清算”，文末载“本文根据企镜公开推送整理，欢迎转发”。',
    purpose: '证明自媒体以“被清算”为题转述该信息，并载明“欢迎转发”。',
    media: { outlet: '瓜棚快报', published: '2019-05-06 09:15', cites: '企镜显示', reach: '10万+' },
  },
  {
    order: 10,
    page: 'www.harbourwire/r/1',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: 'Harbour Wire: “Chinese micro-lender Qinghe said to enter liquidation” (2019-05-06)',
    source: `Harbour Wire（经两次跳转到达）；${own}`,
    summary:
      '英文报道，称该公司“has entered liquidation, according to a message”，消息来自企镜于周日晚的推送，并载“has not been corrected or updated”。',
    purpose:
      '证明涉案信息已由英文网站转述。 / Shows that an English-language website had repeated the message in dispute.',
    media: { outlet: 'Harbour Wire', published: '2019-05-06 11:20', cites: 'Qijing pushed to its subscribers' },
  },
  {
    order: 11,
    page: 'blog.dengxia/2019/05/night-of-liquidation',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '博客“灯下算盘”：《清算之夜：一条推送和它的三百条评论》（2019-05-07）',
    source: `博客“灯下算盘”；${own}`,
    summary:
      '文章称六个商户群转发截图，又称登记公示为“存续”，推送所称“是三年多以前已经结束的一件旧事”；其后列“评论（300）”。',
    purpose:
      '证明涉案信息在商户群中扩散并引发公众议论：博客作者称“我加的七个商户群里有六个在转这张截图”，有评论者称“既然写着清算组备案，那应该是真的吧”。',
    disputed: '我加的七个商户群里有六个在转这张截图',
    media: {
      outlet: '灯下算盘',
      published: '2019-05-07 07:50',
      cites: '企镜的监控消息说',
      reach: '阅读 41,926　评论 300',
    },
  },
  {
    order: 12,
    page: 'www.zaobao/20190506/finance-11',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '城南早报：《青禾小贷传清算，门店照常营业》（2019-05-06 10:20）',
    source: `城南早报；${own}`,
    summary: '报道“据晨渡财经报道”，称门店“营业如常，但有数名商户到店询问是否需要提前还款”。',
    purpose: '证明报道转引晨渡财经，并载明有数名商户到店询问是否需要提前还款。',
    media: { outlet: '城南早报', published: '2019-05-06 10:20', cites: '据晨渡财经报道', reach: '阅读 3.2万' },
  },
  {
    order: 13,
    page: 'www.caixun/flash/88123',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '财讯快递快讯：【青禾小贷进入清算程序】（2019-05-06 08:31）',
    source: `财讯快递；${own}`,
    summary: '快讯称“企镜数据显示，青禾市青禾小额贷款有限公司于2019年5月5日新增清算组成员备案信息，企业进入清算程序”。',
    purpose: '证明快讯直接转述企镜数据，以确定语气传播涉案信息。',
    media: { outlet: '财讯快递', published: '2019-05-06 08:31', cites: '企镜数据显示', reach: '阅读 10万+' },
  },
  {
    order: 14,
    page: 'mp.union/s/20190506',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '商户联盟（公众号）：《速看！青禾小贷被清算，还款先别急》（2019-05-06 11:47）',
    source: `商户联盟公众号；${own}`,
    summary: '文章“转自财讯快递”快讯，称“群里的老板们都在问要不要还款，我们的建议是先等等看”。',
    purpose: '证明自媒体以“还款先别急”为题转发快讯，并建议读者先等等看。',
    media: { outlet: '商户联盟', published: '2019-05-06 11:47', cites: '转自财讯快递', reach: '阅读 1.8万　在看 326' },
  },
  {
    order: 15,
    page: 'www.weiyi/status/4368',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '微议“街口修表匠”：#青禾小贷清算#（2019-05-06 12:15）',
    source: `微议；${own}`,
    summary: '用户“街口修表匠”称“企镜都推了”“应该是真的。欠他家钱的先别还，存他家钱的赶紧去要”。',
    purpose: '证明社交平台用户转述涉案信息并称“欠他家钱的先别还”，该条链接晨渡财经报道。',
    media: {
      outlet: '微议',
      published: '2019-05-06 12:15',
      cites: '链接晨渡财经',
      reach: '转发 1,204　评论 389　赞 2,650',
    },
  },
  {
    order: 16,
    page: 'www.juwen/topic/qinghe',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '聚闻专题：《青禾小贷清算：各方消息汇总》（2019-05-06 15:02）',
    source: `聚闻；${own}`,
    summary: '专题列禾川新闻网、晨渡财经、财讯快递三个来源，载有快讯原句，称“截至发稿，记者未能联系到该公司”。',
    purpose: '证明聚合站汇总多家报道，并逐字转述快讯的语句。',
    media: { outlet: '聚闻', published: '2019-05-06 15:02', cites: '来源一至三', reach: '浏览 46,018' },
  },
  {
    order: 17,
    page: 'bbs.rongzi/thread-5902',
    device: 'desktop',
    category: 'coverage',
    group: groups.coverage,
    title: '融资互助论坛：《青禾清算了？在贷的怎么办》（2019-05-06 16:40）',
    source: `融资互助论坛；${own}`,
    summary: '楼主称“瓜棚快报说连夜清算”“我还有十二万没还，大家怎么看”；2楼称“公示系统查了还是存续啊”。',
    purpose: '证明有用户因涉案信息发帖，称尚有贷款未还并询问如何处理。',
    media: { outlet: '融资互助论坛', published: '2019-05-06 16:40', cites: '瓜棚快报', reach: '查看 5,902　回复 1' },
  },
  {
    order: 18,
    page: 'www.register/enterprise/qinghe',
    device: 'desktop',
    category: 'record',
    group: groups.record,
    title: '企业登记信息公示页：青禾市青禾小额贷款有限公司（登记状态：存续）',
    source: `企业信用信息公示页面（机构为虚构）；${own}`,
    summary:
      '登记状态“存续”；2015-11-12“清算组成员备案”，状态“已终止”；2016-01-21“终止清算备案，企业继续经营”；“公示数据更新至2019年5月8日”。',
    purpose: '证明申请人登记状态为存续；清算组备案发生于2015年，已于2016年1月终止，公示页面没有2019年的清算信息。',
  },
  {
    order: 20,
    page: 'www.register/enterprise/qijing',
    device: 'desktop',
    category: 'record',
    group: groups.record,
    title: '企业登记信息公示页：云州企镜信息技术有限公司（登记状态：存续）',
    source: `企业信用信息公示页面（机构为虚构）；${own}`,
    summary: '登记状态“存续”，住所“杭州市演示区镜湖路9号”，网站“企镜（www.qijing.localhost）”，“暂无清算信息”。',
    purpose: '证明被申请人的名称、登记住所地（杭州市）和所经营的网站。',
  },
  {
    order: 21,
    page: 'www.qinghe/notice/20190506',
    device: 'desktop',
    category: 'record',
    group: groups.record,
    title: '申请人网站公告：《关于网传“清算”信息的声明》（2019-05-06 14:20）',
    source: `申请人网站；${own}`,
    summary:
      '声明称“该信息与事实不符”，“2019年本公司没有成立清算组，经营正常，登记状态为存续”，“2015年11月曾有清算组成员备案，2016年1月已终止清算”。',
    purpose: '证明申请人在涉案信息推送的次日即公开否认，并说明登记状态为存续。',
  },
];

/** The look at the message on the day before the application is filed. */
export const dayBefore = 'www.qijing/app/message, the day before';

export const demoSecondLook: DemoPage = {
  order: 5,
  page: 'www.qijing/app/message',
  device: 'phone',
  category: 'message',
  group: groups.message,
  title: '企镜站内消息页面（申请前复查，2019-05-20）',
  source: `企镜网站消息页面（以手机视图打开的网页，并非手机应用）；${own}`,
  summary: '仍列有“2019年5月5日 21:06”的“警示信息”，称“企业进入清算程序，请注意相关风险”。',
  purpose: '证明涉案信息在申请前一日仍在被申请人的消息页面展示，该页面未见更正。',
};

/** A report that its publisher deletes while the queue still runs: what the program then says of it is part of the story. */
export const deletedPage = 'www.guancha/20190507';

export const demoFiles: readonly DemoFile[] = [
  {
    order: 2,
    file: 'mmexport1557100800000.jpg',
    kind: '电子数据 / Electronic data',
    category: 'message',
    group: groups.message,
    title: '商户手机截图：转发至商户群的企镜推送',
    source: '商户群成员冯某（虚构）通过即时通讯工具发送给申请人客服的手机截图；非本程序取证，原件在该成员手机',
    receivedBy: '申请人客服专员 乔某（虚构）',
    receivedOn: '申请人客服工作手机',
    account: '申请人客服账号 qinghe-service（虚构）',
    summary:
      '商户互助群聊天画面：黎记杂货在群内发送企镜推送卡片，面馆老板说先别还了、等等看消息，五金铺说转给客服问问。',
    purpose: '证明与涉案推送内容基本相同的消息于2019年5月5日晚被转发至商户群聊，群成员有暂缓还款的回应。',
  },
  {
    order: 19,
    file: 'qinghe-registry-extract.pdf',
    kind: '电子数据 / Electronic data',
    category: 'record',
    group: groups.record,
    title: '企业登记档案查询结果（青禾市青禾小额贷款有限公司，2019-05-06 打印）',
    source: '青禾市企业登记档案室（虚构）依申请出具的PDF查询结果；由申请人下载',
    receivedBy: '申请人法务 沈知行（虚构）',
    receivedOn: '申请人法务办公电脑',
    account: '登记档案查询平台账号 qinghe-legal（虚构）',
    summary: '登记状态为存续；清算组成员于2015年11月12日备案，2016年01月21日终止清算备案，目前无在办清算事项。',
    purpose: '证明申请人2015年11月清算组备案、2016年1月终止清算备案，与公示页面一致。',
  },
];

/** What the applicant receives on the day before the application is filed. */
export const demoSecurity: DemoFile = {
  order: 22,
  file: 'security-guarantee-demo.txt',
  kind: '电子数据 / Electronic data',
  category: 'other',
  group: groups.record,
  title: '诉讼保全担保函 DEMO-BH-20190520-0001（电子版，演示，虚构）',
  source: '青禾演示担保有限公司（虚构）出具，申请人下载',
  receivedBy: '申请人法务 沈知行（虚构）',
  receivedOn: '申请人法务办公电脑',
  account: '担保平台账号 qinghe-legal（虚构）',
  summary:
    '担保函载“担保金额人民币200万元”，称“如申请人申请有错误，致使被申请人遭受损失，本公司在上述金额内承担赔偿责任”。',
  purpose: '证明申请人为本次申请提交担保函，载明担保金额人民币200万元。',
};

/** 时间线, as the demo's lawyer writes it: each event with the pages and files that show it. */
export const demoEvents: readonly Readonly<{ when: string; what: string; pages: readonly string[] }>[] = [
  { when: '2015-11-12', what: '申请人清算组成员备案', pages: ['www.register/enterprise/qinghe'] },
  { when: '2016-01-21', what: '申请人终止清算备案，企业继续经营', pages: ['www.register/enterprise/qinghe'] },
  {
    when: '2019-05-05 21:06',
    what: '企镜站内消息页面以“警示信息”载明“青禾市青禾小额贷款有限公司 新增清算信息”，推送对象为“全部监控用户”；21:08另发邮件',
    pages: ['www.qijing/app/message', 'www.qijing/mail/20190505'],
  },
  { when: '2019-05-05 22:31', what: '论坛用户发帖转述该推送', pages: ['bbs.zhanggui/thread-20117'] },
  {
    when: '2019-05-06 07:42',
    what: '晨渡财经以企镜推送为来源，报道“疑似清算”',
    pages: ['finance.chendu/20190506/story'],
  },
  {
    when: '2019-05-06 08:00',
    what: '企镜《监控日报》载明申请人“已进入清算程序”',
    pages: ['www.qijing/daily/2019-05-06'],
  },
  {
    when: '2019-05-06 08:16',
    what: '禾川新闻网报道“进入清算程序”',
    pages: ['www.hechuan/20190506/081632.htm'],
  },
  { when: '2019-05-06 08:31', what: '财讯快递发布快讯', pages: ['www.caixun/flash/88123'] },
  { when: '2019-05-06 09:15', what: '瓜棚快报转述并载明“欢迎转发”', pages: ['www.guapeng/20190506'] },
  {
    when: '2019-05-06 10:20',
    what: '城南早报转引晨渡财经，并载明有商户到店询问',
    pages: ['www.zaobao/20190506/finance-11'],
  },
  { when: '2019-05-06 11:47', what: '商户联盟转自财讯快递', pages: ['mp.union/s/20190506'] },
  { when: '2019-05-06 14:20', what: '申请人在其网站发布声明', pages: ['www.qinghe/notice/20190506'] },
  {
    when: '2019-05-20 10:00',
    what: '申请前复查，该消息页面未见更正；同日取得担保函',
    pages: [dayBefore, 'security-guarantee-demo.txt'],
  },
];
