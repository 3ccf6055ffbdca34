import type { PageFacts } from '../../shared/case/record.ts';
import type { Gold } from './made/page.ts';

export type Kind = 'published' | 'author';

/**
 * One fact of one page against what a person read. `unseen`: a value that only machine-readable parts state, rightly.
 * `none`: nothing to find, nothing said.
 */
export type Judged = Readonly<{
  value: string | null;
  gold: boolean;
  is: 'right' | 'false' | 'missed' | 'unseen' | 'none';
}>;

/** At most so many values may be false, and at least so many must be found, as shares of 1. */
export const limits = { false: 0.01, recall: { published: 0.75, author: 0.6 } } as const;

/** What was chosen for a page, judged. */
export function judgedOf(facts: PageFacts, gold: Gold): Readonly<Record<Kind, Judged>> {
  const chosen = (name: string) => facts.find((one) => one.name === name && one.standing === 'chosen')?.value ?? null;
  const published = chosen('Published');
  const author = chosen('Author');
  return {
    published: verdict(
      published,
      gold.published === null ? null : [gold.published],
      gold.unseenPublished ?? [],
      sameDay,
    ),
    author: verdict(author, gold.authors, gold.unseenAuthors ?? [], namesOf),
  };
}

function verdict(
  value: string | null,
  gold: readonly string[] | null,
  unseen: readonly string[],
  same: (value: string, one: string) => boolean,
): Judged {
  const has = gold !== null;
  if (value === null) return { value, gold: has, is: has ? 'missed' : 'none' };
  if (gold?.some((one) => same(value, one))) return { value, gold: has, is: 'right' };
  return { value, gold: has, is: unseen.some((one) => same(value, one)) ? 'unseen' : 'false' };
}

/** The values and what became of them, tallyOf; shares of 1. */
export function tallyOf(of: readonly Judged[]) {
  const count = (is: Judged['is']) => of.filter((one) => one.is === is).length;
  const gold = of.filter((one) => one.gold).length;
  const [right, wrong] = [count('right'), count('false')];
  const has = right + wrong + count('unseen');
  return { gold, has, right, wrong, falseShare: has === 0 ? 0 : wrong / has, recall: gold === 0 ? 1 : right / gold };
}

/**
 * The day that a value states: its ISO part, or month and day where it has no year. A value with a zone may be a day off what
 * a reader of another zone sees.
 */
function sameDay(value: string, gold: string): boolean {
  if (value === gold) return true;
  const iso = /\[(\d{4}-\d{2}-\d{2}[^\]]*)\]$/.exec(value)?.[1] ?? value;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0];
  if (gold.startsWith('--'))
    return day === undefined ? value.startsWith(monthDay(gold)) : day.slice(4) === gold.slice(1);
  if (day === undefined) return false;
  const off = Math.abs(Date.parse(day) - Date.parse(gold)) / 86_400_000;
  return off === 0 || (off === 1 && /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(iso));
}

/** `--03-18` → `March 18`. */
function monthDay(gold: string): string {
  const [, month = '', day = ''] = /^--(\d{2})-(\d{2})$/.exec(gold) ?? [];
  const names = 'January February March April May June July August September October November December'.split(' ');
  return `${names[Number(month) - 1] ?? '?'} ${Number(day)}`;
}

/** A value names a person where it holds the name, whatever its case, and is not much longer than all names together. */
function namesOf(value: string, name: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(value).includes(plain(name)) && value.length <= name.length * 2 + 60;
}
