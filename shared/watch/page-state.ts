import { hasWords, squeezed, type Observation } from './observation.ts';

/**
 * What an address showed in one capture. Only what was seen is said: who took a page away, or why, no capture shows.
 * - `live`: a page stands there (with the words, where words were asked for)
 * - `without-words`: a page stands there without the words
 * - `taken-down`: the answer was 404, 410 or 451
 * - `soft-404`: the answer was a success, and the page says that there is none
 * - `empty`: a success without any visible text
 * - `moved`: the answer came from another address, without the words
 * - `blocked`, `unreachable`: whether the words stand there cannot be told
 */
export const pageStates = [
  'live',
  'without-words',
  'taken-down',
  'soft-404',
  'empty',
  'moved',
  'blocked',
  'unreachable',
] as const;
export type PageState = (typeof pageStates)[number];

/** Whether the words (or, without words, the page) were seen. */
export type Seen = 'yes' | 'no' | 'unknown';

export function seenIn(state: PageState): Seen {
  switch (state) {
    case 'live':
      return 'yes';
    case 'without-words':
    case 'taken-down':
    case 'soft-404':
    case 'empty':
    case 'moved':
      return 'no';
    case 'blocked':
    case 'unreachable':
      return 'unknown';
  }
}

/** @param words that mark the message; null where any page will do */
export function pageStateOf(observation: Observation, words: string | null): PageState {
  const { outcome, httpStatus, text, title } = observation;
  if (httpStatus !== null && [404, 410, 451].includes(httpStatus)) return 'taken-down';
  if (outcome === 'blocked' || (httpStatus !== null && [401, 403, 407, 429].includes(httpStatus))) return 'blocked';
  if (outcome === 'failed' || text === null || httpStatus === null || httpStatus >= 400) return 'unreachable';
  if (words !== null && hasWords(text, words)) return 'live';
  if (squeezed(text) === '') return 'empty';
  if (saysThereIsNone(title, text)) return 'soft-404';
  if (cameFromElsewhere(observation)) return 'moved';
  return words === null ? 'live' : 'without-words';
}

/** A page that says that there is none has little else to say; an article that quotes such a phrase is longer. */
const longest = 800;
const phrases = [
  /(页面|网页|内容|文章|帖子|信息|消息|主题|资源|链接)(已经?|已被|不|未|并不)?(不存在|被删除|删除|下架|失效|找不到|无法找到)/,
  /已被?(发布者|作者|管理员|系统)?(删除|屏蔽|下架|隐藏)/,
  /(找不到|没有找到|未找到|无法访问)(该|您|你|这个|此|相关)?.{0,12}(页面|网页|内容|文章|帖子)/,
  /(您|你)(要)?访问的.{0,10}(不存在|已删除|已失效|找不到)/,
  /\b(page|content|article|post|message) (was |is |has been |could )?(not (be )?found|no longer (available|exists?)|removed|deleted|unavailable)\b/i,
  /\b(doesn['’]t|does not|no longer) exists?\b/i,
];
const titles = [/(^|\D)404(\D|$)/, /not found/i, /(页面|内容|文章).{0,4}(不存在|找不到|已删除)/];

function saysThereIsNone(title: string, text: string): boolean {
  const bare = squeezed(text);
  if (bare.length > longest) return false;
  if (titles.some((sign) => sign.test(title))) return true;
  return phrases.some((sign) => sign.test(bare) || sign.test(text));
}

function cameFromElsewhere({ url, finalUrl }: Observation): boolean {
  return finalUrl !== null && !isSamePlace(finalUrl, url);
}

/** The same host and path; a scheme, `www.`, a query or a slash at the end is no other place. */
export function isSamePlace(one: string, other: string): boolean {
  return place(one) === place(other);
}

function place(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
