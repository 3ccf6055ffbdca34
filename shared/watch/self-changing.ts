import { dayOf } from '../order/day.ts';
import { squeezed } from './observation.ts';

/** What became of a line between two captures: an edit of the text, or what a page changes by itself. */
export type DifferenceKind = 'edit' | 'counter' | 'clock' | 'advert';

/** What is known of two captures beside their lines: when each began (UTC), and the text of their advertisements. */
export type Between = Readonly<{
  before: Readonly<{ at: string; adverts: string }>;
  after: Readonly<{ at: string; adverts: string }>;
}>;

/** A label that pages set over an advertisement. */
const advertLabel = /^(广告|推广|赞助|advertisement|sponsored|ad)$/i;
/** What is counted, beside a number. */
const counted =
  /阅读|浏览|点击|访问|评论|回复|跟帖|点赞|赞|收藏|转发|分享|粉丝|关注|在线|人气|播放|热度|下载|参与|views?|reads?|comments?|likes?|shares?|followers?|visitors?|visits?|hits?|online|replies|reply|downloads?/i;
const number = /\d[\d,.]*\s*(?:[万亿kKmM]\b|[万亿])?/g;

/**
 * Whether a line changed by itself between two captures, and how; null where a person may have edited it.
 * @param before the line as it was, null where it is new; `after` likewise
 */
export function changedByItself(
  before: string | null,
  after: string | null,
  around: Readonly<{ last: string; following: string }>,
  between: Between,
): Exclude<DifferenceKind, 'edit'> | null {
  const inAdvert =
    (before === null || isIn(between.before.adverts, before)) && (after === null || isIn(between.after.adverts, after));
  if (inAdvert || advertLabel.test(around.last)) return 'advert';
  if (before === null || after === null) return null;
  if (isAgo(before, after)) return 'clock';
  if (numbersApart(before) !== numbersApart(after)) return null;
  if (isClock(before, after, between)) return 'clock';
  return isCounter(before, after, around) ? 'counter' : null;
}

function isIn(adverts: string, line: string): boolean {
  return adverts !== '' && adverts.includes(squeezed(line));
}

/** A line with every number taken out. */
export function numbersApart(line: string): string {
  return line.replace(number, '#');
}

const ago = /^(\D{0,12})\d+\s*(秒钟?|分钟|小时|天|seconds?|minutes?|hours?|days?|[smhd])\s*(前|ago)\s*$/i;

/** "3 minutes ago" that became "2 hours ago". */
function isAgo(before: string, after: string): boolean {
  const [old, fresh] = [ago.exec(before), ago.exec(after)];
  return old !== null && fresh !== null && old[1] === fresh[1];
}

/** Slack of a clock against the time between two captures: a page takes its time to load. */
const slack = 120_000;

/**
 * A clock shows a time that went on as much as the time between the captures, a calendar the day of each capture in
 * Beijing; a date that somebody edited does neither.
 */
function isClock(before: string, after: string, between: Between): boolean {
  const [old, fresh] = [timeIn(before), timeIn(after)];
  if (old === null || fresh === null || old.day !== fresh.day || fresh.at === old.at) return false;
  if (!old.exact) {
    const shows = (time: number, at: string) => new Date(time).toISOString().slice(0, 10) === dayOf(at);
    return shows(old.at, between.before.at) && shows(fresh.at, between.after.at);
  }
  const day = 86_400_000;
  const elapsed = Date.parse(between.after.at) - Date.parse(between.before.at);
  const gone = old.day ? fresh.at - old.at : (((fresh.at - old.at) % day) + day) % day;
  return Math.abs(gone - (old.day ? elapsed : elapsed % day)) <= slack;
}

/** The one time in a line that is little more than it: with its day, or of a day only. */
function timeIn(line: string): Readonly<{ at: number; day: boolean; exact: boolean }> | null {
  const date = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/.exec(line);
  const time = /(\d{1,2})\s*[:：时]\s*(\d{2})(?:\s*[:：分]\s*(\d{2})秒?)?/.exec(line);
  if (!date && !time) return null;
  const rest = line.replace(date?.[0] ?? '', '').replace(time?.[0] ?? '', '');
  if (/\d/.test(rest) || rest.length > 16 || /发布|发表|来源|登记|变更|成立|日期|published|posted/i.test(rest))
    return null;
  const [year = 1970, month = 1, of = 1] = (date ?? []).slice(1).map(Number);
  const [hour = 0, minute = 0, second = 0] = (time ?? []).slice(1).map((part) => Number(part || 0));
  return { at: Date.UTC(year, month - 1, of, hour, minute, second), day: date !== null, exact: time !== null };
}

/** Every number that changed stands beside what it counts. */
function isCounter(before: string, after: string, around: Readonly<{ last: string; following: string }>): boolean {
  const [old, fresh] = [[...before.matchAll(number)], [...after.matchAll(number)]];
  const bare = /^[\d,.\s万亿kKmM]+$/.test(after);
  if (bare) return [around.last, around.following].some((line) => line.length <= 12 && counted.test(line));
  return fresh.every((found, at) => {
    if (old[at]?.[0] === found[0]) return true;
    const beside =
      after.slice(Math.max(0, found.index - 8), found.index) + after.slice(found.index + found[0].length).slice(0, 8);
    return counted.test(beside);
  });
}
