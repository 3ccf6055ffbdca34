import { heicWords } from '../../../../shared/messages/kinds/heic.ts';
import { type FileKind, format } from '../file-kind.ts';
import { isoBrands } from '../heads.ts';
import { heicPages } from './heic-pages.ts';

/** A phone's picture in a coding that is not ours to decode: the computer's own tool draws it. */
export const heicKind: FileKind = {
  name: 'heic',
  words: heicWords,
  tells: (head) =>
    /^(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(isoBrands(head) ?? '')
      ? format('image/heic', 'heic', ['heif', 'hif'])
      : null,
  ownEndings: ['heic', 'heif'],
  contradicts: false, // one picture goes by several types
  carries: false,
  makePages: ({ mediaType, path, ledger, services }) => heicPages(mediaType, path, ledger, services),
};
