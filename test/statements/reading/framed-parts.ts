import { spawnSync } from 'node:child_process';

/** A red frame over a picture of a page, in pixels of that picture from its upper left corner. */
export type FramedPart = { x: number; y: number; width: number; height: number };
/** What a page does not show of a picture at its sides, in pixels of it. */
export type LeftOut = { left: number; right: number };

/** A clip, the picture that is drawn behind it, and a red frame, in the orders of a page. */
const number = '(-?[\\d.]+)';
const drawn = new RegExp(
  [
    `q ${number} ${number} ${number} ${number} re W n`,
    `q ${number} 0 0 ${number} ${number} ${number} cm (/\\S+) Do Q`,
    `0\\.84 0\\.1 0\\.1 RG [\\d.]+ w ${number} ${number} ${number} ${number} re S`,
  ].join('|'),
  'gu',
);

const shownBy =
  (pdf: string) =>
  (...words: readonly string[]): string =>
    spawnSync('qpdf', [...words, pdf], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;

/** Points from the top of a page to where its first picture begins: what is found in it is no text of the page. */
export function pictureTop(pdf: string, page: number): number {
  const shown = shownBy(pdf);
  const { pages } = JSON.parse(shown('--json=2', '--json-key=pages')) as Readonly<{
    pages: readonly Readonly<{ object: string; contents: readonly string[] }>[];
  }>; // as the manual of qpdf has it
  const { object = '', contents = [] } = pages[page - 1] ?? {};
  const showing = (ref: string) => `--show-object=${ref.replace(/ R$/u, '').replace(' ', ',')}`;
  const [, high = '0'] = /\/MediaBox\s*\[\s*\S+\s+\S+\s+\S+\s+([\d.]+)/u.exec(shown(showing(object))) ?? [];
  const orders = contents.map((one) => shown(showing(one), '--filtered-stream-data')).join('\n');
  const tops = [...orders.matchAll(new RegExp(`q ${number} ${number} ${number} ${number} re W n`, 'gu'))];
  return Number(high) - Math.max(...tops.map((found) => Number(found[2]) + Number(found[4])));
}

/** Pictures that are drawn whole behind a clip, and frames over them, by the drawing orders of a page as qpdf shows them; in their order. */
export function drawnParts(pdf: string, page: number): Readonly<{ framed: FramedPart[]; leftOut: LeftOut[] }> {
  const shown = shownBy(pdf);
  const { pages } = JSON.parse(shown('--json=2', '--json-key=pages')) as Readonly<{
    pages: readonly Readonly<{
      contents: readonly string[];
      images: readonly Readonly<{ name: string; width: number }>[];
    }>[];
  }>; // as the manual of qpdf has it
  const own = pages[page - 1];
  const widthOf = new Map(own?.images.map(({ name, width }) => [name, width]));
  const orders = (own?.contents ?? [])
    .map((object) => shown(`--show-object=${object.replace(/ R$/u, '').replace(' ', ',')}`, '--filtered-stream-data'))
    .join('\n');
  let clip = { left: 0, width: 0 };
  let picture = { left: 0, top: 0, scale: 1 };
  const all = { framed: [] as FramedPart[], leftOut: [] as LeftOut[] };
  for (const found of orders.matchAll(drawn)) {
    const at = (index: number) => Number(found[index]);
    const [name, isClip] = [found[9], found[1] !== undefined];
    if (isClip) clip = { left: at(1), width: at(3) };
    else if (name !== undefined) {
      const wide = widthOf.get(name) ?? 1;
      picture = { left: at(7), top: at(8) + at(6), scale: at(5) / wide };
      const left = (clip.left - picture.left) / picture.scale;
      all.leftOut.push({ left, right: wide - left - clip.width / picture.scale });
    } else {
      const { left, top, scale } = picture;
      const box = [at(10) - left, top - at(11) - at(13), at(12), at(13)] as const;
      const [x, y, width, height] = box.map((one) => one / scale) as [number, number, number, number];
      all.framed.push({ x, y, width, height });
    }
  }
  return all;
}
