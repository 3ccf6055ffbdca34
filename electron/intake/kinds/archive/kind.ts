import { type FileKind, format } from '../file-kind.ts';
import { zipNames } from '../heads.ts';

/** Files packed in one. It is kept packed. */
export const archiveKind: FileKind = {
  name: 'archive',
  words: null,
  signatures: [
    ['7z\xbc\xaf\x27\x1c', format('application/x-7z-compressed', '7z')],
    ['Rar!\x1a\x07', format('application/vnd.rar', 'rar')],
    ['\x1f\x8b', format('application/gzip', 'gz', ['tgz', 'warc.gz'])],
  ],
  tells: (head) => (zipNames(head) === null ? null : format('application/zip', 'zip', null)),
  ownEndings: ['zip', '7z', 'rar', 'gz'],
  contradicts: false,
  carries: false,
  makePages: null,
};
