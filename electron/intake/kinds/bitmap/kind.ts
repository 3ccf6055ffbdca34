import { type FileKind, format } from '../file-kind.ts';
import { latin } from '../heads.ts';
import { bitmapPages } from './bitmap-pages.ts';

/** A picture of Windows. */
export const bitmapKind: FileKind = {
  name: 'bitmap',
  words: null,
  // Two letters are too few to tell; the size in the header must not be smaller than its own headers.
  tells: (head) =>
    latin(head, 0, 2) === 'BM' && head.length > 26 && (head[14] ?? 0) >= 12 && (head[15] ?? 1) === 0
      ? format('image/bmp', 'bmp', ['dib'])
      : null,
  ownEndings: ['bmp'],
  contradicts: false,
  carries: false,
  makePages: bitmapPages,
};
