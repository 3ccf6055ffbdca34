import type { RequestKind } from '../../case/capture/requests.ts';
import type { CaptureRecord } from '../../case/record.ts';
import { causeOfNetwork, causeText } from '../../cause.ts';
import { bracketed, inEach, labelled, say, type CaseLanguage, type Text } from '../../language.ts';
import { visibleText } from '../../visible-text.ts';

const kindTexts: Readonly<Record<RequestKind, Text>> = {
  frame: { 'zh-CN': '内嵌页面', en: 'embedded page' },
  stylesheet: { 'zh-CN': '样式表', en: 'style sheet' },
  script: { 'zh-CN': '脚本', en: 'script' },
  image: { 'zh-CN': '图片', en: 'image' },
  font: { 'zh-CN': '字体', en: 'font' },
  media: { 'zh-CN': '音视频', en: 'audio or video' },
  data: { 'zh-CN': '数据', en: 'data' },
  message: { 'zh-CN': '页面发送的数据', en: 'data sent by the page' },
  icon: { 'zh-CN': '图标', en: 'icon' },
  other: { 'zh-CN': '其他', en: 'other' },
};

const restTexts = {
  more: {
    'zh-CN': '另有 {count} 个，网址见该证据的 record.json',
    en: '{count} more; for the {count|address|addresses} see record.json of the exhibit',
  },
  unnamed: {
    'zh-CN': '{count} 个未成功的请求，网址未记录',
    en: '{count} failed {count|request whose address was|requests whose addresses were} not recorded',
  },
} as const satisfies Record<string, Text>;

/**
 * The page's requests that came to nothing, one line each: kind, address, and the answer's status or the browser's word.
 * At most `most` are named; how many more there are, and of how many the record has no address, is said after them.
 * Nothing where none failed, and where the record did not count.
 */
export function failedRequestLines(
  { requests }: Pick<CaptureRecord, 'requests'>,
  language: CaseLanguage,
  most: number,
): readonly string[] {
  if (!requests) return [];
  const { failed, named = [] } = requests;
  const total = failed.reduce((sum, { kind, count }) => sum + (kind === 'icon' ? 0 : count), 0);
  const shown = named.slice(0, most);
  const [more, unnamed] = [named.length - shown.length, total - named.length];
  return [
    ...shown.map(({ kind, url, error }) =>
      labelled(say(kindTexts[kind], language), failureText(visibleText(url), error, language), language),
    ),
    ...(more > 0 ? [say(restTexts.more, language, { count: more })] : []),
    ...(unnamed > 0 ? [say(restTexts.unnamed, language, { count: unnamed })] : []),
  ];
}

/** The address with the browser's word in the reader's, or with the status of the answer: `HTTP 404`. */
function failureText(url: string, error: string, language: CaseLanguage): string {
  const [, code] = /^net::(ERR_[A-Z0-9_]+)$/.exec(error) ?? [];
  if (code === undefined) return bracketed(url, visibleText(error), language);
  return inEach(
    language,
    (one, of) => `${of(url)}${one === 'en' ? '; ' : '；'}${causeText(causeOfNetwork(code), one)}`,
  );
}
