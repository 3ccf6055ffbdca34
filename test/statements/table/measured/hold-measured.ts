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
  zh: /^此处为整页缩略图。以下为放大印出：(?:左侧(\d+)像素、右侧(\d+)像素未印，该部分每一行均为同一种颜色)?；?(?:最下方(\d+)像素亦?未印，该部分每一行均与其上一行相同)?。完整画面见所存文件。$/u,
  en: /^Thewholepicture,small\.Belowitisenlargedwithout(?:(\d+)pxatitsleftand(\d+)pxatitsright,whereeachrowisofonecolour)?(?:,andwithout)?(?:the(\d+)pxatitsfoot,whereeachrowisliketheoneabove)?\.Thestoredfilehasthewholepicture\.$/u,
};

/**
 * What is not printed of a picture at its sides is that, as it is drawn, and has one colour in each row, and of its foot only
 * rows that are like the one above: counted in the stored pixels.
 */
function holdMargins({ paper, page, exhibit, cells: [text = ''] }: PrintedPiece, holding: Holding): void {
  const { facts } = holding;
  const found = leftOut[facts.language].exec(text);
  if (!found) holding.plain(paper, 'unclassified', text);
  else {
    const [, left = '0', right = '0', foot = '0'] = found;
    const about = facts.exhibits.find(({ number }) => number === String(exhibit));
    const isNear = (one: number, other: string) => Math.abs(one - Number(other)) <= 1;
    const drawn = facts.leftOut[page] ?? [];
    const isAsSaid = (part: (typeof drawn)[number]) => isNear(part.left, left) && isNear(part.right, right);
    // Where nothing is left out at the sides, nothing that is drawn is without them.
    const isDrawn = left === '0' && right === '0' ? drawn.length > 0 && drawn.every(isAsSaid) : drawn.some(isAsSaid);
    const fits = isDrawn && about !== undefined && isBlank(facts, about, Number(left), Number(right), Number(foot));
    const said = `${exhibit}|${left}|${right}|${foot}`;
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

function isBlank({ margins }: Facts, { record }: StoredExhibit, left: number, right: number, foot: number): boolean {
  const most = margins[record.item];
  if (most === undefined || left + right + foot === 0) return false;
  return left <= most.left && right <= most.right && foot <= most.foot;
}
