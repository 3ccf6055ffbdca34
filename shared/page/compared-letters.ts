import { lettersOf } from './letters.ts';
import type { TextRun } from './text-positions.ts';

/** A letter of a run, by its number, as it is compared; `letter` null for a whole run. */
export type ComparedPiece = Readonly<{ run: TextRun; letter: number | null; text: string }>;

/**
 * Runs as words are looked for in them: letter by letter where their letters were measured and say the same one by one,
 * else whole.
 *
 * @param spell what of a text is compared, without white space
 */
export function piecesOfRuns(runs: readonly TextRun[], spell: (text: string) => string): readonly ComparedPiece[] {
  return runs.flatMap((run): readonly ComparedPiece[] => {
    const whole: ComparedPiece = { run, letter: null, text: spell(run.text) };
    const letters = lettersOf(run)?.map(({ from, to }, letter): ComparedPiece => {
      return { run, letter, text: spell(run.text.slice(from, to)) };
    });
    return letters && letters.map(({ text }) => text).join('') === whole.text ? letters : [whole];
  });
}

/** Pieces that say some words, with those between them; `begins` and `ends`: the words begin, end with a whole piece. */
export type Occurrence = Readonly<{ pieces: readonly ComparedPiece[]; begins: boolean; ends: boolean }>;

/** Each place where the pieces say the words, overlapping ones too. */
export function* occurrencesOf(pieces: readonly ComparedPiece[], wanted: string): Generator<Occurrence> {
  if (wanted === '') return;
  const owners: number[] = [];
  let all = '';
  pieces.forEach(({ text }, at) => {
    all += text;
    for (let unit = 0; unit < text.length; unit++) owners.push(at);
  });
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const [first = 0, last = -1] = [owners[at], owners[end - 1]];
    yield {
      pieces: pieces.slice(first, last + 1),
      begins: owners[at - 1] !== first,
      ends: owners[end] !== last,
    };
  }
}
