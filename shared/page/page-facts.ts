import type { FileFacts } from '../case/record.ts';
import { linkedFacts } from './json-ld.ts';
import { writtenDates } from './written-dates.ts';

/** What was read from a page, place by place; see `electron/capture/in-page/read-facts.ts`. */
export type PageWords = Readonly<{
  title: string;
  text: string;
  language: string;
  /** Of the main response, or null. */
  contentLanguage: string | null;
  metas: readonly (readonly [place: string, content: string])[];
  jsonLd: readonly string[];
  microdata: readonly (readonly [property: string, value: string])[];
  relations: readonly (readonly [relation: string, address: string])[];
  times: readonly (readonly [place: string, value: string])[];
  named: readonly (readonly [kind: 'date' | 'author' | 'channel', place: string, text: string])[];
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
const dateNames: ReadonlySet<Name> = new Set(['Published', 'PageModified']);
const visible = 'visible text';

/**
 * The facts that a page states of itself, each with the place where it was found, the most explicit place first. Nothing
 * is guessed: a date in the text counts only with a label or beside the name of its source; where one kind of place
 * gives two different values, it gives none. Values are the page's own words; a date is followed by the same in ISO 8601.
 */
export function pageFactsOf(words: PageWords): FileFacts {
  const facts: { name: Name; value: string; source: string }[] = [];
  const add = (name: Name, value: string, source: string) => {
    const clean = value.replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed();
    if (clean === '' || facts.some((one) => one.name === name && one.value === clean && one.source === source)) return;
    facts.push({ name, value: dateNames.has(name) ? datedValue(clean) : clean, source });
  };
  /** Where a kind of place gives one value, whatever number of times. */
  const addSingle = (name: Name, values: readonly (readonly [source: string, value: string])[]) => {
    const [first] = values;
    if (first && new Set(values.map(([, value]) => value)).size === 1) add(name, first[1], first[0]);
  };

  add('PageTitle', words.title, 'title element');
  add('Language', words.language, 'html lang');
  if (words.contentLanguage !== null) add('Language', words.contentLanguage, 'HTTP header Content-Language');
  for (const { property, value } of linkedFacts(words.jsonLd)) {
    const name = linkedNames[property];
    if (name) add(name, value, `JSON-LD ${property}`);
  }
  for (const [name, places] of Object.entries(metaNames) as [Name, readonly string[]][]) {
    // Object.entries loses the key's type.
    for (const place of places) {
      const values = words.metas.filter(([one, content]) => one.replaceAll(': ', ':') === place && content !== '');
      const [first] = values;
      if (first && name === 'Author')
        add(name, [...new Set(values.map(([, value]) => value))].join(', '), `meta ${place}`);
      else if (first) add(name, first[1], `meta ${place}`);
    }
  }
  const micro = (property: string) =>
    words.microdata
      .filter(([one]) => new RegExp(`(Article|Posting|Report|Page)\\.${property}$`, 'i').test(one))
      .map(([one, value]): [string, string] => [`microdata ${one}`, value]);
  addSingle('PageTitle', micro('headline'));
  addSingle('Published', micro('datePublished'));
  addSingle('PageModified', micro('dateModified'));
  addSingle('Author', micro('author'));
  for (const relation of ['canonical', 'icon', 'image_src'] as const) {
    const name = ({ canonical: 'Canonical', icon: 'Favicon', image_src: 'MainImage' } as const)[relation];
    const found = words.relations.find(([one, address]) => one === relation && address !== '');
    if (found) add(name, found[1], `link rel=${relation}`);
  }
  addSingle(
    'Published',
    words.times.filter(([place]) => place === 'time pubdate'),
  );
  addSingle(
    'Published',
    words.times.filter(([place]) => place === 'article time'),
  );
  const datesNamed = words.named.flatMap(([kind, place, text]): [string, string][] => {
    const [only, ...more] = kind === 'date' ? writtenDates(text) : [];
    return only && more.length === 0 ? [[`element ${place}`, only.written]] : [];
  });
  addSingle('Published', datesNamed);
  for (const [kind, name] of [
    ['author', 'Author'],
    ['channel', 'Channel'],
  ] as const)
    addSingle(
      name,
      words.named
        .filter(([one]) => one === kind)
        .map(([, place, text]): [string, string] => [
          `element ${place}`,
          text.replace(/^(by\s+|作者\s*[:：]\s*)/i, ''),
        ]),
    );
  addSingle('Published', labelled(words.text, publishedLabel));
  addSingle('Published', besideSource(words.text));
  addSingle('PageModified', labelled(words.text, modifiedLabel));
  const authors = [...words.text.matchAll(authorLabel)].map(([, name = '']): [string, string] => [visible, name]);
  addSingle('Author', authors);
  for (const [licence] of words.text.matchAll(icpLicence)) add('IcpLicence', licence, visible);
  for (const [record] of words.text.matchAll(policeRecord)) add('PoliceRecord', record, visible);
  return facts;
}

const publishedLabel = /(?:发布|发表|发佈|刊登|首发|出版)(?:时间|日期|於|于)?\s*[:：]?\s*/g;
const modifiedLabel = /(?:最后|最近|上次)?(?:更新|修改|编辑)(?:时间|日期|於|于)\s*[:：]?\s*/g;
const authorLabel = /(?:^|[\s　|｜])(?:作者|撰文)\s*[:：]\s*([^\s　,，。;；|｜:：()（）]{1,30})/gm;
const sourceLabel = /来源\s*[:：]/;
const icpLicence =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]\s?\d{5,10}号?(?:-\d{1,3})?/g;
const policeRecord = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备\s?\d{10,16}号?/g;

/** Dates that stand directly behind a label. */
function labelled(text: string, label: RegExp): readonly (readonly [string, string])[] {
  return [...text.matchAll(label)].flatMap((found) => {
    const [date] = writtenDates(text.slice(found.index + found[0].length, found.index + found[0].length + 40));
    return date?.at === 0 ? [[visible, date.written] as const] : [];
  });
}

/** `2019-05-06 09:30 来源：新华网`: the line that Chinese news put over an article. */
function besideSource(text: string): readonly (readonly [string, string])[] {
  return text.split('\n').flatMap((line) => {
    if (line.length > 160 || !sourceLabel.test(line)) return [];
    const [only, ...more] = writtenDates(line);
    return only && more.length === 0 ? [[visible, only.written] as const] : [];
  });
}

/** The page's own words, and the same date in ISO 8601 where they are another way of writing one. */
function datedValue(value: string): string {
  const [date] = writtenDates(value);
  const iso = date?.iso ?? null;
  return iso === null || /^\d{4}-\d{2}-\d{2}T/.test(value) || value === iso ? value : `${value} [${iso}]`;
}
