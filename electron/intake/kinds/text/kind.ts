import { textWords } from '../../../../shared/messages/kinds/text.ts';
import { textPages } from '../../text-pages.ts';
import { type FileKind, format } from '../file-kind.ts';
import { isText } from '../../charset/is-text.ts';

/** Plain text, under whatever name. */
export const textKind: FileKind = {
  name: 'text',
  words: textWords,
  tells: (head) => (isText(head) ? format('text/plain', 'txt', null) : null),
  contradicts: false,
  carries: false,
  makePages: (file) => textPages('intake/kinds/text/text-child', file),
};
