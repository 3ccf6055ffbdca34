import { textWords } from '../../../../shared/messages/kinds/text.ts';
import { textPages } from '../../text-pages.ts';
import { type FileKind, format } from '../file-kind.ts';
import { textHead } from '../heads.ts';

/** Plain text, under whatever name. */
export const textKind: FileKind = {
  name: 'text',
  words: textWords,
  tells: (head) => (textHead(head) === null ? null : format('text/plain', 'txt', null)),
  contradicts: false,
  carries: false,
  makePages: (file) => textPages('intake/kinds/text/text-child', file),
};
