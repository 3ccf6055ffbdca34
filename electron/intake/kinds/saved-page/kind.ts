import { savedPageWords } from '../../../../shared/messages/kinds/saved-page.ts';
import { textPages } from '../../text-pages.ts';
import { noPages } from '../no-pages.ts';
import { type FileKind, format } from '../file-kind.ts';
import { beginsAsMail, textHead } from '../heads.ts';

/** A web page that somebody saved: its words, and a picture that is drawn here from the file and says so. */
export const savedPageKind: FileKind = {
  name: 'saved-page',
  words: savedPageWords,
  tells: (head) => {
    const text = textHead(head);
    if (text === null) return null;
    if (beginsAsMail(text)) {
      const saved = /^snapshot-content-location:/im.test(text);
      return saved ? format('multipart/related', 'mhtml', ['mht']) : null;
    }
    const start = withoutComments(text).slice(0, 200).toLowerCase();
    if (start.startsWith('<!doctype html') || start.startsWith('<html')) {
      return format('text/html', 'html', ['htm', 'xhtml', 'xls', 'doc']);
    }
    if (start.startsWith('<svg') || (start.startsWith('<?xml') && text.includes('<svg'))) {
      return format('image/svg+xml', 'svg');
    }
    return start.startsWith('warc/1.') ? format('application/warc', 'warc') : null;
  },
  contradicts: false,
  carries: false,
  makePages: (file) =>
    /^(?:text\/html|multipart\/related)$/.test(file.mediaType)
      ? textPages('intake/kinds/saved-page/saved-page-child', file)
      : noPages(file),
};

/** Browsers write above a page that they save where they had it from. */
function withoutComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return rest;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}
