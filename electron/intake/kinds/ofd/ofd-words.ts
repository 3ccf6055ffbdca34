import { local, readXml } from '../../office/office-parts.ts';
import type { OfdPackage } from './ofd-package.ts';

/** Words that a text object draws, and where its baseline begins: millimetres from the page's upper left corner. */
type TextAt = Readonly<{ text: string; x: number; y: number }>;

/** What a page draws beside words. */
export type OfdDrawn = { pictures: number; paths: number };

const mostObjects = 200_000;

/** Baselines that are nearer than this stand on one line, in millimetres: less than the smallest letters that are read. */
const sameLine = 1.2;

/**
 * The words of a page in lines, from top to bottom and left to right, by where its text objects begin (GB/T 33190-2016
 * §11.2, §11.3). What it draws else is counted in `drawn`.
 *
 * @param at the page's content as a member of the package
 */
export function ofdPageWords(
  files: OfdPackage,
  at: string,
  templates: ReadonlyMap<string, string | null>,
  drawn: OfdDrawn,
): string {
  const xml = files.text(at) ?? '';
  const under: string[] = [];
  readXml(xml, {
    onopentag: (tag, attributes) => {
      const template = local(tag) === 'Template' ? templates.get(attributes['TemplateID'] ?? '') : undefined;
      if (template && under.length < 10) under.push(template);
    },
  });
  const texts = [...under.map((one) => files.text(one) ?? ''), xml].flatMap((one) => textsIn(one, drawn));
  return inLines(texts);
}

function textsIn(xml: string, drawn: OfdDrawn): readonly TextAt[] {
  const found: TextAt[] = [];
  let object: Readonly<{ x: number; y: number }> | null = null;
  let code: { x: number; y: number; text: string } | null = null;
  readXml(xml, {
    onopentag: (tag, attributes) => {
      const name = local(tag);
      if (name === 'ImageObject') drawn.pictures += 1;
      if (name === 'PathObject') drawn.paths += 1;
      if (name === 'TextObject') {
        const [x = 0, y = 0] = numbers(attributes['Boundary']);
        object = { x, y };
      }
      if (name === 'TextCode') {
        const [[x = 0], [y = 0]] = [numbers(attributes['X']), numbers(attributes['Y'])];
        code = { x: (object?.x ?? 0) + x, y: (object?.y ?? 0) + y, text: '' };
      }
    },
    ontext: (text) => {
      if (code) code.text += text;
    },
    onclosetag: (tag) => {
      if (local(tag) === 'TextObject') object = null;
      if (local(tag) !== 'TextCode' || !code) return;
      const { x, y, text } = code;
      if (text.trim() !== '' && found.length < mostObjects) found.push({ x, y, text: text.replace(/\s+/g, ' ') });
      code = null;
    },
  });
  return found;
}

const numbers = (list = ''): readonly number[] => list.trim().split(/\s+/).map(Number).filter(Number.isFinite);

function inLines(texts: readonly TextAt[]): string {
  const sorted = [...texts].sort((a, b) => a.y - b.y);
  const lines: TextAt[][] = [];
  for (const one of sorted) {
    const line = lines.at(-1);
    if (line && one.y - (line[0]?.y ?? 0) < sameLine) line.push(one);
    else lines.push([one]);
  }
  return lines
    .map((line) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text.trim())
        .join('  '),
    )
    .join('\n');
}
