import { outlookWords } from '../../../../shared/messages/kinds/outlook.ts';
import { textPages } from '../../text-pages.ts';
import { type FileKind, format } from '../file-kind.ts';

/** A mail as Outlook saves it. */
export const outlookKind: FileKind = {
  name: 'outlook',
  words: outlookWords,
  // The properties of the message itself ([MS-OXMSG] §2.4): a mail that is only embedded in another file has them deeper.
  tells: (_head, { ole }) =>
    ole?.has('__properties_version1.0') ? format('application/vnd.ms-outlook', 'msg', ['oft']) : null,
  ownEndings: ['msg'],
  contradicts: true,
  carries: true,
  makePages: (file) => textPages('intake/kinds/outlook/outlook-child', file),
};
