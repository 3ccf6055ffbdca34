import { Parser } from 'htmlparser2';

/** Elements that begin a line of their own. */
const block =
  /^(?:address|article|blockquote|br|caption|dd|div|dl|dt|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|title|tr|ul)$/;
/** Elements whose content is no text to read. */
const unread = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'math']);

/**
 * The text of an HTML mail: block by block, cells of a row apart, the address of a link behind its words where they say
 * something else. No style is applied: what a style hides is shown, since a sender can hide words with it.
 */
export function htmlText(html: string): string {
  let text = '';
  let skipped = 0;
  let link: Readonly<{ href: string; from: number }> | null = null;
  const newLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (unread.has(name)) skipped += 1;
        if (name === 'br') text += '\n';
        else if (block.test(name)) newLine();
        if (name === 'td' || name === 'th') text += text.endsWith('\n') || text === '' ? '' : '\t';
        if (name === 'li') text += '• ';
        if (name === 'a' && attributes['href'] !== undefined) link = { href: attributes['href'], from: text.length };
      },
      ontext: (words) => {
        if (skipped === 0) text += words.replace(/[ \t\r\n\f]+/g, ' ');
      },
      onclosetag: (name) => {
        if (unread.has(name)) skipped = Math.max(0, skipped - 1);
        if (name === 'a' && link) {
          const said = text.slice(link.from).trim();
          if (/^(?:https?|mailto):/i.test(link.href) && said !== link.href && `mailto:${said}` !== link.href)
            text += ` <${link.href}>`;
          link = null;
        }
        if (name !== 'br' && block.test(name)) newLine();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
