import type { Holding } from '../../holding.ts';
import type { Facts } from '../../reading/stored-facts.ts';

const paper = 'running lines';
const about = /^(?:←(?:目录|Catalogue|Index|Tableofexhibits) )?(?:(?:工作版|WORKING)·)?(?:证据|Exhibit)(.+?)·/u;
const firstPage = ({ manifest }: Facts): number => manifest.pages[0]?.page ?? 1;

/** Pages of the PDF whose foot names an exhibit, as a catalogue writes them: `5–8`; of one that was filed before, as that bundle has them. */
export function pagesInPdf(facts: Facts, number: string): string {
  const own = facts.feet.flatMap((foot, at) => (about.exec(foot)?.[1] === number ? [at + firstPage(facts)] : []));
  const before = facts.before?.exhibits.find((one) => one.number === number)?.pages;
  const [from = 0, to = 0] = before ?? [own[0], own.at(-1)];
  return from === to ? String(from) : `${from}–${to}`;
}

/** The number below each page, its label in the PDF, and the exhibit and page of it that is named there. */
export function holdRunning(holding: Holding): void {
  const { facts } = holding;
  const [count, wanted] = [facts.feet.length, facts.manifest.pages.length];
  const last = facts.manifest.pages.at(-1)?.page ?? 0;
  holding.add(paper, 'pages', 'manifest.pages', String(count), [String(count)], [String(wanted)]);
  facts.manifest.pages.forEach(({ page, kind, exhibit }, at) => {
    const foot = facts.feet[at] ?? '';
    const head = facts.heads[at] ?? '';
    const isNumbered = new RegExp(`(?:^| |第|Page)${page}(?:$| |页|of${last}(?:$| ))`, 'u').test(`${foot} ${head}`);
    const number = `${isNumbered ? page : '-'}|${facts.labels[at] ?? ''}`;
    holding.add(paper, 'page-number', 'the place in the file', `${page}: ${foot}`, [number], [`${page}|${page}`]);
    const named = about.exec(foot)?.[1] ?? null;
    const shown = exhibit === null ? null : String(exhibit);
    if (named === null && shown === null) return;
    holding.add(paper, 'exhibit', 'manifest.pages', `${page}: ${foot}`, [`${page}|${named}`], [`${page}|${shown}`]);
    const stamp = new RegExp(` (?:证据|Exhibit)${shown ?? ''}–(\\d+)`, 'u').exec(foot)?.[1];
    if (stamp === undefined) return;
    const first = facts.manifest.pages.find((one) => one.exhibit === exhibit)?.page ?? 0;
    const within = page - first + 1;
    holding.add(paper, 'stamp', 'manifest.pages', `${page}: ${kind}`, [`${page}|${stamp}`], [`${page}|${within}`]);
  });
}

type Leads = Readonly<{ pattern: RegExp; to: (facts: Facts, found: readonly string[]) => number | undefined }>;
const cited = (facts: Facts, [, number = '', page = '']: readonly string[]): number | undefined => {
  const at = facts.manifest.pages.find((one) => one.page === Number(page));
  return at && String(at.exhibit) === number ? at.page : undefined;
};
/** What a link lies over, and where it must lead. */
const leads: readonly Leads[] = [
  { pattern: /(?:完整页面见第|Forthefullcaptureseepages?)(\d+)/u, to: (_, [, page]) => Number(page) },
  // Of a run of exhibits, to the first; `←` before what words were taken from.
  { pattern: /^←?证据([^第–]+)(?:–[^第]+)?第(\d+)(?:–\d+)?页/u, to: cited },
  { pattern: /^←?Exhibits?([^,–]+)(?:–[^,]+)?,pp?\.(\d+)/u, to: cited },
  { pattern: /^(?:技术附录第|technicalannex,page)(\d+)/u, to: (_, [, page]) => Number(page) },
  { pattern: /^(\d+)(?:–\d+)?$/u, to: (_, [, page]) => Number(page) },
  {
    pattern: /^←(?:目录|Catalogue|Index|Tableofexhibits)$/u,
    to: ({ manifest }) => manifest.pages.find(({ kind }) => kind === 'catalogue')?.page,
  },
];

/** Every link over words that name a page leads to that page, and the page is the exhibit's that is named. */
export function holdLinks(holding: Holding): void {
  const { facts } = holding;
  const [first, last] = [firstPage(facts), facts.manifest.pages.at(-1)?.page ?? 0];
  for (const { page, over, to } of facts.leads)
    for (const lead of leads) {
      const found = lead.pattern.exec(over);
      if (!found) continue;
      const wanted = lead.to(facts, found);
      const key = `${page}|${over}|`;
      if (wanted === undefined || (wanted >= first && wanted <= last))
        holding.add(
          'links',
          'leads-to',
          'annotations of the PDF, manifest.pages',
          `${page}: ${over}`,
          [`${key}${to}`],
          [`${key}${wanted}`],
        );
      break;
    }
}
