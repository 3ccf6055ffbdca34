import type { Text } from '../language.ts';

/** What a capture in a login session, or in a person's hands, says of itself. Codes are kept for ever: records hold them. */
export const sessionReasons = {
  'captured-in-session': {
    'zh-CN':
      '在登录会话中采集（登录于 {since}，自 {address} 开始；浏览器启动时带有 {cookies} 个 Cookie，配置并非空白）',
    en: 'captured in a login session (since {since}, begun at {address}; the browser began with {cookies} cookies, so its profile was not empty)',
  },
  'session-secrets-left-out': {
    'zh-CN':
      '为不保存登录凭据，只保存网络归档的披露副本（Cookie、凭据、令牌已替换）；含会话的原归档（其散列值载于副本）与浏览器网络日志未保存',
    en: 'so that no credentials are stored, only the disclosure copy of the network archive was kept (cookies, credentials and tokens replaced); the archive with the session in it (its hash stands in the copy) and the browser’s network log were not',
  },
  'popup-opened': {
    'zh-CN': '操作人操作期间页面打开了窗口：{url}',
    en: 'a window was opened while a person worked in the page: {url}',
  },
  'popup-not-opened': {
    'zh-CN': '页面自行要求打开窗口，浏览器未予打开，其内容未请求：{url}',
    en: 'the page by itself asked for a window, which the browser did not open; nothing of it was requested: {url}',
  },
  'popup-not-watched': {
    'zh-CN': '未能记录弹出窗口中的操作，按其中曾键入内容处理',
    en: 'what was done in a popup could not be logged; it counts as one that something was typed into',
  },
  'window-smaller-than-view': {
    'zh-CN':
      '操作人的屏幕容不下 {viewWidth}×{viewHeight} 的视图：操作期间及“屏幕所示”图片为 {width}×{height}，整页图片仍按原视图',
    en: 'the screen had no room for the view of {viewWidth}×{viewHeight}: while the person worked, and in the picture of the screen, it was {width}×{height}; the picture of the whole page has the view',
  },
  'window-closed': {
    'zh-CN': '操作人关闭了浏览器窗口，未得到“采集”的指示',
    en: 'the browser window was closed before the word to capture was given',
  },
} as const satisfies Record<string, Text>;

/** Steps of the ledger in words. */
export const sessionSteps = {
  session: { 'zh-CN': '带入登录会话', en: 'bring in the login session' },
} as const satisfies Record<string, Text>;
