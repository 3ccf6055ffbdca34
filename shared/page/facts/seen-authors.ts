import { weightOf, type PageMap, type PageLines, type PagePart } from './page-parts.ts';
import type { StatedFact } from './stated-facts.ts';
import { writtenDates } from '../written-dates.ts';

const visible = 'visible text';
const labelled =
  /(?:^|[\s　|｜,，;；/])(?:(?:本文)?作者|撰文|撰稿|文)\s*[:：︱|｜/]\s*([^\s　,，。;；|｜:：()（）\d]{1,24})/u;
const byLine =
  /(?:^|[\s|·•—–-])(?:(?:this entry was )?(?:posted|written|published)(?:\s(?:on|at)\s.{4,40}?)?\sby|by|von|par|por|di)(?:\s*:\s*|\s+)(.+)$/iu;
const endsName =
  /\s*(?:[|•·—–,;:(]|\s-\s|@\w+|\s(?:on|at|in|am|le|el|the|follow|for|is|has|and is|updated|published|posted|editor|reporter|staff writer|contributor)\b|(?:发表|发布|發表|發布|投稿)|\s\d).*$/iu;
const verbBehind = /^([\p{L}\p{N}_·.-]{2,16})\s*(?:发表于|發表於|发布于|發布於|发布在|發佈於)/u;
/** Names of nobody: who runs the site's machine, a button, a role. */
const nobody =
  /^(?:admin\w*|administrator|root|webmaster|web ?master|editor(?:ial)?(?: team| staff)?|wordpress\w*|user|guest|anonymous|unknown|none|null|undefined|test|authors?|by|staff|last|updated|published|posted|匿名.*|佚名|未知|不详|小编|编辑|原创|转载|管理员|游客|网友|关注.*|点击.*|登录|注册|分享|收藏|返回.*|首页|更多|楼主|本站|网络|互联网)$/iu;
const company =
  /公司|有限|集团|网络|科技|传媒|编辑部|新闻网|门户|委员会|办公室|\b(?:inc|llc|ltd|gmbh|corp|agency|foundation|organi[sz]ation|media group|company)\b/iu;
const editors = /(?:编辑|责编|編輯|校对|审核|编审)\s*[:：]\s*([^\s　,，。;；|｜:：()（）\[\]【】]{2,12})/gu;

/** Every author that a page shows, with where it stands and how plainly it is said. */
export function seenAuthors(page: PageLines, map: PageMap): readonly StatedFact[] {
  const found: StatedFact[] = [];
  const { lines, marks } = page;
  if (hasSeveralStories(page, map)) return [];
  const add = (value: string, source: string, part: PagePart, plain: StatedFact['plain']) => {
    const name = cleanName(value);
    if (name !== null) found.push({ value: name, iso: null, source, part, plain: isOwn(part) ? plain : 0 });
  };
  lines.forEach((line, at) => {
    const part = map.partOf(at, line.node);
    const short = weightOf(line.text) <= 160;
    const label = labelled.exec(line.text)?.[1];
    if (label !== undefined) add(label, visible, part, short && !/[。！？]/.test(line.text) && part !== 'lead' ? 3 : 0);
    const by = short ? byLine.exec(line.text)?.[1] : undefined;
    if (by !== undefined && /^(?:by|von|par|por|di|posted|written|published|this entry)\b|\d.*\bby\b/iu.test(line.text))
      add(nameIn(by), visible, part, part === 'above' ? 0 : 3);
    const verb = verbBehind.exec(line.text)?.[1];
    if (verb !== undefined && writtenDates(line.text).length > 0) add(verb, visible, part, 3);
    const besideDate = [at - 1, at + 1].some((near) => writtenDates(lines[near]?.text ?? '').length > 0);
    if (
      besideDate &&
      line.linked > 0 &&
      line.linked >= line.text.length - 1 &&
      weightOf(line.text) <= 30 &&
      /auth|user|name|nick|poster|member/.test(labels(page, line.node))
    )
      add(line.text, visible, part, part === 'head' ? 2 : 0);
  });
  for (const { kind, source: said, value, text, node, line } of marks) {
    const isPerson = kind === 'microdata' && /(?:Article|Posting|Report|Page)\.author$/i.test(said);
    if (kind !== 'author' && !isPerson) continue;
    const part = map.partOf(line, node);
    if (line === null && !isPerson) continue;
    const words = kind === 'author' ? text : value;
    const by = byLine.exec(words)?.[1];
    if (by === undefined && writtenDates(words).length > 0) continue; // a line of several things, none of them called a name
    const name = by ?? words;
    const source = `${isPerson ? 'microdata' : 'element'} ${said}`;
    add(nameIn(name), source, part, part === 'above' || (part === 'end' && !isPerson) ? 0 : 2);
  }
  return found;
}

/** Lines that begin with By and name different people, down the story: each is of a story of its own. */
function hasSeveralStories({ lines }: PageLines, map: PageMap): boolean {
  const names = lines.flatMap((line, at) => {
    const name = weightOf(line.text) <= 80 ? /^(?:by|von|par|por)\s+(\p{Lu}.*)$/iu.exec(line.text)?.[1] : undefined;
    return name !== undefined && ['head', 'lead', 'story'].includes(map.partOf(at, line.node)) ? [name] : [];
  });
  return new Set(names).size > 1 && names.length > 2;
}

const isOwn = (part: PagePart) => ['above', 'head', 'lead', 'end'].includes(part);

function labels({ nodes }: PageLines, node: number): string {
  return [node, nodes[node]?.[0] ?? -1].map((one) => nodes[one]?.[1] ?? '').join(' ');
}

/** `GILLIAN MOHNEY March 11, 2015 3:46 PM` → `GILLIAN MOHNEY`. */
function nameIn(text: string): string {
  const [date] = writtenDates(text);
  const words = (date ? text.slice(0, date.at) : text)
    .replace(/\s\((?:reporting|photography|text|words)\)/giu, '')
    .trim();
  if (/^@\w+$/.test(words)) return words;
  // Names joined by commas are several; a comma before a title of office ends the name.
  const several = /^([\w.]+(?:, [\w.]+)+)(?: on)?$/u.exec(words)?.[1];
  return several ?? words.replace(endsName, '').trim();
}

/** A name that a person can have, without what stands around it; null where it is none. */
export function cleanName(value: string): string | null {
  const name = value
    .replace(/^(?:by|von|par|por|作者|撰文|文)\s*[:：]?\s+/iu, '')
    .replace(/^\[[^\]]*\]\s*/u, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:|·•–—-]+$/u, '')
    .trim();
  if (name === '' || weightOf(name) > 120 || /https?:|www\.|[<>{}=]|[。！？?]/u.test(name)) return null;
  if (nobody.test(name) || /^\d|\d{4}/.test(name) || name.split(' ').length > 12) return null;
  return /\p{L}/u.test(name) ? name : null;
}

/** A company, an agency, a site: it may have written a page, but a page's machine-readable parts often name who made the site. */
export const isCompany = (name: string): boolean => company.test(name);

/** Who edited or checked the page, by its own words. */
export function editorsIn(text: string): readonly string[] {
  return [...text.matchAll(editors)].map(([, name = '']) => name);
}
