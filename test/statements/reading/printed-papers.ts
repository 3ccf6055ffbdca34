import { withoutBlanks, type PrintedLine } from './printed-words.ts';

/** A piece of a paper, its words without blanks: a paragraph, a row of a label and a value, a row of a table. */
export type PrintedPiece = Readonly<{ paper: string; page: number; exhibit: number | null; cells: readonly string[] }>;

type PageOf = Readonly<{ page: number; kind: string; exhibit: number | null }>;

/** Labels above the columns of a table, in both languages: they say where each column begins. */
const heads: Readonly<Record<string, readonly string[]>> = {
  catalogue: ['编号', 'No.', 'Reference'],
  addendum: ['编号', 'No.', 'Reference'],
  'hash-list': ['编号', 'No.'],
  'file-list': ['编号', 'No.'],
  recoded: ['编号', 'No.'],
  custody: ['序号', 'Entry'],
};

/** The same above tables whose rows are told apart by the room between them. */
const spacedHeads: Readonly<Record<string, RegExp>> = {
  matrix: /^(?:要件法律依据待证事实|ElementLawFacttobeproved)/u,
  chronology: /^(?:时间事件|When|TimeEvent|DateEvent)/u,
  media: /^(?:媒体)?标题|^(?:Outlet)?Headline/u,
  spread: /^(?:来源编号|SourceNo\.)/u,
};

const axisHead = /^(?:时间.*何事编号|Date.*WhathappenedNo\.)/u;

/** Heads of the tables of a report, without blanks. */
const reportHead =
  /^(?:渠道地址状态|ChannelAddressState|渠道涉案信息|ChannelMessage|事项日期|MatterDate|日期（北京时间）状态|Date\(Beijingtime\)State)/u;

/** Pages of which every word is known beforehand. A value stands so many points behind its label. */
const whole: Readonly<Record<string, number>> = {
  summary: Infinity,
  divider: Infinity,
  trace: 128,
  comparison: Infinity,
};
const limbHead = /^(?:裁定所见编号|OrderedSeenNo\.)/u;
const compareHead = /^(?:类别前后|KindBeforeAfter)$/u;

/** Such a page as one text; the table of a report's page one and of a comparison row by row. */
function wholePage(kind: string, lines: readonly PrintedLine[]): readonly (readonly string[])[] {
  const value = whole[kind];
  if (value === undefined) return [];
  const limbs = lines.find(({ words }) => limbHead.test(textOf(words)));
  if (limbs) return tableRows(lines, columnsOf(limbs), limbs);
  const compared = lines.find(({ words }) => compareHead.test(textOf(words)));
  const rows = compared ? spacedRows(lines, compared) : labelledRows(lines, leftOf(lines) + value);
  return [[rows.map((cells) => cells.join('').replace(/^head/u, '')).join('')]];
}

/** What the pages of an exhibit say of a small whole picture, and of pictures that were drawn here: from where to where. */
const ofPages: readonly (readonly [paper: string, whole: RegExp])[] = [
  ['margins', /^(?:此处为整页缩略图|Thewholepicture,small).*$/u],
  ['drawn', /(?:此画面由本程序|所附画面由本程序|Th(?:is|e)pictures?w(?:as|ere)drawn).*?(?:可能不同。|otherssaw\.)/u],
  ['drawn', /(?:HTML引用的|TheHTMLrefersto).*?(?:文字之后。|afterthetext\.)/u],
];

/** Such sentences, each one text, however many lines it has. */
function notesOnPages(lines: readonly PrintedLine[]): readonly Readonly<{ paper: string; cells: readonly string[] }>[] {
  return together(lines)
    .map((group) => group.map(({ words }) => textOf(words)).join(''))
    .flatMap((text) =>
      ofPages.flatMap(([paper, whole]) => {
        const [found] = whole.exec(text) ?? [];
        return found === undefined ? [] : [{ paper, cells: [found] }];
      }),
    );
}

/** Points between the left margin and the value of a label. */
const valueAt: Readonly<Record<string, number>> = { cover: 150, 'technical-annex': 112, compliance: 150 };

const headIn = (kind: string, lines: readonly PrintedLine[]): PrintedLine | undefined =>
  lines.find(({ words }) => heads[kind]?.includes(words[0]?.text ?? '') === true);
const hasTable = (kind: string, lines: readonly PrintedLine[]): boolean => headIn(kind, lines) !== undefined;

export const isKey = (kind: string) => kind === 'key-page' || kind === 'key-and-whole';

/** The papers that state facts, piece by piece, in the order of their pages. @param pictureTops of key pages */
export function printedPieces(
  all: readonly PrintedLine[],
  pages: readonly PageOf[],
  pictureTops: ReadonlyMap<number, number>,
): readonly PrintedPiece[] {
  const lines = Map.groupBy(all, ({ page }) => page);
  const pieces: PrintedPiece[] = [];
  let columns: readonly number[] = [];
  const opened = new Set<number>();
  const lefts = new Map<string, number>();
  for (const { page, kind, exhibit } of pages) {
    const inside = fieldOf(lines.get(page) ?? [], kind !== 'divider');
    const above = inside.filter(({ y }) => y < (pictureTops.get(page) ?? Infinity));
    const common = { paper: isKey(kind) ? 'key-page' : kind, page, exhibit };
    pieces.push(...wholePage(kind, inside).map((cells) => ({ ...common, cells })));
    if (kind === 'exhibit' || kind === 'key-and-whole')
      pieces.push(...notesOnPages(inside).map((note) => ({ ...common, ...note })));
    if (exhibit !== null && !opened.has(exhibit) && (kind === 'exhibit' || isKey(kind))) {
      opened.add(exhibit);
      pieces.push({ ...common, paper: 'opening', cells: [openingOf(inside)] });
      if (isKey(kind)) pieces.push(...notesOfKeyPage(afterOpening(above)).map((cells) => ({ ...common, cells })));
    } else if (isKey(kind)) pieces.push(...notesOfKeyPage(above).map((cells) => ({ ...common, cells })));
    else if (kind in spacedHeads) {
      const head = inside.find(({ words }) => spacedHeads[kind]?.test(textOf(words)) === true);
      pieces.push(...spacedRows(inside, head).map((cells) => ({ ...common, cells })));
    } else if (kind === 'time-axis') {
      const head = inside.find(({ words }) => axisHead.test(textOf(words)));
      if (head) columns = columnsOf(head);
      if (head) pieces.push({ ...common, cells: ['head', ...cellsIn([head], columns)] });
      pieces.push(...tableRows(inside, columns, head).map((cells) => ({ ...common, cells })));
    } else if (kind === 'working' || (kind === 'addendum' && !hasTable(kind, inside)))
      pieces.push(
        ...headedGroups(inside).map((group) => ({
          ...common,
          cells: [group.map(({ words }) => textOf(words)).join('')],
        })),
      );
    else if (kind in heads) {
      const head = headIn(kind, inside);
      if (head) columns = columnsOf(head);
      if (head && kind === 'catalogue') pieces.push({ ...common, cells: ['head', ...cellsIn([head], columns)] });
      pieces.push(...tableRows(inside, columns, head).map((cells) => ({ ...common, cells })));
    } else if (kind === 'side-by-side')
      pieces.push(
        ...titledParts(inside)
          .flatMap(twoSides)
          .map((cells) => ({ ...common, cells })),
      );
    else if (kind in valueAt) {
      // A page may begin with what goes on from the one before, in the second column.
      const left = Math.min(leftOf(inside), lefts.get(kind) ?? Infinity);
      lefts.set(kind, left);
      const labelled = (some: readonly PrintedLine[]) => labelledRows(some, left + (valueAt[kind] ?? 0));
      const rows = (some: readonly PrintedLine[]) =>
        some.some(({ words }) => reportHead.test(textOf(words))) ? reportRows(some) : labelled(some);
      const read = kind === 'compliance' ? titledParts(inside).flatMap(rows) : labelled(inside);
      pieces.push(...read.map((cells) => ({ ...common, cells })));
    } else if (kind === 'certificate' || kind === 'verification') {
      const four = inside.map(fourColumns).find((found) => found !== null);
      if (four) columns = four;
      pieces.push(...paragraphs(inside, kind === 'certificate' ? columns : []).map((cells) => ({ ...common, cells })));
    }
  }
  return joined(pieces);
}

/** Without the running lines above and below. @param headed whether more than the number of the page is above */
function fieldOf(lines: readonly PrintedLine[], headed: boolean): readonly PrintedLine[] {
  const [top, bottom] = [Math.min(...lines.map(({ y }) => y)), Math.max(...lines.map(({ y }) => y))];
  const isAbove = ({ y, words }: PrintedLine) => y <= top + 4 && (headed || /^\d+$/u.test(textOf(words)));
  return lines.filter((line) => !isAbove(line) && line.y < bottom - 4);
}

const textOf = (words: PrintedLine['words']): string => withoutBlanks(words.map(({ text }) => text).join(''));
const leftOf = (lines: readonly PrintedLine[]): number =>
  Math.min(...lines.map(({ words }) => words[0]?.x ?? Infinity));

/** Lines that are no farther apart than the lines of one text are. */
function together(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const groups: PrintedLine[][] = [];
  let before: PrintedLine | null = null;
  for (const line of lines) {
    const near = before !== null && line.y - before.y < Math.max(line.height, before.height) * 1.17;
    if (near) groups.at(-1)?.push(line);
    else groups.push([line]);
    before = line;
  }
  return groups;
}

/** Paragraphs; a row of the table of checks has four cells, one of a blank to write on has its label. */
function paragraphs(lines: readonly PrintedLine[], columns: readonly number[]): readonly (readonly string[])[] {
  return together(lines).map((group) => {
    const begins = (at: number) =>
      group.some((line) => cellStarts(line, 4.5).some((x) => Math.abs(x - (columns[at] ?? 0)) < 1.5));
    const isRow = columns.length === 4 && begins(1) && begins(2) && begins(3);
    return isRow && !group.some((line) => fourColumns(line))
      ? cellsIn(group, columns)
      : [group.map(({ words }) => textOf(words)).join('')];
  });
}

/** Where the four columns of the table of checks begin, by its head; null: another line. */
function fourColumns(line: PrintedLine): readonly number[] | null {
  const starts = cellStarts(line, 4.5);
  const isHead = /^(?:检查项结果所见证据|CheckResultFindingExhibits)$/u.test(textOf(line.words));
  return isHead && starts.length === 4 ? starts : null;
}

/** Where the cells of a row begin: behind a gap that no blank between words is as wide as. */
function cellStarts({ words }: PrintedLine, wider = 9): readonly number[] {
  return words.flatMap(({ x }, at) => {
    const before = words[at - 1];
    return before === undefined || x - before.end > wider ? [x] : [];
  });
}

function cellsIn(lines: readonly PrintedLine[], columns: readonly number[]): readonly string[] {
  return columns.map((from, at) => {
    const to = columns[at + 1] ?? Infinity;
    return lines.map(({ words }) => textOf(words.filter(({ x }) => x >= from - 1.5 && x < to - 1.5))).join('');
  });
}

/** As `together`, but that a line in large letters stands alone: a heading is near to what it heads. */
function headedGroups(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const groups: (readonly PrintedLine[])[] = [];
  let plain: PrintedLine[] = [];
  for (const line of lines) {
    if (line.height < 15) plain.push(line);
    else {
      groups.push(...together(plain), [line]);
      plain = [];
    }
  }
  return [...groups, ...together(plain)];
}

/** Title and notes line by line, then rows that are farther apart than the lines of one. */
function spacedRows(lines: readonly PrintedLine[], head: PrintedLine | undefined): readonly (readonly string[])[] {
  const above = head ? lines.filter(({ y }) => y < head.y - 2) : lines;
  const below = head ? lines.filter(({ y }) => y > head.y + 2) : [];
  const columns = head ? columnsOf(head) : [];
  return [
    ...headedGroups(above).map((group) => [group.map(({ words }) => textOf(words)).join('')]),
    ...(head ? [['head', ...cellsIn([head], columns)]] : []),
    ...together(below).map((group) => cellsIn(group, columns)),
  ];
}

/** Which words are enlarged, from where, and where they came from: one text under the title. A picture below it has no words of its own. */
const notesOfKeyPage = (lines: readonly PrintedLine[]): readonly (readonly string[])[] =>
  lines.length === 0 ? [] : [[lines.map(({ words }) => textOf(words)).join('')]];
function afterOpening(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const last = lines.findIndex(({ words }) => /[0-9a-f]{12}…/u.test(textOf(words)));
  return lines.slice(last + 1);
}

/** What stands above the first picture of an exhibit: all lines down to that with the first letters of its record's hash. */
function openingOf(lines: readonly PrintedLine[]): string {
  const last = lines.findIndex(({ words }) => /[0-9a-f]{12}…/u.test(textOf(words)));
  return lines
    .slice(0, last + 1)
    .map(({ words }) => textOf(words))
    .join('');
}

function labelledRows(lines: readonly PrintedLine[], value: number): readonly (readonly string[])[] {
  return together(lines).map((group) => {
    const starts = group.flatMap((line) => cellStarts(line, 4.5));
    const hasValue = starts.some((x) => Math.abs(x - value) < 1.5);
    const all = group.map(({ words }) => textOf(words)).join('');
    if (!hasValue) return [all];
    return cellsIn(group, [-Infinity, value]);
  });
}

const columnsOf = (head: PrintedLine): readonly number[] => cellStarts(head, 4.5);

/** Rows of a table: each begins where its first column has words. */
function tableRows(
  lines: readonly PrintedLine[],
  columns: readonly number[],
  head: PrintedLine | undefined,
): readonly (readonly string[])[] {
  const [first = 0] = columns;
  const rows: PrintedLine[][] = [];
  const before = lines.filter(({ y }) => head !== undefined && y < head.y - 2);
  const below = lines.filter((line) => head === undefined || line.y > head.y + 2);
  for (const line of below) {
    const begins = Math.abs((line.words[0]?.x ?? 0) - first) < 1.5;
    if (begins || rows.length === 0) rows.push([line]);
    else rows.at(-1)?.push(line);
  }
  return [
    ...together(before).map((group) => [group.map(({ words }) => textOf(words)).join('')]),
    ...rows.map((row) => cellsIn(row, columns)),
  ];
}

/** Several tables on a page: each begins with its title, in large letters. */
function titledParts(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const isLarge = (line: PrintedLine | undefined) => (line?.height ?? 0) > 18;
  const begins = lines.flatMap((line, at) => (isLarge(line) && !isLarge(lines[at - 1]) ? [at] : []));
  return [0, ...begins]
    .map((from, at) => lines.slice(from, begins[at] ?? lines.length))
    .filter(({ length }) => length > 0);
}

/** A table of a report: what stands above its head line by line, then its rows. A cell is one text, however many lines it has. */
function reportRows(lines: readonly PrintedLine[]): readonly (readonly string[])[] {
  const head = lines.findIndex(({ words }) => reportHead.test(textOf(words)));
  const columns = lines[head] ? columnsOf(lines[head]) : [];
  return [
    ...lines.slice(0, head).map(({ words }) => [textOf(words)]),
    ...lines.slice(head + 1).map((line) => cellsIn([line], columns)),
  ];
}

/** Title and note, then the two sides: what names each, and what it says of the pictures below. */
function twoSides(lines: readonly PrintedLine[]): readonly (readonly string[])[] {
  const labels = lines.findIndex((line) =>
    /^(?:涉案信息澄清|MessageindisputeClarification)$/u.test(textOf(line.words)),
  );
  const columns = lines[labels] ? columnsOf(lines[labels]) : [];
  return [
    ...lines.slice(0, labels).map(({ words }) => [textOf(words)]),
    ...lines.slice(labels, labels + 1).map((line) => cellsIn([line], columns)),
    cellsIn(lines.slice(labels + 1), columns),
  ];
}

/** A paragraph that a page's end broke goes on at the top of the next page. */
function joined(pieces: readonly PrintedPiece[]): readonly PrintedPiece[] {
  const all: PrintedPiece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    const [text = ''] = piece.cells;
    const open =
      before?.paper === piece.paper &&
      before.page === piece.page - 1 &&
      before.cells.length === 1 &&
      piece.cells.length === 1 &&
      piece.paper === 'certificate' &&
      (before.cells[0]?.length ?? 0) > 60 &&
      !/[。.:：]$/u.test(before.cells[0] ?? '');
    if (before && open) all.splice(-1, 1, { ...before, page: piece.page, cells: [`${before.cells[0] ?? ''}${text}`] });
    else all.push(piece);
  }
  return all;
}
