import { archiveWords } from '../../../../shared/messages/kinds/archive.ts';
import { type FileKind, format } from '../file-kind.ts';
import { archivePages } from './archive-pages.ts';
import { beginsAsTar } from './tar-members.ts';

/** Files packed in one. It is kept packed; the pages list what is in it, where it can be opened here. */
export const archiveKind: FileKind = {
  name: 'archive',
  words: archiveWords,
  signatures: [
    ['7z\xbc\xaf\x27\x1c', format('application/x-7z-compressed', '7z')],
    ['Rar!\x1a\x07', format('application/vnd.rar', 'rar')],
    ['\x1f\x8b', format('application/gzip', 'gz', ['tgz', 'warc.gz'])],
  ],
  tells: (head, { zip }) => {
    if (zip !== null) return format('application/zip', 'zip', null);
    return beginsAsTar(head) ? format('application/x-tar', 'tar') : null;
  },
  ownEndings: ['zip', '7z', 'rar', 'gz', 'tar'],
  contradicts: false,
  carries: false,
  makePages: archivePages,
};
