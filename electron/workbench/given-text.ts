import { readRegular } from '../casefile/files/regular-file.ts';

/** A text file that a person names, without the mark of its encoding. Links are followed. @throws NotRegular or a system error */
export const givenText = (path: string): string =>
  readRegular(path, 'followed')
    .toString('utf8')
    .replace(/^\ufeff/, '');
