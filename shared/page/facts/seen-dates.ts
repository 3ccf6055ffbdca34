import { weightOf, type PageMap, type PageLines, type PagePart } from './page-parts.ts';
import type { StatedFact } from './stated-facts.ts';
import { writtenDates, type WrittenDate } from '../written-dates.ts';

const visible = 'visible text';
/** What stands before a date that is not the page's: of a law, a book, an event, a company, a member. */
const otherDay =
  /(?:成文|出版|生效|实施|施行|举办|举行|活动|开庭|截止|截至|有效|到期|注册|成立|开始|结束|签订|签署|拍摄|摄于|上映|首映|报名|入会|加入|出生|生日|开播|开业|会议|比赛|演出|考试|归档|检索|访问|下载|首发)(?:时间|日期|于|在|日)?\s*[:：]?\s*$|(?:今天是|现在是|当前)\D*$|\b(?:when|where|event|deadline|due|until|expires?|valid|starts?|begins?|ends?|born|died|joined|since|today|retrieved|accessed|founded|established|released?|premieres?|copyright|closing|meets?)\b[^\d]{0,14}$|©[^\d]{0,20}$/iu;
const changed =
  /(?:更新|修改|编辑|修订|校对)(?:时间|日期|于|於)?\s*[:：]?\s*$|\b(?:updated?|modified|edited|revised|corrected|changed|mis à jour|aktualisiert|geändert|actualizado|aggiornato|atualizado)\b[^\d]{0,20}$|(?:更新日)\s*[:：]?\s*$/iu;
/** A label of two words or more that is not of publication: 上架日期, Server time. */
const ownLabel = /\p{Script=Han}{2,}(?:日期|时间|時間)\s*[:：]?\s*$|\b\w+ (?:date|time)\b\s*:?\s*$/iu;
const publishedLabel =
  /(?:发布|發布|发佈|發佈|发表|發表|刊登|刊发|刊發|发稿|發稿|公开日|公開日|公開|投稿日|上传|登載)(?:时间|時間|日期|日|于|於)?\s*[:：]?\s*$|\b(?:published|posted|publié|veröffentlicht|erschienen|publicado|pubblicato|postado)\b[^\d\n]{0,60}$/iu;
/** What may stand right before or behind a date without a space between, in scripts that need none. */
const joinedBefore =
  /(?:^|[\s　|｜/·•:：,，()（）[\]【】"“>»-]|来源|讯|\p{Script=Latin}|['’.])(?:(?:发布|發布|发佈|發佈|发表|發表|刊登|刊发|刊發|发稿|發稿|公开|公開|更新|上传|登載)?(?:时间|時間|日期|日時|日|于|於)?\s*[:：]?\s*)$|^[^\s，,。]{1,10}(?:发表|发布|發表|發布)(?:于|於)\s*$/u;
const joinedBehind =
  /^(?:$|[\s　|｜/·•:：,，()（）\[\]【】"”<«-]|来源|來源|作者|阅读|浏览|发布|發布|发表|编辑|责任|星期|周|来自|更新|评论|字号|点击|人气|於|\p{Script=Latin}|[.'’])/u;
const tells = /[。！？!?；;]|[a-z]{3,}\.\s+[A-Z\p{Lu}]/u;
/** So much may stand beside a date on its line: its source, its author, how often it was read. */
const mostBeside = 110;

export type SeenDates = Readonly<{ published: readonly StatedFact[]; modified: readonly StatedFact[] }>;

/** Every date that a page shows, with where it stands, and whether it is said, marked or placed as the page's own. */
export function seenDates(page: PageLines, map: PageMap): SeenDates {
  const found: { published: StatedFact[]; modified: StatedFact[] } = { published: [], modified: [] };
  const { lines, marks } = page;
  const dateMarks = marks.filter(
    ({ kind, source }) =>
      kind === 'time' || kind === 'date' || (kind === 'microdata' && /\.datePublished$/i.test(source)),
  );
  lines.forEach((line, at) => {
    const dates = writtenDates(line.text);
    dates.forEach((date, which) => {
      const previous = dates[which - 1];
      const from = previous ? previous.at + previous.written.length : 0;
      const own = line.text.slice(from, date.at);
      const before = own.trim() === '' && which === 0 ? labelBefore(page, at) : own;
      const behind = line.text.slice(date.at + date.written.length);
      const part = map.partOf(at, line.node);
      const mark = dateMarks.find((one) => one.line !== null && holds(one.line, at, one.text, date));
      const source = mark ? sourceOf(mark) : visible;
      const value = mark && sameDay(mark.value, date) ? mark.value : date.written;
      const iso = value === date.written ? date.iso : (writtenDates(value)[0]?.iso ?? date.iso);
      const fact = { value, iso, source, part };
      if (changed.test(before)) {
        if (isOwn(part)) found.modified.push({ ...fact, plain: 3 });
        return;
      }
      const beside = line.text.replace(date.written, '');
      const plain = isOwn(part)
        ? plainness({ line: line.text, before, behind, beside }, date, dates, mark !== undefined)
        : 0;
      found.published.push({ ...fact, plain: allowed(part, plain, weightOf(beside), at, map) ? plain : 0 });
    });
  });
  for (const mark of dateMarks) {
    const line = mark.line === null ? undefined : lines[mark.line];
    if (line && writtenDates(line.text).some(({ iso }) => iso !== null)) continue;
    const [date] = writtenDates(mark.value);
    if (!date) continue;
    const part = map.partOf(mark.line, mark.node);
    const label = line ? line.text.slice(0, Math.max(0, line.text.indexOf(mark.text))) : '';
    const fact = { value: mark.value, iso: date.iso, source: sourceOf(mark), part };
    if (changed.test(label)) found.modified.push({ ...fact, plain: isOwn(part) ? 3 : 0 });
    else
      found.published.push({
        ...fact,
        plain: ['above', 'head', 'lead'].includes(part) && !otherDay.test(label) && mark.kind !== 'date' ? 2 : 0,
      });
  }
  // An edition bears its day in its headline; below it stand those of its articles.
  const titled = writtenDates(lines[map.headlineAt]?.text ?? '')[0]?.iso ?? null;
  const published = found.published.map((fact): StatedFact => {
    const another = titled !== null && fact.iso !== null && daysBetween(titled, fact.iso) > 0;
    return another && fact.plain < 3 ? { ...fact, plain: 0 } : fact;
  });
  return { ...found, published };
}

/** What stands around a date on its line: all of the line without it, and what is before it and behind it. */
type Around = Readonly<{ line: string; before: string; behind: string; beside: string }>;

/** How plainly a line says that a date is when the page was published: 3 by a label, 2 by a mark, 1 alone, 0 not. */
function plainness(
  { line, before, behind, beside }: Around,
  date: WrittenDate,
  dates: readonly WrittenDate[],
  isMarked: boolean,
): StatedFact['plain'] {
  const standsAlone =
    joinedBefore.test(before) && joinedBehind.test(behind) && !tells.test(beside) && weightOf(beside) <= mostBeside;
  const isLabelled = publishedLabel.test(before);
  const isStretch = dates.length > 1 && !dates.every((one) => one.iso?.slice(0, 10) === date.iso?.slice(0, 10));
  const isUnsaid = isStretch && !isLabelled && !dates.some((one) => changed.test(line.slice(0, one.at)));
  const hasOtherLabel = ownLabel.test(before) && !isLabelled;
  if (otherDay.test(before) || hasOtherLabel || isUnsaid || !standsAlone) return 0;
  if (isLabelled) return 3;
  return isMarked ? 2 : 1;
}

const isOwn = (part: PagePart) => ['above', 'head', 'lead', 'end'].includes(part);

/** How plainly a date has to be the page's own in each part. */
function allowed(part: PagePart, plain: number, beside: number, at: number, map: PageMap): boolean {
  if (part === 'head') return true;
  if (part === 'end') return plain === 3;
  if (part === 'lead') return plain >= 2 || beside <= 30;
  return plain >= 2 || (map.headlineAt >= 0 && at >= map.headlineAt - 2 && beside <= 30);
}

/** The line before, where it is a label: the left cell of a table, a term of a list. */
function labelBefore({ lines }: PageLines, at: number): string {
  const before = lines[at - 1]?.text ?? '';
  return /[:：]\s*$/.test(before) && weightOf(before) <= 40 ? before : '';
}

/** A marked element holds a date of a line where it begins in that line and its words hold the date. */
function holds(line: number, at: number, text: string, { written }: WrittenDate): boolean {
  return line === at && (text.includes(written) || written.includes(text)) && weightOf(text) <= mostBeside;
}

/** Within a day: a zone may lie between what is marked and what is shown. */
function sameDay(value: string, { iso }: WrittenDate): boolean {
  const marked = writtenDates(value)[0]?.iso;
  return iso !== null && typeof marked === 'string' && daysBetween(marked, iso) <= 1;
}

/** Whole days between two dates in ISO 8601, by their days alone. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) / 86_400_000;
}

function sourceOf({ kind, source }: PageLines['marks'][number]): string {
  return kind === 'time' ? source : `${kind === 'microdata' ? 'microdata' : 'element'} ${source}`;
}
