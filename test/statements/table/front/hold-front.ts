import type { Holding } from '../../holding.ts';
import type { PrintedPiece } from '../../reading/printed-papers.ts';
import { isReport } from '../after-order/hold-report.ts';
import { holdLimbs } from '../after-order/limbs.ts';
import { dividerParts } from './divider.ts';
import { framesFit, summaryParts } from './summary.ts';

/** Pages before the evidence of which every word follows from the records. */
export function holdFront(paper: string, pieces: readonly PrintedPiece[], holding: Holding): boolean {
  const { facts } = holding;
  if (paper === 'summary' && isReport(facts)) holdLimbs(pieces, holding);
  else if (paper === 'summary') {
    holding.inOrder(paper, wholeOf(pieces), summaryParts(facts));
    const fits = framesFit(facts) ? 'fits' : '-';
    holding.add(paper, 'cut-out', 'marks, text positions, frames as drawn', `${facts.framed.length}`, ['fits'], [fits]);
  } else if (paper === 'divider')
    for (const { exhibit, cells } of pieces) holding.inOrder(paper, cells.join(''), dividerParts(facts, exhibit));
  else return false;
  return true;
}

const wholeOf = (pieces: readonly PrintedPiece[]): string => pieces.map(({ cells }) => cells.join('')).join('');
