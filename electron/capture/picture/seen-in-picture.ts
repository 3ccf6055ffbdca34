import type { SeenBlock } from '../page/scroll.ts';
import type { ReadPositions } from '../page/text-positions.ts';

/**
 * Blocks of text that stood in the window while the page was scrolled and are gone from it, with nothing in their place:
 * rows that a list unloads. Text that changed where it stood, as a clock does, is not among them.
 *
 * @param text the page's text when its picture was taken @param words where it stands, in CSS pixels of the picture
 */
export function seenNotInPicture(
  seen: readonly SeenBlock[],
  text: string,
  { runs, origin }: Pick<ReadPositions, 'runs' | 'origin'>,
): readonly SeenBlock[] {
  const there = plain([text, ...runs.map((run) => run.text)].join('\n'));
  const gone = seen.filter((block) => !there.includes(plain(block.text)));
  if (origin === null) return gone; // where anything stands in the picture is not known
  return gone.filter(({ x, y, width, height, inside }) => {
    if (inside) return true; // where it stood is a place on the ground of its box
    const box = { x: x + origin.x, y: y + origin.y, width, height };
    return !runs.some((run) => meet(run, box));
  });
}

/** How many of the blocks a text says. */
export function countSaid(blocks: readonly SeenBlock[], text: string): number {
  const said = plain(text);
  return blocks.filter((block) => said.includes(plain(block.text))).length;
}

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** As a style sheet may show it: in other letters, with other spaces. */
const plain = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '').toLowerCase();
