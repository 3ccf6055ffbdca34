import { when, type Statement } from './statement.ts';
import type { Facts } from '../reading/stored-facts.ts';

type Quoting = Readonly<{
  stated?: Readonly<{ links: readonly Readonly<{ item: string; side: string; passage: string | null }>[] }>;
  exhibits?: readonly Readonly<{
    item: string;
    marks?: readonly Readonly<{ words?: string }>[];
    summary?: string;
    purpose?: string;
    media?: Readonly<{ cites?: string }>;
  }>[];
}>;

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** What a text puts in the quotation marks of Chinese and English typesetting, and titles. */
const marked = (text: string): readonly string[] =>
  [...text.matchAll(/“([^“”]+)”|《([^《》]+)》|「([^「」]+)」/gu)].map(([, ...groups]) => groups.find(Boolean) ?? '');

/** Words that the catalogue, the claims map, the media schedule, the chronology or a link of the spread quotes from a filed exhibit, whose page says them outside of any mark. */
function quotesOnPages({ entries, exhibits, looks, manifest, order, links, plan }: Facts): boolean {
  const last = (act: string) => entries.findLast((entry) => entry.act === act)?.value as Quoting | undefined;
  const arranged = last('exhibits-set')?.exhibits ?? [];
  const quoted = [
    ...(last('claims-set')?.stated?.links ?? []).flatMap(({ item, side, passage }) =>
      side === 'support' && passage !== null ? [{ item, words: passage }] : [],
    ),
    ...arranged.flatMap(({ item, media, summary = '', purpose = '' }) =>
      [media?.cites ?? '', ...marked(summary), ...marked(purpose)]
        .filter((words) => words.trim().length > 1)
        .map((words) => ({ item, words })),
    ),
    ...links.flatMap(({ decided, citing, basis }) =>
      decided === 'confirmed' ? marked(basis).map((words) => ({ item: citing, words })) : [],
    ),
    ...plan.chronology.flatMap(({ what, items = [] }) =>
      items.flatMap((item) => marked(what).map((words) => ({ item, words }))),
    ),
    ...(manifest.report === undefined ? [] : (order?.obligations ?? [])).flatMap((one) =>
      (one.kind === 'stop' ? one.places.map(({ words }) => words) : [one.words]).flatMap((words) =>
        exhibits.map(({ record }) => ({ item: record.item, words })),
      ),
    ),
  ];
  return quoted.some(({ item, words }) => {
    const marks = arranged.find((one) => one.item === item)?.marks ?? [];
    const text = looks.find(({ record }) => record.item === item)?.text ?? '';
    const filed = exhibits.some(({ record }) => record.item === item);
    return (
      filed && bare(text).includes(bare(words)) && !marks.some((mark) => bare(mark.words ?? '').includes(bare(words)))
    );
  });
}

/** Amber frames around quoted words. */
export const quotedFrames: Statement = {
  id: 'frames-quoted',
  zh: '橙框为叠加显示，标示本册引用或查找的文字，不写入所存文件。',
  en: 'Amber frames are drawn over the pictures around words that this bundle quotes or looks for, and are not part of any stored file.',
  rests: 'claims-set, exhibits-set, text',
  holds: when(quotesOnPages),
};
