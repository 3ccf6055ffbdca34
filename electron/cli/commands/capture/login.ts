import { counted } from '../../../../shared/language.ts';
import { gatheringLines } from '../../output/gathering-lines.ts';
import { command } from '../command.ts';

export const loginCommand = command({
  name: 'login',
  args: '<case> <url>',
  about: {
    'zh-CN': '在可见浏览器中登录一次，之后用 capture --session 对多个网页取证；会话只存于本程序的私有文件夹，不入案件',
    en: 'Log in once in a visible browser; `capture --session` then captures many pages. The session is stored outside the case',
  },
  example: 'fascicle login qinghe.fascicle https://weibo.example/login --account 王某',
  method: 'session.begin',
  options: [
    {
      flags: '--account <name>',
      about: {
        'zh-CN': '所登录的账号（由取证人填写，记入每项证据）',
        en: 'the account, as stated by the operator; recorded with every item',
      },
    },
    { flags: '--operator <name>', about: { 'zh-CN': '取证人', en: 'operator' } },
    {
      flags: '--allow-private-network',
      about: { 'zh-CN': '允许内网与本机地址', en: 'allow private and loopback addresses' },
    },
    { flags: '--through-proxy', about: { 'zh-CN': '经系统代理', en: 'use the system proxy' } },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    url: call.word(1),
    account: call.text('account') || null,
    allowPrivateNetwork: call.flag('allow-private-network'),
    throughProxy: call.flag('through-proxy'),
    operator: call.text('operator') || null,
  }),
  before: (language) => gatheringLines('login', language),
  print: ({ account, address, cookies }, language) => [
    ...(language === 'zh-CN'
      ? [
          `登录会话已就绪（${account ?? '账号未填写'}，${address}，${cookies} 个 Cookie）`,
          '下一步：fascicle capture 案件 --list links.txt --session；队列完成后会话即清除，也可用 fascicle logout 清除',
        ]
      : [
          `the login session is ready (${account ?? 'account not stated'}, ${address}, ${counted(cookies, 'cookie', 'cookies')})`,
          'next: fascicle capture CASE --list links.txt --session; the session is erased when the queue is done, or with `fascicle logout`',
        ]),
  ],
  onLine: (call) => ({ case: call.path(call.word(0)) }),
});

export const logoutCommand = command({
  name: 'logout',
  args: '<case>',
  about: {
    'zh-CN': '清除登录会话（记入保管日志）；网站一侧不会因此退出登录',
    en: 'Erases the login session on this computer (entered in the custody log); the website itself is not logged out',
  },
  example: 'fascicle logout qinghe.fascicle',
  method: 'session.end',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)) }),
  print: ({ erased }, language) => [
    language === 'zh-CN'
      ? erased
        ? '登录会话已清除'
        : '没有登录会话'
      : erased
        ? 'the login session is erased'
        : 'there is no login session',
  ],
});
