import { type FileKind, format } from '../file-kind.ts';
import { beginsAsMail, textHead } from '../heads.ts';

/** A web page that somebody saved, or a part of one: drawing it anew would show what nobody saw. */
export const savedPageKind: FileKind = {
  name: 'saved-page',
  words: null,
  tells: (head) => {
    const text = textHead(head);
    if (text === null) return null;
    if (beginsAsMail(text)) {
      const saved = /^snapshot-content-location:/im.test(text);
      return saved ? format('multipart/related', 'mhtml', ['mht']) : null;
    }
    const start = text.trimStart().slice(0, 200).toLowerCase();
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
  makePages: null,
};
