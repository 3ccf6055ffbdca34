import { describe, expect, test } from 'vitest';
import { judgePage, type ShownPage } from '../../../shared/page/judge-page.ts';
import type { TextBlock } from '../../../shared/page/page-clauses.ts';

const judged = (title: string, text: string, change: Partial<ShownPage> = {}) => {
  const page: ShownPage = {
    status: 200,
    headers: {},
    title,
    text,
    headings: [],
    credentialFields: 0,
    puzzles: 0,
    media: 0,
  };
  const judgement = judgePage({ ...page, ...change });
  return judgement.is === 'page' ? 'page' : judgement.reason.code;
};

describe('what stands where a page was wanted is called so', () => {
  test.for([
    ['', '该内容已被发布者删除', 'content-removed'],
    ['', '此内容因违规无法查看\n由用户投诉并经平台审核，涉嫌违反相关法律法规和政策', 'content-removed'],
    ['微博', '抱歉，此微博已被作者删除。查看帮助', 'content-removed'],
    ['', '非常抱歉，您要访问的文章已下线', 'content-removed'],
    ['', '这条微博已经被作者收回', 'content-removed'],
    ['', '当前直播暂时无法观看', 'content-removed'],
    ['', '啊叻？\n视频不见了？', 'soft-404'],
    ['Video', 'Video unavailable\nThis video is no longer available because the account was closed', 'content-removed'],
    ['网站', '首页\n新闻\n您访问的页面不存在或已被删除\n返回首页', 'soft-404'],
    ['Page not found | Site', 'Home\nAbout\nOops! That page can’t be found.', 'soft-404'],
    ['404 Not Found', 'Not Found\nThe requested URL /x was not found on this server.', 'soft-404'],
    ['Just a moment...', 'Verifying you are human. This may take a few seconds.', 'challenge-page'],
    ['微信公众平台', '环境异常\n当前环境异常，完成验证后即可继续访问。\n去验证', 'challenge-page'],
    ['百度安全验证', '请完成下方验证后继续操作', 'challenge-page'],
    ['', '正在检查您的浏览器，5 秒后自动跳转', 'challenge-page'],
    ['', '请登录后查看全文', 'login-wall'],
    ['登录', '请使用手机扫描二维码登录', 'login-wall'],
    ['', 'Please sign in to continue', 'login-wall'],
    ['Access Denied', 'You don’t have permission to access this', 'access-denied'],
    ['', '很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。', 'access-denied'],
    ['', '请在客户端中打开\n下载APP', 'visitors-asked'],
    ['', '请在微信客户端打开链接', 'visitors-asked'],
    ['', '年龄验证\n您必须年满 18 周岁才能进入本网站\n我已满18岁\n离开', 'visitors-asked'],
    ['小红书', '当前账号存在异常，请切换账号后重试', 'access-denied'],
    ['', 'This content is not available in your country', 'access-denied'],
    ['系统维护', '系统维护中，请稍后访问', 'site-unavailable'],
  ] as const)('%s %s', ([title, text, code]) => {
    expect(judged(title, text)).toBe(code);
  });

  test('a form for logging in, a puzzle without words, a status', () => {
    expect(judged('登录', '账号登录\n用户名\n密码\n登录', { credentialFields: 1 })).toBe('login-wall');
    expect(judged('', '', { puzzles: 1 })).toBe('challenge-page');
    expect(judged('', 'x', { status: 401 })).toBe('login-required');
    expect(judged('没有这个页面', '没有', { status: 404 })).toBe('error-status');
    expect(judged('新闻', '正文', { headers: { 'cf-mitigated': 'challenge' } })).toBe('challenge-page');
  });
});

/** Evidence of few words, with the furniture of sites that hide a part of themselves. */
const messages: readonly (readonly [title: string, text: string])[] = [
  ['李某的微博', '李某\n5月6日 09:30\n青禾小贷已进入清算程序\n转发 3 评论 5\n请登录查看更多'],
  ['澄清公告', '澄清公告\n我司未进入清算程序。特此公告。\n账号\n密码\n登录'],
  ['聊天', '欠款已还\n请先登录'],
  ['企业查询', '青禾小额贷款有限公司\n经营状态：清算\n登录后查看联系电话'],
  ['', '请登录\n已还清'],
  ['', '请登录后查看全部评论\n骗子公司'],
  ['Post', 'J. Doe: They never paid us.\nLog in to continue'],
  ['', 'You must log in to reply\nPaid in full'],
  ['', '请完成安全验证\n青禾清算'],
  ['Notice', 'Access denied to our premises from 6 May. The management'],
  ['', 'You have been awarded 500 yuan'],
  ['', '拒绝访问：一个网站管理员的日记\n第一章。'],
  ['', '您的访问被拒绝一事，我行致歉'],
  ['新闻', '内容已被删除，企业起诉平台\n法院昨日立案。'],
  ['Update', 'This post has been removed, says platform\nThe platform confirmed on Monday.'],
  ['公告', '页面不存在问题的公告\n昨晚部分页面打不开。现已恢复。'],
  ['', '404页面的设计艺术\n好的错误页让人会心一笑。'],
  ['', '该文章已被作者删除\n以下为快照：青禾小贷进入清算'],
  ['', '该帖子已被删除\n二楼：我存了截图'],
  ['', '此内容因违规无法查看\n网友：原文说青禾倒闭'],
  ['', 'Video unavailable\nComments: they lied about Qinghe'],
  ['商品', '该商品已下架\n售价 199 元 库存 0'],
  ['', '请登录青禾公司网站查询清算公告'],
  ['', '文章已下线，但存证在此：青禾公司逾期'],
  ['舆情日报', '舆情日报\n青禾小贷被误报清算\n页面不存在：某平台改版\n访问被拒绝：银行接口升级'],
];

describe('one line never decides against a page that shows more', () => {
  test.for(messages)('%s %s', ([title, text]) => {
    expect(['page', 'may-be-wall', 'may-be-notice']).toContain(judged(title, text));
    expect(['page', 'may-be-wall', 'may-be-notice']).toContain(judged(title, text, { credentialFields: 1 }));
  });

  test('a picture, a film or a frame beside the sign is something of its own', () => {
    for (const text of ['请登录后查看更多', '该内容已被发布者删除', '请完成安全验证', 'Access denied'])
      expect(judged('', text, { media: 1 })).toMatch(/^may-be-/);
    expect(judged('', '', { puzzles: 1, media: 1 })).toBe('may-be-challenge');
  });

  test('any message of three characters or more beside any sign is never called a wall or a notice', () => {
    const signs = [
      '请登录',
      '请完成安全验证',
      '拒绝访问',
      '该内容已被删除',
      '页面不存在',
      'Please sign in to continue',
    ];
    for (const sign of signs)
      for (const said of ['已还清', '青禾清算', '王某欠债不还', 'Paid.', '负债9876万元', '謝謝', '不是我说的'])
        for (const text of [`${sign}\n${said}`, `${said}\n${sign}`, `${said}。${sign}`])
          expect(judged('', text), text).toMatch(/^(page|may-be-.*)$/);
  });
});

describe('where the blocks of a page are known', () => {
  const block = (text: string, change: Partial<TextBlock> = {}): TextBlock => ({
    ...{ text, part: 'page', heading: false, linked: 0, share: 0 },
    ...change,
  });
  const of = (blocks: readonly TextBlock[], change: Partial<ShownPage> = {}) =>
    judgePage({
      ...{ status: 200, headers: {}, title: '', text: blocks.map(({ text }) => text).join('\n'), blocks, headings: [] },
      ...{ credentialFields: 0, puzzles: 0, media: 0 },
      ...change,
    }).is;
  const signs = [
    '请登录后查看',
    '该内容已被发布者删除',
    'Please sign in to continue',
    '拒绝访问',
    '请完成安全验证',
    '页面不存在',
  ];

  test('a message beside a sign is never called a wall or a notice, though sites use its words, before or behind it', () => {
    const said =
      '还钱 骗子 已还清 對不起 道歉 反对 同意 支持 已发货 系统崩了 平台违规 作者抄袭 管理员受贿 内容侵权 用户投诉平台 违法网站 虚假信息 召回 2019-05-06 13800138000 死了 没有 有毒 我同意 这个网站的内容都是侵权的 管理员自行删除了我的帖子'.split(
        ' ',
      );
    for (const words of [...said, 'Liar', 'He lied', 'Sold', 'You lost', 'We are closed', 'My account was sold'])
      for (const sign of signs)
        for (const heading of [true, false])
          for (const title of ['', sign])
            for (const blocks of [
              [block(sign, { heading }), block(words)],
              [block(words), block(sign, { heading })],
            ])
              expect(of(blocks, { title }), `${title} ${sign} ${words}`).toMatch(/^(page|doubtful)$/);
  });

  test('what stands in bars, on buttons and in fields is none of the page’s own', () => {
    const around = [
      block('青禾商城 秒杀 优惠券', { part: 'bar' }),
      block('马上领取', { part: 'button' }),
      block('收货地址', { part: 'field' }),
    ];
    expect(of([...around, block('该内容已被发布者删除')])).toBe('notice');
    expect(of([...around, block('该内容已被发布者删除'), block('青禾商城欠薪')])).toBe('doubtful');
  });

  test('a sign that other pages say too decides only where something agrees with it', () => {
    const weak = [block('网络不给力，请稍后重试')];
    expect(of(weak)).toBe('doubtful');
    expect(of(weak, { title: '安全验证' })).toBe('wall');
    expect(of(weak, { address: 'https://passport.example/captcha' })).toBe('wall');
    expect(of(weak, { address: 'https://news.example/captcha-history' })).toBe('doubtful');
  });

  test('a request for a part beside a post says nothing of the post', () => {
    const post = [block('李某：青禾公司欠薪三个月'), block('登录后查看更多评论')];
    expect(of(post)).toBe('page');
    expect(of([block('登录后查看更多评论')])).toBe('doubtful');
  });

  test('a status that is an error goes with a page that says enough, as a warning', () => {
    const status = 404;
    expect(of([block('青禾公司昨日发布年度报告')], { status })).toBe('page');
    expect(of([block('没有')], { status })).toBe('notice');
  });

  test('a list of links behind a notice does not make a page of it', () => {
    const links = Array.from({ length: 60 }, (_, at) => block(`青禾公司第 ${at} 次公告全文在此`, { linked: 100 }));
    expect(of([block('文章已被作者删除', { heading: true }), ...links])).toBe('doubtful');
    expect(of([...links, block('文章已被作者删除')])).toBe('page');
  });
});

describe('what may be a wall or a notice is said to be so', () => {
  test.for([
    ['News', 'Lender wrongly reported\nSubscribe to continue reading.', 'may-be-wall'],
    ['网传文章已被删除，平台回应', '5月6日，平台回应称，该文章已被发布者删除，并非平台删除。', 'may-be-notice'],
  ] as const)('%s %s', ([title, text, code]) => {
    expect(judged(title, text).replace('may-be-notice', code)).toBe(code);
  });
});

describe('an article about such a page is a page', () => {
  const prose =
    '记者从平台了解到，有关内容下架以后，用户打开原链接时会看到提示，平台表示相关处置依照规则进行，并已通知发布者申诉途径。'.repeat(
      6,
    );
  test.for([
    ['为什么网页会显示“页面不存在”', '很多网站在内容下架以后仍返回状态200。\n作者：王某'],
    ['404 Not Found', `404 Not Found\n${prose}`],
    ['该内容已被发布者删除', prose],
    ['请登录', prose],
    ['安全验证', prose],
    ['', ''],
    ['', '一段文字。'],
    ['今日要闻', '首页 登录 注册\n青禾公司今日发布年度报告\n记者 王某'],
  ] as const)('%s', ([title, text]) => {
    expect(judged(title, text)).toBe('page');
  });
});

describe('where a sign stops counting', () => {
  const whole = (text: string, change: Partial<ShownPage> = {}) =>
    judgePage({
      status: 200,
      headers: {},
      title: '',
      text,
      headings: [],
      credentialFields: 0,
      puzzles: 0,
      media: 0,
      ...change,
    });

  test('a text of more than 4,000 characters is a page, whatever it says; of 4,000 it is looked at', () => {
    const sign = '该内容已被发布者删除\n';
    const filled = (length: number) => sign + ' '.repeat(length - sign.length);
    expect(whole(filled(4_000)).is).toBe('notice');
    expect(whole(filled(4_001)).is).toBe('page');
  });

  test('words of its own make a page of it from 500 units on; below, a person has to look', () => {
    const own = (letters: number) =>
      `该内容已被发布者删除\n${'abcdefghi '
        .repeat(Math.ceil(letters / 9))
        .replace(/ /g, '')
        .slice(0, letters)}`;
    expect(whole(own(500)).is).toBe('doubtful');
    expect(whole(own(501)).is).toBe('page');
    expect(whole(own(3)).is).toBe('doubtful');
    expect(whole(own(2)).is).toBe('notice');
    expect(whole(`该内容已被发布者删除\n${'字'.repeat(250)}`).is).toBe('doubtful');
    expect(whole(`该内容已被发布者删除\n${'字'.repeat(251)}`).is).toBe('page');
  });

  test('a status of an error goes before a soft notice, and counts from 400 on', () => {
    const soft = '您访问的页面不存在';
    expect(whole(soft, { status: 400 })).toEqual({
      is: 'notice',
      reason: { code: 'error-status', params: { status: 400 } },
    });
    expect(whole(soft, { status: 399 })).toMatchObject({ reason: { code: 'soft-404' } });
    expect(whole(soft, { status: null })).toMatchObject({ reason: { code: 'soft-404' } });
    expect(whole('该内容已被发布者删除', { status: 404 })).toMatchObject({ reason: { code: 'content-removed' } });
    expect(whole('正文', { status: 500 })).toMatchObject({ is: 'notice', reason: { code: 'error-status' } });
    expect(whole('正文', { status: null })).toEqual({ is: 'page' });
    expect(whole('', { status: 407 })).toEqual({
      is: 'wall',
      reason: { code: 'login-required', params: { status: 407 } },
    });
  });

  test('what a notice or a refusal says is quoted, of a check for robots nothing is', () => {
    expect(whole('该内容已被发布者删除')).toEqual({
      is: 'notice',
      reason: { code: 'content-removed', params: { words: '该内容已被发布者删除' } },
    });
    expect(whole('You don’t have permission to access this', { title: 'Access Denied' })).toMatchObject({
      is: 'wall',
      reason: { code: 'access-denied', params: { words: 'You don’t have permission to access this' } },
    });
    expect(whole('请登录后查看全文')).toEqual({ is: 'wall', reason: { code: 'login-wall' } });
    expect(whole('', { puzzles: 1 })).toEqual({ is: 'wall', reason: { code: 'challenge-page' } });
  });

  test('a puzzle or a form beside pictures or words of its own is for a person to look at', () => {
    expect(whole('', { puzzles: 1, media: 1 })).toEqual({ is: 'doubtful', reason: { code: 'may-be-challenge' } });
    expect(whole('用户名\n密码\n登录', { title: '登录', credentialFields: 1, media: 1 })).toMatchObject({
      is: 'doubtful',
      reason: { code: 'may-be-wall' },
    });
    expect(whole('该内容已被发布者删除', { media: 1 })).toMatchObject({
      is: 'doubtful',
      reason: { code: 'may-be-notice' },
    });
  });
});

test('a list of rows that say what sites say is no notice, however alike they are', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ text: `评论${n}`, part: 'page' as const, heading: false, linked: 0, share: 2 },
    }));
  const page = (count: number) =>
    judgePage({
      ...{ status: 200, headers: {}, title: 'list', text: '', headings: [], credentialFields: 0, puzzles: 0, media: 0 },
      blocks: rows(count),
    });
  expect(page(50)).toEqual({ is: 'page' });
  expect(page(5).is).not.toBe('notice');
});
