import { ofdWords } from '../../../../shared/messages/kinds/ofd.ts';
import { textPages } from '../../text-pages.ts';
import { type FileKind, format } from '../file-kind.ts';

/** A document of the Chinese standard for fixed layout: invoices, papers of courts and authorities. */
export const ofdKind: FileKind = {
  name: 'ofd',
  words: ofdWords,
  tells: (_head, { zip }) => (zip?.includes('OFD.xml') ? format('application/ofd', 'ofd') : null),
  ownEndings: ['ofd'],
  contradicts: true,
  carries: true,
  makePages: (file) => textPages('intake/kinds/ofd/ofd-child', file),
};
