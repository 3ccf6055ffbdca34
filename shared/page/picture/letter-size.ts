import type { TextRun } from '../text-positions.ts';

/** The share of a page's letters that may be smaller than what is called its text: notes, counters, a foot line. */
const smallest = 0.2;
/** Fewer letters say nothing of the text of a page. */
const fewest = 20;
/** A letter of the writing of China is as wide as it is high; of others, over a line, about half. */
const wide = 1;
const narrow = 0.5;
/** A line's box is this many times as high as its letters' size at most. */
const loosest = 1.5;

/**
 * The size of a page's text, in the unit of its runs: four fifths of the letters are at least so large. By how wide their
 * lines are for their letters, within what their height allows. Null where there is too little text.
 */
export function textSizeOf(runs: readonly TextRun[]): number | null {
  const sizes: (readonly [size: number, letters: number])[] = [];
  let all = 0;
  for (const { text, width, height, letters } of runs) {
    const count = text.length;
    const column = letters?.way === 'down' || letters?.way === 'up';
    let ems = 0;
    for (let at = 0; at < count; at++) ems += text.charCodeAt(at) >= firstWide ? wide : narrow;
    if (ems === 0) continue;
    const long = column ? height : width;
    const across = column ? width : height;
    sizes.push([Math.max(across / loosest, Math.min(across, long / ems)), count]);
    all += count;
  }
  if (all < fewest) return null;
  sizes.sort(([one], [other]) => one - other);
  let passed = 0;
  for (const [size, count] of sizes) {
    passed += count;
    if (passed > all * smallest) return size;
  }
  return null;
}

/** From here on in Unicode letters are about as wide as they are high. */
const firstWide = 0x2e80;
