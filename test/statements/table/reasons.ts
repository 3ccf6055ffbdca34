import type { StoredRecord } from '../reading/stored-record.ts';

/** Warnings of a record, as papers word them: the code, then the words of each language without blanks. */
const warnings: readonly (readonly [code: string, zh: RegExp, en: RegExp])[] = [
  ['private-network-allowed', /取证人允许访问内网和本机地址/u, /theoperatorallowedprivateandloopbackaddresses/u],
  [
    'certificate-invalid-accepted',
    /的证书无效（[^；]*），按要求继续取证/u,
    /certificateof.*isinvalid.*thecapturecontinuedasrequested/u,
  ],
  ['sub-resources-failed', /\d+个请求中有\d+个未成功/u, /\d+of\d+requestsfailed/u],
  ['bodies-from-netlog', /\d+个响应的内容取自浏览器网络日志/u, /thebod(?:y|ies)of\d+responses?[^;]*networklog/u],
  [
    'scrolls-inside',
    /页面有\d+处内部滚动区域，共\d+像素的内容不在整页画面中/u,
    /thepagehas\d+innerscrollingareas?:[^;]*notinthefull-page/u,
  ],
  ['captured-by-hand', /取证前由取证人在浏览器中人工操作\d+秒/u, /workedbyhandinthebrowser/u],
  ['captured-in-session', /使用登录会话取证/u, /capturedin(?:the|a)loginsession/u],
  ['session-secrets-left-out', /只保存网络归档的披露副本/u, /disclosurecopy/u],
  ['error-status', /服务器返回错误状态\d+/u, /theserverreturnederrorstatus\d+/u],
  ['access-denied', /网站拒绝访问：/u, /thesitedeniedaccess:/u],
  ['content-removed', /页面称内容已被删除或无法查看：/u, /thepagesaysthecontentwasremovedorcannotbeviewed:/u],
  ['converted-office', /页面由本机的LibreOffice[\d.]+根据原文件生成/u, /weremadefromtheoriginalbyLibreOffice[\d.]+on/u],
  ['office-inside-not-read', /未能查明文件中是否有批注、修订、/u, /hiddensheetsorpartsoutsideitwasnotdetermined/u],
  ['html-drawn-here', /所附画面由本程序依该文件中的HTML以/u, /ThepicturesweredrawnherefromtheHTMLofthefileby/u],
  [
    'html-parts-not-fetched',
    /HTML引用的\d+个地址不在该文件中，未读取/u,
    /TheHTMLrefersto\d+address(?:es)?that(?:is|are)notinthefile/u,
  ],
  [
    'mail-html-drawn',
    /邮件为HTML格式：先列其文字，绘制的画面在其后/u,
    /itstextislistedfirst,andpicturesdrawnfromitfollow/u,
  ],
  ['heic-drawn', /由本机的heif-convert自HEIC原文件解码/u, /heif-convert/u],
];

export const reasonSaid = (text: string): readonly string[] =>
  warnings.flatMap(([code, zh, en]) => (zh.test(text) || en.test(text) ? [code] : [])).sort();

/** The same of a record; what the list does not have stands as it is, and so is contradicted until it has. */
export const reasonsOf = (record: StoredRecord): readonly string[] => record.warnings.map(({ code }) => code).sort();
