import { type FileKind, format } from '../file-kind.ts';

/** Whatever has no pages and no family, down to what nobody knows. */
export const otherKind: FileKind = {
  name: 'other',
  words: null,
  signatures: [
    ['\x02#!SILK', format('audio/x-silk', 'silk', ['amr', 'slk', 'aud'])],
    ['SQLite format 3\0', format('application/vnd.sqlite3', 'sqlite', null)],
    ['MZ', format('application/vnd.microsoft.portable-executable', 'exe', ['dll'])],
  ],
  tells: () => format('application/octet-stream', 'bin', null),
  ownEndings: ['exe', 'dll'],
  contradicts: false,
  carries: false,
  makePages: null,
};
