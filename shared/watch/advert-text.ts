/**
 * The visible text of advertisements in a page's document, where the document marks them by class, id or label. It
 * reads what a browser serialised (`outerHTML`): attributes stand in double quotes, void elements have no end. One pass
 * over the text; a mark on an element that is never closed counts to the end of what holds it.
 */
export function advertTextOf(dom: string): string {
  const tag = /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"]|"[^"]*")*)>/g;
  const open: { name: string; marked: boolean }[] = [];
  const texts: string[] = [];
  let marked = 0;
  let from = 0;
  let silent: string | null = null;
  for (let found = tag.exec(dom); found; found = tag.exec(dom)) {
    const [whole, closing, rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    if (marked > 0 && silent === null) texts.push(dom.slice(from, found.index));
    from = found.index + whole.length;
    if (silent !== null) {
      if (closing !== '' && name === silent) silent = null;
      continue;
    }
    if (closing !== '') {
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) marked -= open.splice(at).filter((one) => one.marked).length;
    } else if (name === 'script' || name === 'style') silent = name;
    else if (!voids.has(name) && open.length < deepest) {
      const one = { name, marked: isMarked(attributes) };
      open.push(one);
      if (one.marked) marked += 1;
    }
  }
  return texts.map(decoded).join('\n');
}

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** A page nested deeper than this is made to be a nuisance; its marks below are not read. */
const deepest = 2_000;
const attribute = /(?:class|id|aria-label|data-ad[a-z-]*)="([^"]*)"/gi;
const mark =
  /(^|[-_\s])(ad|ads|adv|advert|adverts|advertisement|adsbygoogle|guanggao|sponsored|tuiguang)([-_\s\d]|$)|广告|推广/i;

function isMarked(attributes: string): boolean {
  return [...attributes.matchAll(attribute)].some(([, value = '']) => mark.test(value));
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
