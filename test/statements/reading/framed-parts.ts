import { spawnSync } from 'node:child_process';

/** A red frame over a picture of a page, in pixels of that picture from its upper left corner. */
export type FramedPart = { x: number; y: number; width: number; height: number };

/** Frames over pictures that are drawn whole behind a clip, by the drawing orders of a page as qpdf shows them; in their order. */
export function framedParts(pdf: string, page: number): FramedPart[] {
  const shown = (...words: readonly string[]) =>
    spawnSync('qpdf', [...words, pdf], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const { pages } = JSON.parse(shown('--json=2', '--json-key=pages').stdout) as Readonly<{
    pages: readonly Readonly<{
      contents: readonly string[];
      images: readonly Readonly<{ name: string; width: number }>[];
    }>[];
  }>; // as the manual of qpdf has it
  const own = pages[page - 1];
  const widthOf = new Map(own?.images.map(({ name, width }) => [name, width]));
  const orders = (own?.contents ?? [])
    .map(
      (object) =>
        shown(`--show-object=${object.replace(/ R$/u, '').replace(' ', ',')}`, '--filtered-stream-data').stdout,
    )
    .join('\n');
  const number = '(-?[\\d.]+)';
  const drawn = new RegExp(
    `q ${number} 0 0 ${number} ${number} ${number} cm (/\\S+) Do Q|0\\.84 0\\.1 0\\.1 RG [\\d.]+ w ${number} ${number} ${number} ${number} re S`,
    'gu',
  );
  let picture = { left: 0, top: 0, scale: 1 };
  return [...orders.matchAll(drawn)].flatMap((found): FramedPart[] => {
    const at = (index: number) => Number(found[index]);
    const name = found[5];
    if (name !== undefined) {
      picture = { left: at(3), top: at(4) + at(2), scale: at(1) / (widthOf.get(name) ?? 1) };
      return [];
    }
    const { left, top, scale } = picture;
    const box = { x: at(6) - left, y: top - at(7) - at(9), width: at(8), height: at(9) };
    return [{ x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale }];
  });
}
