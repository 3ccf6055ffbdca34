import { outlookWords } from '../../../../shared/messages/kinds/outlook.ts';
import { textPages } from '../../text-pages.ts';
import { type FileKind, format } from '../file-kind.ts';
import { oleStreams } from '../heads.ts';

/** A mail as Outlook saves it. */
export const outlookKind: FileKind = {
  name: 'outlook',
  words: outlookWords,
  tells: (head) => {
    const has = oleStreams(head);
    return has && (has('__properties_version') || has('__substg1.0_'))
      ? format('application/vnd.ms-outlook', 'msg', ['oft'])
      : null;
  },
  ownEndings: ['msg'],
  contradicts: true,
  carries: true,
  makePages: (file) => textPages('intake/kinds/outlook/outlook-child', file),
};
