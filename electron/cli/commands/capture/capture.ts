import { because, causeOf } from '../../../../shared/cause.ts';
import { categories } from '../../../../shared/case/category.ts';
import type { PageAction } from '../../../../shared/case/capture/page-actions.ts';
import { command, type Call } from '../command.ts';
import { seenBySite, shownToSite } from './seen-by-site.ts';
import { summaryExit, summaryLines } from './queue.ts';
import { givenText } from '../../../workbench/given-text.ts';

export const captureCommand = command({
  name: 'capture',
  args: '<case> [urls...]',
  about: { 'zh-CN': '对网址取证，每个网址一项证据', en: 'Captures each URL as one item' },
  example: 'fascicle capture qinghe.fascicle https://news.example/a --category coverage',
  method: 'capture.run',
  options: [
    { flags: '--list <file>', about: { 'zh-CN': '网址清单文件，每行一个', en: 'a file with one URL per line' } },
    {
      flags: '--category <category>',
      about: { 'zh-CN': `类别：${categories.join(' | ')}`, en: `category: ${categories.join(' | ')}` },
    },
    {
      flags: '--viewport <WxH>',
      about: { 'zh-CN': '视口，CSS 像素（默认 1280x900）', en: 'viewport in CSS pixels (default 1280x900)' },
    },
    { flags: '--device <device>', about: { 'zh-CN': 'desktop | phone', en: 'desktop | phone' } },
    { flags: '--scale <n>', about: { 'zh-CN': '设备像素比 1 | 2', en: 'device pixels per CSS pixel: 1 | 2' } },
    {
      flags: '--timeout <seconds>',
      about: { 'zh-CN': '每个网址的总时限（秒，默认 90）', en: 'time limit for one URL in seconds (default 90)' },
    },
    {
      flags: '--concurrency <n>',
      about: { 'zh-CN': '同时取证数（1–8，默认 1）', en: 'captures at the same time, 1 to 8 (default 1)' },
    },
    { flags: '--operator <name>', about: { 'zh-CN': '取证人', en: 'operator' } },
    {
      flags: '--expand',
      about: {
        'zh-CN': '先展开“展开全文”“阅读更多”等（逐一记录，保留操作前的画面）；绝不点击通往他处的链接，绝不提交表单',
        en: 'first expand “read more” or “展开全文” (each recorded, with a picture from before); never follows a link or submits a form',
      },
    },
    {
      flags: '--dismiss-banners',
      about: {
        'zh-CN': '先拒绝或关闭 Cookie、下载 App 等横幅（会记录）；绝不点击“同意”',
        en: 'first decline or close cookie and app banners (recorded); never agrees',
      },
    },
    {
      flags: '--load-deferred-images',
      about: {
        'zh-CN': '先加载延迟的图片，如微信文章的 data-src（会记录）',
        en: 'first load lazy images, such as data-src of WeChat articles (recorded)',
      },
    },
    {
      flags: '--inner-scroll',
      about: {
        'zh-CN': '另行截取一份展开内部滚动区域的画面（会记录）',
        en: 'also take a picture with inner scrolling areas expanded (recorded)',
      },
    },
    {
      flags: '--rolling',
      about: {
        'zh-CN': '另行边滚动边截取并拼接一份画面（用于移出屏幕即卸载内容的长列表；会记录）',
        en: 'also take a rolling picture while scrolling, for long lists that unload what is out of sight (recorded)',
      },
    },
    {
      flags: '--interactive',
      about: {
        'zh-CN': '先在可见浏览器中人工操作（登录、滚动、打开菜单），按 Enter 取证；记录操作和画面，不记录键入内容',
        en: 'first work by hand in a visible browser (log in, scroll, open a menu), then press Enter to capture; actions and frames are recorded, typing is not',
      },
    },
    {
      flags: '--session',
      about: {
        'zh-CN':
          '使用 fascicle login 的登录会话取证（记录账号；不作二次获取；网站要求重新登录或出现验证码时队列暂停；完成后清除会话）',
        en: 'capture in the session of `fascicle login` (the account is recorded; no second fetch; a logout or a CAPTCHA pauses the queue; erased when done)',
      },
    },
    {
      flags: '--account <name>',
      about: { 'zh-CN': '所登录的账号（由取证人填写）', en: 'the account logged in, as stated by the operator' },
    },
    {
      flags: '--allow-private-network',
      about: { 'zh-CN': '允许内网与本机地址（会记录）', en: 'allow private and loopback addresses (recorded)' },
    },
    {
      flags: '--accept-invalid-certificate',
      about: {
        'zh-CN': '证书无效时继续取证（会记录并提示）；默认停止，结果为“受阻”',
        en: 'continue when a certificate is invalid (recorded, with a warning); by default the capture is blocked',
      },
    },
    {
      flags: '--no-second-path',
      about: {
        'zh-CN': '程序不对该网址作二次获取（会记录）；含令牌的网址从不作二次获取',
        en: 'no second fetch of the address by the program (recorded); a link with a token never gets one',
      },
    },
    ...seenBySite,
    {
      flags: '--through-proxy',
      about: {
        'zh-CN': '经系统代理取证（记录为“服务器地址未知”）',
        en: 'use the system proxy (recorded: server address unknown)',
      },
    },
  ],
  input: (call) => {
    const device = call.choice('device', ['desktop', 'phone'], 'desktop');
    const standard =
      device === 'phone' ? { width: 390, height: 844, scale: '2' } : { width: 1280, height: 900, scale: '1' };
    return {
      case: call.path(call.word(0)),
      urls: urlsOf(call),
      category: call.choice('category', categories, 'other'),
      view: {
        device,
        ...viewport(call, standard),
        scale: Number(call.choice('scale', ['1', '2'], standard.scale === '2' ? '2' : '1')) === 2 ? 2 : 1,
      },
      timeout: call.whole('timeout', 90, 5, 3600),
      concurrency: call.flag('interactive') ? 1 : call.whole('concurrency', 1, 1, 8),
      operator: call.text('operator'),
      allowPrivateNetwork: call.flag('allow-private-network'),
      throughProxy: call.flag('through-proxy'),
      acceptInvalidCertificate: call.flag('accept-invalid-certificate'),
      noSecondPath: call.flag('no-second-path'),
      ...shownToSite(call),
      ...wishesOf(call),
    };
  },
  print: summaryLines,
  exit: summaryExit,
  onLine: (call) => (call.flag('interactive') ? { case: call.path(call.word(0)) } : null),
});

/** In the order in which they are done: what lies over the page first. */
const actionFlags: readonly PageAction[] = ['dismiss-banners', 'expand', 'load-deferred-images'];

/** What may be done to each page; left out of the order where nothing is wished. */
function wishesOf(call: Call): {
  actions?: PageAction[];
  innerScroll?: true;
  rolling?: true;
  byHand?: true;
  session?: true;
  account?: string;
} {
  const account = call.text('account');
  const actions = actionFlags.filter((action) => call.flag(action));
  return {
    ...(actions.length > 0 && { actions }),
    ...(call.flag('inner-scroll') && { innerScroll: true as const }),
    ...(call.flag('rolling') && { rolling: true as const }),
    ...(call.flag('interactive') && { byHand: true as const }),
    ...(call.flag('session') && { session: true as const }),
    ...(account && { account }),
  };
}

/** The URLs of the call and of its list: one a line; empty lines and lines that begin with # are passed over. */
function urlsOf(call: Call): string[] {
  const list = call.text('list');
  const urls = [...call.words(1), ...(list === null ? [] : linesOf(call, list))];
  return urls.length > 0 ? urls : call.refuse(because('no-address-given'));
}

function linesOf(call: Call, list: string): string[] {
  try {
    return givenText(call.path(list))
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    return call.refuse(because('option-file', { option: '--list', file: list, why: causeOf(error) }));
  }
}

function viewport(call: Call, standard: { width: number; height: number }): { width: number; height: number } {
  const value = call.text('viewport');
  if (value === null) return { width: standard.width, height: standard.height };
  const [, width, height] =
    /^(\d+)x(\d+)$/.exec(value) ?? call.refuse(because('option-size', { option: '--viewport', value }));
  return { width: Number(width), height: Number(height) };
}
