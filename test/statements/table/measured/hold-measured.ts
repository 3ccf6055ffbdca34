import type { Holding } from '../../holding.ts';
import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { comparisonParts } from './compared.ts';
import { traceParts } from './traced.ts';

/** Pages that say what was measured in archives and pictures. */
export function holdMeasured(paper: string, pieces: readonly PrintedPiece[], holding: Holding): boolean {
  const { facts } = holding;
  if (paper === 'trace') {
    const wanted = facts.exhibits.flatMap((about) =>
      (about.stated?.traces ?? []).map((words) => [about, words] as const),
    );
    holding.inOrder(
      paper,
      wholeOf(pieces),
      wanted.flatMap(([about, words]) => traceParts(facts, about, words)),
    );
  } else if (paper === 'comparison') holding.inOrder(paper, wholeOf(pieces), comparisonParts(facts));
  else if (paper === 'margins') for (const piece of pieces) holdMargins(piece, holding);
  else return false;
  return true;
}

const wholeOf = (pieces: readonly PrintedPiece[]): string => pieces.map(({ cells }) => cells.join('')).join('');

const leftOut = {
  zh: /^此处为整页缩略图。以下为放大印出：左侧(\d+)像素、右侧(\d+)像素未印，该部分每一行均为同一种颜色。完整画面见所存文件。$/u,
  en: /^Thewholepicture,small\.Belowitisenlargedwithout(\d+)pxatitsleftand(\d+)pxatitsright,whereeachrowisofonecolour\.Thestoredfilehasthewholepicture\.$/u,
};

/** What is not printed of a picture at its sides is that, as it is drawn, and has one colour in each row: counted in the stored pixels. */
function holdMargins({ paper, page, exhibit, cells: [text = ''] }: PrintedPiece, holding: Holding): void {
  const { facts } = holding;
  const found = leftOut[facts.language].exec(text);
  if (!found) holding.plain(paper, 'unclassified', text);
  else {
    const [, left = '', right = ''] = found;
    const about = facts.exhibits.find(({ number }) => number === String(exhibit));
    const isNear = (one: number, other: string) => Math.abs(one - Number(other)) <= 1;
    const isDrawn = facts.leftOut[page]?.some((part) => isNear(part.left, left) && isNear(part.right, right)) === true;
    const fits = isDrawn && about !== undefined && isBlank(facts, about, Number(left), Number(right));
    const said = `${exhibit}|${left}|${right}`;
    holding.add(
      paper,
      'margins-left-out',
      'pixels of the picture, the picture as drawn',
      text,
      [said],
      fits ? [said] : ['-'],
    );
  }
}

function isBlank({ margins }: Facts, { record }: StoredExhibit, left: number, right: number): boolean {
  const most = margins[record.item];
  return most !== undefined && left <= most.left && right <= most.right && left + right > 0;
}
