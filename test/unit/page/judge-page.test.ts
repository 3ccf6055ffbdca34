import { describe, expect, test } from 'vitest';
import { judgePage, type ShownPage } from '../../../shared/page/judge-page.ts';

const judged = (title: string, text: string, change: Partial<ShownPage> = {}) => {
  const page: ShownPage = { status: 200, headers: {}, title, text, headings: [], credentialFields: 0, puzzles: 0 };
  const judgement = judgePage({ ...page, ...change });
  return judgement.is === 'page' ? 'page' : judgement.reason.code;
};

describe('what stands where a page was wanted is called so', () => {
  test.for([
    ['', '该内容已被发布者删除', 'content-removed'],
    ['', '此内容因违规无法查看\n由用户投诉并经平台审核，涉嫌违反相关法律法规和政策', 'content-removed'],
    ['微博', '抱歉，此微博已被作者删除。查看帮助', 'content-removed'],
    ['Video', 'Video unavailable\nThis video is no longer available because the account was closed', 'content-removed'],
    ['网站', '首页\n新闻\n您访问的页面不存在或已被删除\n返回首页', 'soft-404'],
    ['Page not found | Site', 'Home\nAbout\nOops! That page can’t be found.', 'soft-404'],
    ['404 Not Found', 'Not Found\nThe requested URL /x was not found on this server.', 'soft-404'],
    ['Just a moment...', 'Verifying you are human. This may take a few seconds.', 'challenge-page'],
    ['微信公众平台', '环境异常\n当前环境异常，完成验证后即可继续访问。\n去验证', 'challenge-page'],
    ['百度安全验证', '请完成下方验证后继续操作', 'challenge-page'],
    ['', '请登录后查看全文', 'login-wall'],
    ['', 'Please sign in to continue', 'login-wall'],
    ['Access Denied', 'You don’t have permission to access this', 'access-denied'],
    ['', '很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。', 'access-denied'],
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

describe('an article about such a page is a page', () => {
  const prose =
    '记者从平台了解到，有关内容下架以后，用户打开原链接时会看到提示，平台表示相关处置依照规则进行，并已通知发布者申诉途径。'.repeat(
      6,
    );
  test.for([
    ['为什么网页会显示“页面不存在”', '很多网站在内容下架以后仍返回状态200。\n作者：王某'],
    ['网传文章已被删除，平台回应', '5月6日，平台回应称，该文章已被发布者删除，并非平台删除。'],
    ['404 Not Found', `404 Not Found\n${prose}`],
    ['该内容已被发布者删除', prose],
    ['请登录', prose],
    ['安全验证', prose],
    ['How captchas ask you to verify you are human', 'Short text.'],
    ['', ''],
    ['', '一段文字。'],
  ] as const)('%s', ([title, text]) => {
    expect(judged(title, text)).toBe('page');
  });
});
