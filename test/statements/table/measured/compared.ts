import type { Part } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { word } from '../arranged/tables.ts';
import { toSecond } from '../front/times.ts';

type Side = Readonly<{ exhibit: StoredExhibit; lines: readonly string[] }>;
type Rows = readonly [from: number, to: number];
/** Rows of a picture that differ, or stand so near to one that does, are one place. */
const near = 24;

/** Exhibits that somebody wants compared, each with the other: the earlier one first. */
const comparedIn = (facts: Facts): readonly (readonly [owner: StoredExhibit, before: Side, after: Side])[] =>
  facts.exhibits.flatMap((owner) =>
    (owner.stated?.comparedWith ?? []).flatMap((item) => {
      const other = facts.exhibits.find(({ record }) => record.item === item);
      if (!other) return [];
      const [before = owner, after = owner] = [other, owner].sort((a, b) =>
        a.record.startedAt < b.record.startedAt ? -1 : 1,
      );
      return [[owner, sideOf(facts, before), sideOf(facts, after)] as const];
    }),
  );

function sideOf(facts: Facts, exhibit: StoredExhibit): Side {
  const text = facts.looks.find(({ record }) => record.item === exhibit.record.item)?.text ?? '';
  return {
    exhibit,
    lines: text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

/** All that is said on the pages of a comparison: who, when, which words and which rows differ. */
export function comparisonParts(facts: Facts): readonly Part[] {
  return comparedIn(facts).flatMap(([owner, before, after]) => {
    const title: Part = part(
      facts,
      'title',
      'number',
      `证据${owner.number}·两次取证的差异`,
      `Exhibit ${owner.number}·Differences between two captures`,
    );
    const rows = bandsOf(facts, before, after);
    const words = [
      before.lines.filter((line) => !after.lines.includes(line)),
      after.lines.filter((line) => !before.lines.includes(line)),
    ] as const;
    const cells = words.map((lines) => withoutBlanks(lines.join('')) || '–').join('');
    const isEdited = words.some((lines) => lines.length > 0);
    const named = (one: Side) => `${one.exhibit.record.item.slice(0, 13)}${toSecond(one.exhibit.record.startedAt)}`;
    const of = ({ exhibit: { number, record } }: Side) =>
      `${word(facts, `证据${number}`, `Exhibit ${number}`)}·${withoutBlanks(record.url ?? '')}`;
    return [
      title,
      part(facts, 'before', 'number, url', `前：${of(before)}`, `Before:${of(before)}`),
      part(facts, 'after', 'number, url', `后：${of(after)}`, `After:${of(after)}`),
      part(
        facts,
        'sides',
        'item, startedAt',
        `前：${named(before)}；后：${named(after)}`,
        `before:${named(before)};after:${named(after)}`,
      ),
      ...(isEdited ? [] : [part(facts, 'none-in-text', 'text', '文字无差异', 'no difference in the text')]),
      ...(rows.length > 0
        ? []
        : [part(facts, 'none-in-picture', 'picture', '画面逐行相同', 'the pictures are identical, row by row')]),
      part(facts, 'heading', '', '类别前后', 'KindBeforeAfter'),
      ...(isEdited ? [part(facts, 'edited', 'text', `文字改动${cells}`, `text edit${cells}`)] : []),
      ...rows.map(([from, to]) => {
        const both = word(facts, `画面第${from}–${to}行`, `rows ${from}–${to} of the picture`).repeat(2);
        return part(facts, 'rows', 'pixels', `改动(文字改动)${both}`, `changed (text edit)${both}`);
      }),
      ...(rows.length > 0 ? [title] : []),
      ...rows.flatMap(([from, to]) => [
        part(
          facts,
          'band',
          'pixels',
          `画面第${from}–${to}行（前）；第${from}–${to}行（后）`,
          `rows ${from}–${to} of the picture before, ${from}–${to} after`,
        ),
        shownSide(facts, '前', 'Before', before),
        shownSide(facts, '后', 'After', after),
      ]),
    ];
  });
}

const part = (facts: Facts, id: string, rests: string, zh: string, en: string): Part => ({
  id,
  rests,
  text: word(facts, zh, en),
});

function shownSide(facts: Facts, zh: string, en: string, { exhibit: { number } }: Side): Part {
  const [from, to] = facts.manifest.exhibits.find((one) => one.number === number)?.pages ?? [0, 0];
  const pages = from === to ? String(from) : `${from}–${to}`;
  return part(
    facts,
    'shown',
    'number, manifest.pages',
    `${zh}·证据${number}·${pages}`,
    `${en}·Exhibit ${number}·${pages}`,
  );
}

/** Places that differ, from the pixels themselves. */
function bandsOf(facts: Facts, before: Side, after: Side): readonly Rows[] {
  const rows = facts.differing[`${before.exhibit.record.item} ${after.exhibit.record.item}`] ?? [];
  const bands: [number, number][] = [];
  for (const row of rows) {
    const last = bands.at(-1);
    if (last && row - last[1] <= near) last[1] = row;
    else bands.push([row, row]);
  }
  return bands;
}
