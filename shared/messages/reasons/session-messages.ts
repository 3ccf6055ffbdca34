import type { Text } from '../../language.ts';

/** What a capture in a login session, or in a person's hands, says of itself. Codes are kept for ever: records hold them. */
export const sessionReasons = {
  'captured-in-session': {
    'zh-CN':
      '使用登录会话取证（登录于 {since}，自 {address} 开始；浏览器启动时载有该会话的配置，其中 Cookie {cookies} 个）',
    en: 'captured in a login session (since {since}, started at {address}; the browser started with the profile of that session, with {cookies} {cookies|cookie|cookies})',
  },
  'session-secrets-left-out': {
    'zh-CN':
      '为不保存登录凭据，只保存网络归档的披露副本（Cookie、凭据、令牌已替换）；含会话的原归档（其哈希值载于副本）和浏览器网络日志未保存',
    en: 'to avoid storing credentials, only the disclosure copy of the network archive was stored (cookies, credentials and tokens replaced); the archive containing the session (its hash is in the copy) and the browser’s network log were not',
  },
  'credential-shown': {
    'zh-CN': '网络往来中用作登录凭据或令牌的值有 {count} 个显示在网页上；画面和可见文字均未替换',
    en: '{count} {count|value|values} used as credentials or tokens in the network traffic {count|is|are} visible on the page; the picture and the visible text were not changed',
  },
  'one-time-code-shown': {
    'zh-CN': '网页上有 {count} 组数字显示在“验证码”“动态密码”等字样旁，可能是一次性验证码；画面和可见文字均未替换',
    en: '{count} {count|number|numbers} on the page {count|stands|stand} beside words such as “verification code” and may be {count|a one-time code|one-time codes}; the picture and the visible text were not changed',
  },
  'popup-opened': {
    'zh-CN': '人工操作期间页面打开了窗口：{url}',
    en: 'the page opened a window while the operator worked by hand: {url}',
  },
  'popup-not-opened': {
    'zh-CN': '页面自行要求打开窗口，浏览器未予打开，也未请求其内容：{url}',
    en: 'the page tried to open a window by itself; the browser did not open it and requested none of its content: {url}',
  },
  'popup-not-watched': {
    'zh-CN': '未能记录弹出窗口中的操作，按其中曾键入内容处理',
    en: 'actions in a pop-up could not be recorded; it is treated as if something had been typed into it',
  },
  'window-smaller-than-view': {
    'zh-CN':
      '取证人的屏幕容不下 {viewWidth}×{viewHeight} 的视图：人工操作期间及“屏幕所示”图片为 {width}×{height}，整页图片仍按原视图',
    en: 'the operator’s screen is too small for the view of {viewWidth}×{viewHeight}: during the work by hand, and in the picture of the screen, it was {width}×{height}; the full-page picture has the original view',
  },
  'window-closed': {
    'zh-CN': '取证人关闭了浏览器窗口，未作出取证指示',
    en: 'the operator closed the browser window before starting the capture',
  },
} as const satisfies Record<string, Text>;
