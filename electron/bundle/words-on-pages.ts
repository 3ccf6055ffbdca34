import { findMarks, findWords } from '../../shared/page/find-words.ts';
import { tiledPicturesOf, type TiledPicture } from '../../shared/plan/pictures/slices.ts';
import type { Region } from '../../shared/case/exhibit.ts';
import { printAreaOf } from './layout.ts';
import type { BundleExhibit } from './model.ts';
import { picturesFor, rollingPiecesIn } from './pages/exhibit/exhibit-pictures.ts';
import type { Sheet } from './sheet.ts';

/** A sheet by its place in the bundle, and how far down on it something stands, in points. */
type Found = Readonly<{ at: number; down: number }>;

/**
 * Where the pages of an exhibit show words, by where they were measured in its picture, or read on the pages of its
 * document; where they are said more than once, at the place that a person marked. Null where that is not known. @param sheets all of the bundle, in order
 */
export function wordsOnPages(sheets: readonly Sheet[], exhibit: BundleExhibit, words: string): Found | null {
  const own = sheets.flatMap((sheet, at) => (sheet.exhibit?.index === exhibit.index ? [{ sheet, at }] : []));
  const artifacts = picturesFor(exhibit);
  const pictures = tiledPicturesOf(artifacts);
  const onPicture = (picture: TiledPicture | undefined, region: Region | undefined): Found | null => {
    const begins = picture?.tiles[0]?.sha256;
    if (begins === undefined || !region) return null;
    for (const { sheet, at } of own) {
      const { shows, size } = sheet;
      if (shows?.picture.tiles[0]?.sha256 !== begins || region.y < shows.from || region.y >= shows.to) continue;
      return { at, down: printAreaOf(size).y + shows.top + (region.y - shows.from) * shows.scale };
    }
    return null;
  };
  const runs = exhibit.words();
  const marks = exhibit.exhibit.marks ?? [];
  const [first] = findWords(runs, words, findMarks(runs, marks));
  const inFirst = onPicture(pictures[0], first);
  if (inFirst) return inFirst;
  const pieces = rollingPiecesIn(artifacts, pictures);
  for (const [piece, runs] of pieces.length > 0 ? exhibit.rollingWords() : []) {
    const marked = marks.flatMap((mark) => (mark.words === undefined ? [] : findWords(runs, mark.words)));
    const found = onPicture(pieces[piece - 1], findWords(runs, words, marked)[0]);
    if (found) return found;
  }
  for (const [page, runs] of exhibit.pageWords()) {
    if (findWords(runs, words).length === 0) continue;
    const found = own.find(({ sheet }) => sheet.documentPage?.page === page);
    if (found) return { at: found.at, down: printAreaOf(found.sheet.size).y };
    const picture = onPicture(pictures[page - 1], findWords(runs, words)[0]);
    if (picture) return picture;
  }
  return null;
}
