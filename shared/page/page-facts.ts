import type { PageFacts } from '../case/record.ts';
import { sameDate, sameName, weigh, type Standing, type Weighed } from './facts/choose-fact.ts';
import { linkedFacts } from './json-ld.ts';
import { mapOf, type PageMap, type PageLines } from './facts/page-parts.ts';
import { cleanName, editorsIn, isCompany, seenAuthors } from './facts/seen-authors.ts';
import { daysBetween, seenDates } from './facts/seen-dates.ts';
import type { StatedFact } from './facts/stated-facts.ts';
import { writtenDates } from './written-dates.ts';

/** What was read from a page, part by part; see `electron/capture/in-page/read-facts.ts` and `read-lines.ts`. */
export type FactSources = Readonly<{
  title: string;
  text: string;
  language: string;
  /** Of the main response, or null. */
  contentLanguage: string | null;
  metas: readonly (readonly [part: string, content: string])[];
  jsonLd: readonly string[];
  relations: readonly (readonly [relation: string, address: string])[];
  lines: PageLines;
}>;

/** A fact for the record. `standing` is there where several values were found for one name, of different meaning. */
type PageFact = PageFacts[number];

/** Everything that was found for a name, taken or not: for the artifact `page-facts`. */
export type FactCandidate = Readonly<{
  name: string;
  value: string;
  source: string;
  part: string;
  standing: Standing;
}>;

type Name =
  | 'PageTitle'
  | 'Published'
  | 'PageModified'
  | 'Author'
  | 'Channel'
  | 'SiteName'
  | 'Language'
  | 'Canonical'
  | 'MainImage'
  | 'Favicon'
  | 'IcpLicence'
  | 'PoliceRecord';

/** Meta elements that state a fact, by `kind name`, most explicit first. */
const metaNames: Readonly<Partial<Record<Name, readonly string[]>>> = {
  PageTitle: ['property og:title', 'name twitter:title'],
  Published: [
    'property article:published_time',
    'property article:published',
    'property og:published_time',
    'property og:release_date',
    'name article:published_time',
    'itemprop datepublished',
    'name datepublished',
    'name publishdate',
    'name publish_date',
    'name publish-date',
    'name pubdate',
    'name pub_date',
    'name publication_date',
    'name parsely-pub-date',
    'name sailthru.date',
    'name dc.date.issued',
    'name dcterms.issued',
    'name dc.date',
    'name weibo:article:create_at',
    'name ptime',
    'name date',
  ],
  PageModified: [
    'property article:modified_time',
    'property og:updated_time',
    'name article:modified_time',
    'itemprop datemodified',
    'name lastmod',
    'name last-modified',
    'name dc.date.modified',
    'name dcterms.modified',
    'name weibo:article:update_at',
    'http-equiv last-modified',
  ],
  Author: [
    'name author',
    'property article:author',
    'name article:author',
    'property author',
    'property dc:creator',
    'name dc:creator',
    'itemprop author',
    'name parsely-author',
    'name sailthru.author',
    'name dc.creator',
    'name byl',
    'property og:article:author',
  ],
  SiteName: ['property og:site_name', 'name og:site_name', 'name application-name'],
  Language: ['http-equiv content-language', 'name language'],
  Canonical: ['property og:url'],
  MainImage: [
    'property og:image',
    'property og:image:url',
    'property og:image:secure_url',
    'name og:image',
    'name twitter:image',
    'property twitter:image',
    'name twitter:image:src',
    'itemprop image',
  ],
};

const linkedNames: Readonly<Record<string, Name>> = {
  headline: 'PageTitle',
  datePublished: 'Published',
  dateModified: 'PageModified',
  author: 'Author',
  publisher: 'SiteName',
  'WebSite name': 'SiteName',
  image: 'MainImage',
  inLanguage: 'Language',
};
const visible = 'visible text';
/** Years that a page on the web can have been published in. */
const [firstYear, lastYear] = [1990, 2100];

/**
 * The facts that a page states of itself, each with the part where it was found, the chosen one of each name first; and all
 * that was found, taken or not. A date or an author counts where the page speaks of itself: in its markup, beside its
 * headline, right behind its story. What stands in comments, side columns, lists, footers, captions, boxes and sentences
 * is left. Values are the page's own words; a date is followed by the same in ISO 8601.
 */
export function pageFactsOf(words: FactSources): Readonly<{ facts: PageFacts; candidates: readonly FactCandidate[] }> {
  const facts: PageFact[] = [];
  const add = (name: Name, value: string, source: string, more: Partial<PageFact> = {}) => {
    const clean = cleaned(value);
    if (clean === '' || facts.some((one) => one.name === name && one.value === clean && one.source === source)) return;
    facts.push({ name, value: clean, source, ...more });
  };
  const metaValues = (name: Name) =>
    (metaNames[name] ?? []).flatMap((part) => {
      const values = words.metas.filter(([one, content]) => one.replaceAll(': ', ':') === part && content !== '');
      return [...new Set(values.map(([, value]) => value))].map((value) => ({ value, source: `meta ${part}` }));
    });
  const titles = [words.title, ...metaValues('PageTitle').map(({ value }) => value)];
  const addresses = [
    ...words.relations.filter(([one]) => one === 'canonical').map(([, address]) => address),
    ...words.metas.filter(([part]) => part === 'property og:url').map(([, content]) => content),
  ];
  const map = mapOf(words.lines, titles);
  const headline = words.lines.lines[map.headlineAt]?.text ?? '';
  const linked = linkedFacts(words.jsonLd, { titles: [...titles, headline], addresses });
  const ofLinked = (name: Name) =>
    linked
      .filter(({ property }) => linkedNames[property] === name)
      .map(({ property, value }) => ({ value, source: `JSON-LD ${property}` }));

  add('PageTitle', words.title, 'title element');
  add('Language', words.language, 'html lang');
  if (words.contentLanguage !== null) add('Language', words.contentLanguage, 'HTTP header Content-Language');
  for (const name of plainNames) for (const { value, source } of ofLinked(name)) add(name, value, source);
  for (const name of plainNames) {
    const all = metaValues(name);
    for (const { value, source } of all)
      if (all.find((one) => one.source === source)?.value === value) add(name, value, source);
  }
  const headlines = new Set(
    words.lines.marks.filter(({ source }) => ofPage.test(`${source}!headline`)).map(({ value }) => value),
  );
  if (headlines.size === 1) add('PageTitle', [...headlines].join(''), 'microdata headline');
  for (const relation of ['canonical', 'icon', 'image_src'] as const) {
    const name = ({ canonical: 'Canonical', icon: 'Favicon', image_src: 'MainImage' } as const)[relation];
    const found = words.relations.find(([one, address]) => one === relation && address !== '');
    if (found) add(name, found[1], `link rel=${relation}`);
  }

  const weighed = weighedFacts(words, map, {
    Published: [...ofLinked('Published'), ...metaValues('Published')],
    PageModified: [...ofLinked('PageModified'), ...metaValues('PageModified')],
    Author: [...ofLinked('Author'), ...joined(metaValues('Author'))],
    siteNames: facts.filter(({ name }) => name === 'SiteName').map(({ value }) => value),
  });
  for (const name of ['Published', 'PageModified', 'Author'] as const)
    for (const { fact, standing } of weighed[name])
      if (standing !== 'left') add(name, shownValue(name, fact), fact.source, { part: fact.part, standing });

  const channels = new Set(
    words.lines.marks.filter(({ kind, line }) => kind === 'channel' && line !== null).map(({ text }) => cleaned(text)),
  );
  const channel = words.lines.marks.find(({ kind }) => kind === 'channel');
  if (channel && channels.size === 1) add('Channel', [...channels].join(''), `element ${channel.source}`);
  for (const [licence] of words.text.matchAll(icpLicence)) add('IcpLicence', licence, visible);
  for (const [record] of words.text.matchAll(policeRecord)) add('PoliceRecord', record, visible);
  const candidates = Object.entries(weighed).flatMap(([name, all]) =>
    all.slice(0, 100).map(({ fact: { value, source, part }, standing }) => {
      return { name, value: cleaned(value), source, part, standing };
    }),
  );
  return { facts, candidates };
}

/** Names of which every value is a fact: nothing is chosen among them. */
const plainNames = ['PageTitle', 'SiteName', 'Language', 'Canonical', 'MainImage'] as const;
const ofPage = /(?:Article|Posting|Report|Page)\.headline!headline$/i;
const icpLicence =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]\s?\d{5,10}号?(?:-\d{1,3})?/g;
const policeRecord = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备\s?\d{10,16}号?/g;

type Said = readonly Readonly<{ value: string; source: string }>[];
type Markup = Readonly<Record<'Published' | 'PageModified' | 'Author', Said> & { siteNames: readonly string[] }>;

function weighedFacts(words: FactSources, map: PageMap, markup: Markup) {
  const dates = seenDates(words.lines, map);
  const modified = weigh(markup.PageModified.map(dateSaid), dates.modified.filter(inRange), sameDate);
  const changedOn = modified.flatMap(({ fact: { iso, plain } }) => (iso === null || plain === 0 ? [] : [iso]));
  const saysPublished = markup.Published.map(dateSaid);
  const seen = dates.published.map((fact): StatedFact => {
    // A date without words that is the day of the last change, while the markup has another one of publication.
    const isChange =
      fact.plain < 3 && fact.iso !== null && changedOn.some((iso) => daysBetween(iso, fact.iso ?? '') === 0);
    const other = saysPublished.some((one) => one.plain > 0) && !saysPublished.some((one) => sameDate(one, fact));
    return !inRange(fact) || (isChange && other) ? { ...fact, plain: 0 } : fact;
  });
  const dated =
    seen.some(({ iso, plain }) => iso !== null && plain > 0) || saysPublished.some(({ plain }) => plain > 0);
  const whole = seen.map((fact): StatedFact => (dated && fact.iso === null ? { ...fact, plain: 0 } : fact));
  const editorNames = editorsIn(words.text);
  const isNobody = (name: string) =>
    isCompany(name) ||
    markup.siteNames.some((site) => sameName({ ...nothing, value: site }, { ...nothing, value: name })) ||
    editorNames.some((editor) => name.includes(editor));
  const authors = markup.Author.map(({ value, source }): StatedFact => {
    const name = cleanName(value);
    return { ...nothing, value: name ?? value, source, plain: name === null || isNobody(name) ? 0 : 2 };
  });
  return {
    Published: weigh(saysPublished, whole, sameDate),
    PageModified: modified,
    Author: weigh(authors, seenAuthors(words.lines, map), sameName),
  } satisfies Record<string, readonly Weighed[]>;
}

const nothing: StatedFact = { value: '', iso: null, source: '', part: 'markup', plain: 0 };

/** A date in markup: only with a day and year that can be read, and of a sensible year. */
function dateSaid({ value, source }: Said[number]): StatedFact {
  const fact: StatedFact = { value, iso: writtenDates(value)[0]?.iso ?? null, source, part: 'markup', plain: 2 };
  return { ...fact, plain: fact.iso !== null && inRange(fact) ? 2 : 0 };
}

function inRange({ iso }: StatedFact): boolean {
  const year = Number(iso?.slice(0, 4) ?? firstYear);
  return year >= firstYear && year <= lastYear;
}

/** Several authors of one part of the markup are the authors. */
function joined(said: Said): Said {
  const sources = [...new Set(said.map(({ source }) => source))];
  return sources.map((source) => {
    const names = said.filter((one) => one.source === source).map(({ value }) => value);
    return { source, value: names.join(', ') };
  });
}

/** One line, no half characters, not without end. */
function cleaned(value: string): string {
  return value.replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed();
}

/** The page's own words, and the same date in ISO 8601 where they are another way of writing one. */
function shownValue(name: Name, { value, iso }: StatedFact): string {
  const clean = cleaned(value);
  if (name === 'Author') return clean;
  return iso === null || /^\d{4}-\d{2}-\d{2}T/.test(clean) || clean === iso ? clean : `${clean} [${iso}]`;
}
