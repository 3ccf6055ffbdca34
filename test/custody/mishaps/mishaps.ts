import { caseMishaps } from './cases.ts';
import { fileMishaps } from './files.ts';
import { hasProgram, type MishapSaid } from './mishap-room.ts';
import type { Mishap, MustBe } from './mishap.ts';
import { packageMishaps } from './packages.ts';
import { zipMishaps } from './zips.ts';

/** What happens to honest people on the way from one computer to another. */
export const mishaps: readonly Mishap[] = [...packageMishaps, ...zipMishaps, ...fileMishaps, ...caseMishaps];

/** Whether what was said is what must be found: one of four findings, never another. */
export function isFound({ wants, says }: Mishap, said: MishapSaid): boolean {
  return fits[wants](said) && (says === null || says.test(said.words));
}

const fits: Readonly<Record<MustBe, (said: MishapSaid) => boolean>> = {
  unaltered: ({ verdict, content }) => verdict === 'PASSED' && content === 'yes',
  'not-told': ({ verdict, content }) => verdict === 'INDETERMINATE' && content === 'unknown',
  clock: ({ verdict, content, findings }) =>
    verdict === 'INDETERMINATE' && content === 'yes' && findings.includes('wrong-in-time'),
  refused: ({ verdict, content }) => verdict !== 'PASSED' && content !== 'yes' && content !== 'no',
};

export const isOnThisComputer = ({ needs }: Mishap) => needs === null || hasProgram(needs);
