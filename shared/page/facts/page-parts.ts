/** A line that a page shows: its element, its words (long ones cut), and how many characters it has, in links and in all. */
type PageLine = Readonly<{
  node: number;
  /** Empty: a large picture. */
  text: string;
  length: number;
  linked: number;
  /** CSS pixels of the page: x and width of its column, y and height of its words. */
  box: readonly [x: number, y: number, width: number, height: number];
}>;

/** An element whose name or type says what it holds; `line`: where its words begin, null where they are not seen. */
type PageMark = Readonly<{
  kind: string;
  source: string;
  value: string;
  text: string;
  node: number;
  line: number | null;
}>;

/** See `electron/capture/in-page/read-lines.ts`. A node is its parent's number (-1: none) and `tag#id.class`. */
export type PageLines = Readonly<{
  nodes: readonly (readonly [parent: number, label: string])[];
  lines: readonly PageLine[];
  marks: readonly PageMark[];
}>;

/**
 * Where on the page something stands. `above` and `head`: before and behind the headline, before the story; `lead`: behind
 * its first paragraph; `end`: right behind the story. Only these are places where a page speaks of itself.
 */
export type PagePart =
  | 'above'
  | 'head'
  | 'lead'
  | 'story'
  | 'end'
  | 'comments'
  | 'side'
  | 'list'
  | 'navigation'
  | 'foot'
  | 'caption'
  | 'box'
  | 'unseen'
  | 'elsewhere';

export type PageMap = Readonly<{
  /** Number of the headline's line, -1 where there is none. */
  headlineAt: number;
  partOf(line: number | null, node: number): PagePart;
}>;

/** What parts of a page call themselves, by `tag#id.class`, below the elements that hold the headline too. */
const partNames: readonly (readonly [part: PagePart, label: RegExp])[] = [
  ['comments', /comment|(?:^|[-_.#])repl(?:y|ies)|(?:^|[-_.#])respond|disqus|livefyre|discussion|pinglun|liuyan/],
  ['side', /^aside|side-?bar|[-_.#]side(?:$|[-_.])|(?:right|left)[-_]?(?:col|bar|side|rail|panel)|widget|[-_.#]rail/],
  [
    'list',
    /related|recommend|recirc|most-?(?:read|popular|viewed)|popular|trending|latest|hot-?(?:news|list)|top-?stor|more-?(?:from|stor|news|on)|read-?(?:next|more|also)|teaser|promo|sponsor|taboola|outbrain|advert|xiangguan|tuijian|news-?list|pagination|prev|next-?(?:post|art)/,
  ],
  [
    'navigation',
    /^nav|[-_.#]nav|menu|crumb|toolbar|topbar|masthead|site-?header|search|ticker|log-?in|calendar|sign-?up/,
  ],
  ['foot', /^footer|[-_.#]foot(?:er)?(?:$|[-_.])|copyright|colophon|legal|gdpr|cookie/],
  ['caption', /^fig(?:ure|caption)|caption|credit|photo|gallery|slide|lightbox/],
  [
    'box',
    /^blockquote|^pre|book|product|event|infobox|[-_.#]bio(?:$|[-_.])|about-?author|author-?(?:box|bio)|quote|profile/,
  ],
];
const ofPost = /entry|post|article|meta/;
const bookWords = /出版社|出版日期|ISBN|译者|定价|页数|装帧|publisher:|pages:/i;
const pictureWords = /来源|摄|供图|资料图|视觉|图[:：|｜]|source|photo|getty|reuters|credit|image|foto|crédit/i;
const sentence = /[。！？!?，,；;]|\.(?:\s|$)/;
const [headLines, aboveLines, endLines] = [26, 16, 14];
const farAbove = 700;

/** Wide characters count as two. */
export const weightOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** A paragraph of a story, and no line about it. */
const isProse = ({ text, length, linked }: PageLine, least = 90) =>
  weightOf(text) >= least && linked * 2 < length && sentence.test(text);

/** A page's elements: those around one, from itself outwards, and what each calls itself. */
type Elements = Readonly<{ above(node: number): number[]; label(node: number): string }>;

/**
 * Parts of the page that are no part of the story: by what they call themselves, else by where they stand.
 * @param holders the elements that hold the headline
 */
function partsOutside(
  { nodes, lines }: PageLines,
  headline: PageLine | null,
  holders: ReadonlySet<number>,
  { above, label }: Elements,
): Readonly<{ namedPart(node: number): PagePart | null; outOf(at: number): PagePart | null }> {
  /** What the parts below the headline's own holders call themselves; null where they say nothing of the kind. */
  const namedPart = (node: number): PagePart | null => {
    const chain = above(node).filter((one) => !holders.has(one) && !/^(?:html|body)\b/.test(label(one)));
    for (const one of chain.reverse()) {
      const said = label(one);
      const part = partNames.find(([, pattern]) => pattern.test(said))?.[0];
      if (part === 'foot' && (ofPost.test(said) || label(nodes[one]?.[0] ?? -1).startsWith('article'))) continue;
      if (part) return part;
      if (said.startsWith('header') && !chain.some((other) => label(other).startsWith('article'))) return 'navigation';
    }
    return null;
  };
  const sideways = (line: PageLine) => {
    if (!headline) return false;
    const [x, , width] = headline.box;
    return line.box[0] >= x + width || line.box[0] + line.box[2] <= x;
  };
  const listed = (at: number) => {
    const item = above(lines[at]?.node ?? -1).find((one) => /^li\b/.test(label(one)) && !holders.has(one));
    if (item === undefined) return false;
    return lines.slice(Math.max(0, at - 3), at + 4).some((one) => one.linked >= 8 && above(one.node).includes(item));
  };
  const inBook = (at: number) => {
    const line = lines[at];
    const parent = nodes[line?.node ?? -1]?.[0];
    return lines
      .slice(Math.max(0, at - 6), at + 7)
      .some((one) => bookWords.test(one.text) && (one === line || nodes[one.node]?.[0] === parent) && one.length < 40);
  };
  const known = new Map<number, PagePart | null>();
  const outOf = (at: number): PagePart | null => {
    const line = lines[at];
    if (!line) return null;
    const before = known.get(at);
    if (before !== undefined) return before;
    const under = at > 0 && lines[at - 1]?.text === '' && pictureWords.test(line.text);
    const part =
      namedPart(line.node) ??
      (sideways(line) ? 'side' : listed(at) ? 'list' : inBook(at) ? 'box' : under ? 'caption' : null);
    known.set(at, part);
    return part;
  };
  return { namedPart, outOf };
}

/** Finds the headline and says of every line and element where it stands. */
export function mapOf(page: PageLines, titles: readonly string[]): PageMap {
  const { nodes, lines } = page;
  const above = (node: number): number[] => {
    const chain: number[] = [];
    for (let at = node; at >= 0; at = nodes[at]?.[0] ?? -1) chain.push(at);
    return chain;
  };
  const label = (node: number) => nodes[node]?.[1] ?? '';
  const headlineAt = headlineOf(lines, titles, (node) => above(node).map(label));
  const headline = lines[headlineAt] ?? null;
  const holders = new Set(headline ? above(headline.node) : []);
  const { namedPart, outOf } = partsOutside(page, headline, holders, { above, label });

  const own = lines.map((_, at) => at).filter((at) => lines[at]?.text !== '' && outOf(at) === null);
  const behind = own.filter((at) => at > headlineAt);
  const proseAt = behind.filter((at) => {
    const line = lines[at];
    return line !== undefined && isProse(line, headline ? 90 : 50);
  });
  const [first = Infinity, second = Infinity] = proseAt;
  const firstProse = lines[first];
  // The lowest element that holds both: what a story ends with lies in it too.
  const story = headline && firstProse ? above(firstProse.node).find((one) => holders.has(one) && one >= 0) : undefined;
  const comments = lines.findIndex((_, at) => at > headlineAt && outOf(at) === 'comments');
  const last = proseAt
    .filter(
      (at) => (comments < 0 || at < comments) && (story === undefined || above(lines[at]?.node ?? -1).includes(story)),
    )
    .at(-1);
  const head = new Set(behind.filter((at) => at < first).slice(0, headLines));
  const lead = new Set(behind.filter((at) => at > first && at < second).slice(0, headLines));
  const end = new Set(
    behind
      .filter((at) => last !== undefined && at > last && at >= second && (comments < 0 || at < comments))
      .filter((at) => story === undefined || above(lines[at]?.node ?? -1).includes(story))
      .slice(0, endLines),
  );
  const over = new Set(
    headline
      ? own.filter((at) => at < headlineAt && headline.box[1] - (lines[at]?.box[1] ?? 0) <= farAbove).slice(-aboveLines)
      : [],
  );
  return {
    headlineAt,
    partOf: (at, node) => {
      if (at === null) return 'unseen';
      const out = outOf(at) ?? namedPart(node);
      if (out) return out;
      if (head.has(at)) return 'head';
      if (over.has(at)) return 'above';
      if (lead.has(at)) return 'lead';
      if (end.has(at)) return 'end';
      return at >= first ? 'story' : 'elsewhere';
    },
  };
}

/** The line that says what the title says, a heading before any other; else the first great heading; -1: none. */
function headlineOf(
  lines: readonly PageLine[],
  titles: readonly string[],
  labels: (node: number) => readonly string[],
): number {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const said = titles.map(plain).filter((title) => title !== '');
  let best: { at: number; score: number } | null = null;
  lines.forEach((line, at) => {
    const text = plain(line.text);
    if (text.length < 2 || line.length > 300) return;
    const chain = labels(line.node);
    const level = chain
      .slice(0, 4)
      .map((one) => /^h([1-4])\b/.exec(one)?.[1])
      .find((one) => one !== undefined);
    const titled = /title|headline/.test(chain[0] ?? '');
    const match = Math.max(
      0,
      ...said.map((title) =>
        title.includes(text) ? text.length / title.length : text.includes(title) ? title.length / text.length : 0,
      ),
    );
    const aside = chain.some((one) => /^(?:aside|nav|footer|head)\b|crumb|menu|related|comment/.test(one));
    const heading = level === undefined ? (titled ? 0.3 : 0) : 0.7 - Number(level) * 0.1;
    if (match < 0.25 && level !== '1') return;
    const score = match + heading - (aside ? 1 : 0) - at / 100_000;
    if (heading === 0 && match < 0.5) return;
    if (score > 0.3 && (!best || score > best.score)) best = { at, score };
  });
  return (best as { at: number } | null)?.at ?? -1;
}
