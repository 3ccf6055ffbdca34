import { Parser } from 'htmlparser2';

/** Elements that begin a line of their own. */
const block =
  /^(?:address|article|blockquote|br|caption|dd|div|dl|dt|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|title|tr|ul)$/;
/** Elements whose content is no text to read. */
const unread = new Set(['script', 'style', 'title', 'template']);
/** Elements that show nothing by themselves. */
const plain =
  /^(?:a|article|b|base|big|body|br|center|col|colgroup|div|em|font|footer|head|header|hr|html|i|main|meta|o:p|p|section|small|span|strong|style|table|tbody|td|th|thead|title|tr|u)$/;
/** What makes an element or a style draw something. */
const draws = /url\s*\(|content\s*:|:\/\//i;

/** An element within a style: the style was not closed, or holds what a reader of another kind shows. */
const element = /<\/?[a-z]/i;

/** What an HTML mail says, and what of it is not words. */
export type HtmlWords = Readonly<{
  words: string;
  /** Pictures that it places, and those of them that do not lie in the mail but on a server. */
  pictures: number;
  remote: number;
  /** Nothing in it but elements that show nothing by themselves: a mail left empty by its sender. */
  bare: boolean;
}>;

/** The text of an HTML mail alone. */
export const htmlText = (html: string): string => readHtml(html).words;

/**
 * Reads an HTML mail: block by block, cells of a row apart, the address of a link behind its words where they say
 * something else, for a picture the words that stand for it. No style is applied: what a style hides is shown, since a
 * sender can hide words with it.
 */
export function readHtml(html: string): HtmlWords {
  const text: string[] = []; // pieces, never empty: one long string would be copied at each look at its end
  const add = (piece: string) => {
    if (piece !== '') text.push(piece);
  };
  const beginsLine = () => text.at(-1)?.endsWith('\n') ?? true;
  let skipped = 0;
  let inStyle = false;
  const found = { pictures: 0, remote: 0, bare: true };
  let link: Readonly<{ href: string; from: number }> | null = null;
  const newLine = () => {
    if (!beginsLine()) add('\n');
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (unread.has(name)) skipped += 1;
        inStyle = name === 'style';
        if (!isPlain(name, attributes)) found.bare = false;
        if (name === 'img') {
          found.pictures += 1;
          if (isRemote(attributes['src'])) found.remote += 1;
          const alt = attributes['alt']?.trim() ?? '';
          if (alt !== '' && skipped === 0) add(`[IMG: ${alt}]`);
        }
        if (name === 'br') add('\n');
        else if (block.test(name)) newLine();
        if ((name === 'td' || name === 'th') && !beginsLine()) add('\t');
        if (name === 'li') add('• ');
        if (name === 'a' && attributes['href'] !== undefined) link = { href: attributes['href'], from: text.length };
      },
      ontext: (words) => {
        if (skipped > 0 && (inStyle ? draws.test(words) || element.test(words) : words.trim() !== ''))
          found.bare = false;
        if (skipped === 0) add(words.replace(/[ \t\r\n\f]+/g, ' '));
      },
      // Outlook shows what stands in `<!--[if mso]>`; what any other hides, its sender may have seen.
      oncomment: (words) => {
        if (words.trim() !== '') found.bare = false;
      },
      onclosetag: (name) => {
        if (unread.has(name)) skipped = Math.max(0, skipped - 1);
        if (name === 'a' && link) {
          const said = text.slice(link.from).join('').trim();
          if (/^(?:https?|mailto):/i.test(link.href) && said !== link.href && `mailto:${said}` !== link.href)
            add(` <${link.href}>`);
          link = null;
        }
        if (name !== 'br' && block.test(name)) newLine();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const words = text
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { ...found, words, bare: found.bare && skipped === 0 };
}

/** An element that shows nothing by itself, and whose style draws nothing. */
function isPlain(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const styled = `${attributes['style'] ?? ''}${attributes['background'] ?? ''}`;
  return plain.test(name) && !draws.test(styled);
}

/** The picture lies on a server, not in the mail. */
const isRemote = (address = ''): boolean => /^\s*(?:https?:)?\/\//i.test(address);
