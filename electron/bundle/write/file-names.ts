import { languagesOf, type Text } from '../../../shared/language.ts';
import { dayOf } from '../../../shared/order/day.ts';
import { withoutHidden } from '../../../shared/visible-text.ts';
import type { BundleModel } from '../model.ts';

/** The words that the names of a bundle's files are made of. */
export const fileNameWords = {
  bundle: { 'zh-CN': '证据册', en: 'evidence-bundle' },
  addendum: { 'zh-CN': '补充证据册', en: 'supplementary-bundle' },
  report: { 'zh-CN': '履行情况核查报告', en: 'compliance-report' },
  volume: { 'zh-CN': '第{n}册', en: 'volume-{n}' },
  annexVolume: { 'zh-CN': '第{n}册-附册', en: 'volume-{n}-annex' },
  exhibit: { 'zh-CN': '证据{n}', en: 'exhibit-{n}' },
  annex: { 'zh-CN': '附册', en: 'annex' },
  draft: { 'zh-CN': '草稿', en: 'draft' },
  working: { 'zh-CN': '工作版', en: 'working-edition' },
  nobody: { 'zh-CN': '案件', en: 'case' },
} as const satisfies Record<string, Text>;

/** What a filing copy's name ends in, in every language: the file that a portal takes. */
const portal = 'portal';

type Named = Pick<BundleModel, 'facts' | 'language' | 'profile' | 'compliance' | 'reissue' | 'draft'> &
  Readonly<{ custody: Pick<BundleModel['custody'], 'wall'>; working: unknown }>;

/** A file's name without ending, and what tells it from the first file of its bundle. */
export type FileName = Readonly<{ stem: string; mark: string }>;

/**
 * Names by which people know the files of a bundle: whose it is, what it is, of which day, and which part of it. The same
 * state gives the same names. A court outside China has its case number first, where there is one, as its rules on file names
 * want; any other has the applicant.
 */
export function fileNames(model: Named, filingCopy: boolean) {
  const { facts, compliance, reissue, working, draft, custody, profile } = model;
  const [language = 'zh-CN'] = languagesOf(model.language);
  const say = (name: keyof typeof fileNameWords, n = '') => fileNameWords[name][language].replace('{n}', () => n);
  const reference = profile.foreign === true ? facts.caseNumber : undefined;
  const who = plainName(reference ?? shortName(facts), longest.who) || say('nobody');
  const day = (compliance ? undefined : facts.submitted) ?? dayOf(custody.wall);
  const ends = [
    ...(working !== null ? [say('working')] : []),
    ...(draft ? [say('draft')] : []),
    ...(filingCopy ? [portal] : []),
  ];
  const bundle = [who, say(compliance ? 'report' : reissue ? 'addendum' : 'bundle'), day];
  const whole = [...bundle, ...ends].join('-');
  return {
    /** The bundle where it is one file; the first file under `--out` has the name that the person gave. */
    whole: { stem: whole, mark: '' },
    volume: (n: number, annex: boolean): FileName => {
      const mark = say(annex ? 'annexVolume' : 'volume', String(n));
      return { stem: [...bundle, mark, ...ends].join('-'), mark };
    },
    exhibit: (number: string, title: string, annex: boolean): FileName => {
      const parts = [say('exhibit', plainName(number, longest.number)), ...(annex ? [say('annex')] : [])];
      const mark = [...parts, plainName(title, longest.title)].filter((part) => part !== '').join('-');
      return { stem: [who, mark, ...ends].join('-'), mark };
    },
  } as const;
}

/** How the title of the case calls an applicant where it begins with her, else her name without what companies end in. */
function shortName({ title, applicants }: Named['facts']): string {
  const [begins = ''] = title.split(/申请|与|诉|\s(?:v|vs|against|and)\b/);
  const short = begins.trim();
  const calls = (name: string) => short.length > 1 && isWithin(short, name);
  if (applicants.some(calls)) return short;
  return (
    applicants[0]?.replace(/(?:股份|责任)?有限(?:责任)?公司$|,? (?:co\.?,? )?(?:ltd|inc|llc|plc)\.?$/i, '') ?? title
  );
}

/** Whether a name is an abbreviation: its letters are those of the longer one, in their order, as 青禾小贷 of 青禾小额贷款. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (short.startsWith(letter, at)) at += letter.length;
  return at === short.length;
}

/** Bytes of UTF-8: with all parts and `.manifest.json.unfinished-…` a name stays below the 255 that file systems take. */
const longest = { who: 48, number: 24, title: 84 } as const;

/** What some file system, shell or portal refuses or reads as something else; blanks of every kind. */
const refused = /[\s\p{Z}\p{C}\\/:*?"<>|%#&$`'!;^~]+/gu;
/** Names that Windows keeps for devices, whatever follows a dot. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=$|[.-])/i;

/** A part of a name that every file system takes and no shell reads as an option; empty where nothing of it is left. */
export function plainName(text: string, bytes: number): string {
  const plain = withoutHidden(text)
    .replace(refused, '_')
    .replace(/^[-_.]+/, '');
  const whole = plain.replace(device, '_$&');
  let name = '';
  for (const character of whole) {
    if (Buffer.byteLength(name + character) > bytes) break;
    name += character;
  }
  return (name === whole ? name : withoutOpenBracket(name)).replace(/[-_.]+$/, '');
}

/** What was cut within brackets ends before them: half a date is a wrong one. */
function withoutOpenBracket(name: string): string {
  const last = (brackets: readonly string[]) => Math.max(...brackets.map((one) => name.lastIndexOf(one)));
  const [open, closed] = [last(['（', '(', '《', '“', '【', '[']), last(['）', ')', '》', '”', '】', ']'])];
  return open > 0 && open > closed ? name.slice(0, open) : name;
}

/** Numbers as long as the longest, so that a folder lists exhibit 2 before exhibit 10: `02`, `02-1`, `10A`. */
export function evenNumbers(numbers: readonly string[]): (number: string) => string {
  const digits = (number: string) => /^\d*/.exec(number)?.[0].length ?? 0;
  const most = Math.max(...numbers.map(digits), 0);
  return (number) => (digits(number) === 0 ? number : '0'.repeat(most - digits(number)) + number);
}

/** Names of which no two are alike where a system takes capital and small letters for the same. */
export function allDifferent<T extends FileName>(files: readonly T[]): readonly T[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let again = 1;
    const named = () =>
      again === 1 ? file : { ...file, stem: `${file.stem}-${again}`, mark: `${file.mark}-${again}` };
    while (taken.has(named().stem.toLowerCase())) again += 1;
    taken.add(named().stem.toLowerCase());
    return named();
  });
}

/**
 * What the n-th volume may be called beside a first one of this name: as it is called now, in either language, or was when
 * volumes had numbers alone.
 */
export function namesOfVolume(first: string, n: number): readonly string[] {
  const marks = (['volume', 'annexVolume'] as const).flatMap((kind) =>
    Object.values(fileNameWords[kind]).map((text) => text.replace('{n}', String(n))),
  );
  const firstMark = Object.values(fileNameWords.volume).map((text) => `-${text.replace('{n}', '1')}`);
  const at = Math.max(...firstMark.map((mark) => first.lastIndexOf(mark)));
  const begun = at > first.search(/[^\\/]*$/) ? firstMark.find((mark) => first.startsWith(mark, at)) : undefined;
  const named = (mark: string) =>
    begun === undefined ? `${first}-${mark}` : `${first.slice(0, at)}-${mark}${first.slice(at + begun.length)}`;
  return [...marks.map(named), `${first.replace(/-1$/, '')}-${n}`];
}
