import { regionSchema, type Region } from '../../../../shared/case/exhibit.ts';

/** `40, 120, 300, 24`: a part of a picture as people write and read it, device pixels. */
export const partText = ({ x, y, width, height }: Region): string => [x, y, width, height].join(', ');

/** The parts that lines of text name, and the first line that names none. Empty lines count for nothing. */
export function parseParts(text: string): Readonly<{ parts: readonly Region[]; wrong: string | null }> {
  const parts: Region[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [x, y, width, height, ...more] = line
      .split(/[,，\s]+/)
      .filter((one) => one !== '')
      .map(Number);
    const parsed = regionSchema.safeParse({ x, y, width, height });
    if (!parsed.success || more.length > 0) return { parts, wrong: line.trim() };
    parts.push(parsed.data);
  }
  return { parts, wrong: null };
}
