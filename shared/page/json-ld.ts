/** A fact of JSON-LD: the property and its text. */
export type LinkedFact = Readonly<{ property: string; value: string }>;

type Node = Readonly<Record<string, unknown>>;

const article = /(Article|Posting|Report|Page)$/;
const wanted = ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'image', 'inLanguage'] as const;
const mostNodes = 500;

/** By which a node is known to speak of the page that it is on. */
export type OwnPage = Readonly<{ titles: readonly string[]; addresses: readonly string[] }>;

/**
 * What the JSON-LD blocks of a page say of the page itself: of its articles and pages at the top (or in `@graph`), not of
 * the articles that it lists; an article of another address and another headline is none of its own. Where two say different
 * things of one property, neither is taken.
 */
export function linkedFacts(blocks: readonly string[], page?: OwnPage): readonly LinkedFact[] {
  const nodes = blocks.flatMap((block) => topNodes(parsed(block))).slice(0, mostNodes);
  const about = nodes
    .filter((node) => typesOf(node).some((type) => article.test(type)))
    .filter((node) => page === undefined || isOwn(node, nodes, page));
  const articles = about.filter((node) => typesOf(node).some((type) => !type.endsWith('Page')));
  const facts: LinkedFact[] = [];
  for (const property of wanted) {
    const said = (some: readonly Node[]) => [
      ...new Set(some.map((node) => textOf(node[property], nodes)).filter((value) => value !== '')),
    ];
    const ofArticles = said(articles);
    const values = ofArticles.length > 0 ? ofArticles : said(about);
    if (values.length === 1 && values[0] !== undefined) facts.push({ property, value: values[0] });
  }
  const sites = new Set(
    nodes.filter((node) => typesOf(node).includes('WebSite')).map((node) => textOf(node['name'], nodes)),
  );
  const [site] = sites;
  if (sites.size === 1 && site) facts.push({ property: 'WebSite name', value: site });
  return facts;
}

/** Of the page's address, or of its headline; one that says neither can be of no other page. */
function isOwn(node: Node, nodes: readonly Node[], { titles, addresses }: OwnPage): boolean {
  const urls = [node['url'], node['mainEntityOfPage'], node['@id']]
    .flatMap((value) => (isNode(value) ? [value['@id'], value['url']] : [value]))
    .flatMap((value) => (typeof value === 'string' && /^https?:/.test(value) ? [bare(value)] : []));
  if (urls.some((url) => addresses.some((address) => bare(address) === url))) return true;
  const headline = letters(textOf(node['headline'] ?? node['name'], nodes));
  const said = titles.map(letters).filter((title) => title !== '');
  if (headline === '') return urls.length === 0 || addresses.length === 0;
  return (
    said.length === 0 ||
    said.some((title) => title.includes(headline) || headline.includes(title) || alike(title, headline))
  );
}

/** An address without what two ways of writing it differ in. */
const bare = (address: string) =>
  address
    .replace(/^https?:\/\/(?:www\.|m\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Half of the pairs of letters of the shorter are in the longer: another wording of one headline. */
function alike(one: string, other: string): boolean {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
  const [a, b] = [pairs(one), pairs(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared >= Math.min(a.size, b.size) / 2 && shared > 3;
}

function parsed(block: string): unknown {
  try {
    // Some pages wrap it in a comment or in CDATA, as if it were XHTML.
    const bare = block
      .trim()
      .replace(/^(?:<!--|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
      .replace(/(?:-->|(?:\/\/)?\]\]>)$/, '');
    return JSON.parse(bare);
  } catch {
    return null; // broken JSON-LD says nothing
  }
}

function topNodes(value: unknown): readonly Node[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.filter(isNode).flatMap((node) => {
    const graph = node['@graph'];
    return Array.isArray(graph) ? [node, ...(graph as readonly unknown[]).filter(isNode)] : [node];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): readonly string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? (type as readonly unknown[]) : [type];
  return types.filter((one) => typeof one === 'string').map((one) => one.split('/').at(-1) ?? one);
}

/** A value in words: a text, the name or address of a thing, several joined by a comma. */
function textOf(value: unknown, nodes: readonly Node[], depth = 0): string {
  if (typeof value === 'string') return value.trim().slice(0, 2_000);
  if (Array.isArray(value) && depth < 3) {
    const all = (value as readonly unknown[]).slice(0, 20).map((one) => textOf(one, nodes, depth + 1));
    return all.filter((one) => one !== '').join(', ');
  }
  if (!isNode(value) || depth > 2) return '';
  const id = value['@id'];
  const named = value['name'] ?? value['url'];
  if (named !== undefined) return textOf(named, nodes, depth + 1);
  const referred = typeof id === 'string' ? nodes.find((node) => node['@id'] === id && node !== value) : undefined;
  return referred ? textOf(referred['name'] ?? referred['url'], nodes, depth + 1) : '';
}
