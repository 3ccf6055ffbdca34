import type { IndexEntry } from '../../../shared/document-index/read-index.ts';

/** Which file of the folder a row means: the one, none, or more than one that it could be. */
export type Match =
  | Readonly<{ entry: IndexEntry; found: 'file'; file: string }>
  | Readonly<{ entry: IndexEntry; found: 'nothing' }>
  | Readonly<{ entry: IndexEntry; found: 'several'; files: readonly string[] }>;

/**
 * Finds each row's file: by the name that the row gives, with or without folder and ending; else by its number at the
 * beginning of a name (`88A letter.pdf`); else by its title as the name. Letters' case and Unicode composition do not
 * count. A name that fits several files is said, never guessed.
 *
 * @param files paths within the folder, with `/`
 */
export function matchFiles(entries: readonly IndexEntry[], files: readonly string[]): readonly Match[] {
  const named = files.map((file) => ({
    file,
    path: plain(file),
    name: plain(lastOf(file)),
    stem: plain(stemOf(file)),
  }));
  type Named = (typeof named)[number];
  const claimed = new Set(
    entries.flatMap(({ file }) => (file === '' ? [] : [plain(file.replace(/\\/g, '/').replace(/^\.\//, ''))])),
  );
  const pick = (tests: readonly ((one: Named) => boolean)[]): readonly string[] => {
    for (const test of tests) {
      const fit = named.filter(test);
      if (fit.length > 0) return fit.map(({ file }) => file);
    }
    return [];
  };
  return entries.map((entry): Match => {
    const wanted = plain(entry.file.replace(/\\/g, '/').replace(/^\.\//, ''));
    const number = plain(entry.number);
    const title = plain(entry.title);
    const free = ({ path, name }: Named) => !claimed.has(path) && !claimed.has(name);
    const fit =
      wanted === ''
        ? pick([
            (one) => number !== '' && free(one) && beginsWithNumber(one.stem, number),
            (one) => title !== '' && free(one) && one.stem === title,
          ])
        : pick([
            ({ path }) => path === wanted,
            ({ path }) => path.endsWith(`/${wanted}`),
            ({ name }) => name === lastOf(wanted),
            ({ stem }) => stem === lastOf(wanted),
          ]);
    const [file] = fit;
    if (file === undefined) return { entry, found: 'nothing' };
    return fit.length === 1 ? { entry, found: 'file', file } : { entry, found: 'several', files: fit };
  });
}

/** `88a letter` begins with 88A, not with 88 or 8. Leading zeros of the file's number do not count. */
function beginsWithNumber(stem: string, number: string): boolean {
  const bare = stem.replace(/^0+(?=\d)/, '');
  const wanted = number.replace(/^0+(?=\d)/, '');
  return bare.startsWith(wanted) && !/^[\p{L}\p{N}]|^[-.]\d/u.test(bare.slice(wanted.length));
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const stemOf = (path: string): string => lastOf(path).replace(/\.[A-Za-z0-9]{1,5}$/, '');
/** For comparison alone: nothing that is stored or shown is changed. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim();
