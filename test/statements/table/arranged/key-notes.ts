import { isRecodedIn } from '../changes.ts';
import { beginsSource, dueSource, holdSourceLine } from '../measured/source-lines.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import type { StoredMark } from '../../reading/stored-record.ts';
import type { Holding } from '../../holding.ts';

const title = '(?:(?:证据|Exhibit)[^·]+·)?(?<kind>关键页|局部放大|Keypage|Enlargeddetail)';
const words =
  '(?:(?:涉案文字(?:（红框含有这些文字，也可能含有同一行的其他文字）)?：|Wordsindispute(?:\\(theredframescontainthemandmaycontainotherwordsofthesamelines\\))?:)“(?<words>.*?)”)?';
const overlay =
  '(?<overlay>红框为叠加显示，画面按比例缩放，所存画面文件未改动|Theredframeisdrawnoverthepicture,whichisscaled;thestoredpicturefileisunchanged|红框为叠加显示，画面按比例缩放；其中经重新编码的图块见“压缩图片清单”|Theredframeisdrawnoverthepicture,whichisscaled;itstilesthatwererecodedareinthelistofrecodedpictures)';
const forms = {
  zh: new RegExp(
    `^${title}${words}${overlay}。完整页面见第(?<range>[\\d–]+)页；本图取自整页画面的x(?<x>\\d+)、y(?<y>\\d+)、宽(?<width>\\d+)、高(?<height>\\d+)像素处，按网页显示尺寸的(?<zoom>[\\d.]+)倍绘出。$`,
    'u',
  ),
  en: new RegExp(
    `^${title}${words}${overlay}\\.Forthefullcaptureseepages?(?<range>[\\d–]+);thispartisatx(?<x>\\d+),y(?<y>\\d+),width(?<width>\\d+),height(?<height>\\d+)pxofthefull-pagepicture,drawnat(?<zoom>[\\d.]+)timesitssizeonthepage\\.$`,
    'u',
  ),
};

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
/** What is shown around marked words, in CSS pixels. */
const around = 48;

/** Marks that are shown enlarged, in their order. */
const enlarged = ({ stated }: StoredExhibit): readonly StoredMark[] =>
  (stated?.marks ?? []).filter(({ kind }) => kind !== 'frame');

const keyOf = (facts: Facts, about: StoredExhibit, { kind, words: said }: StoredMark): string => {
  const isFull = ({ kind: page, exhibit }: Facts['manifest']['pages'][number]) =>
    page === 'exhibit' && String(exhibit) === about.number;
  const pages = facts.manifest.pages.filter(isFull).map(({ page }) => page);
  const [from, to] = [pages[0], pages.at(-1)];
  const range = from === to ? String(from) : `${from}–${to}`;
  return [about.number, kind === 'key' ? 'key' : 'detail', withoutBlanks(said ?? ''), range].join('|');
};

/** Title, words and note above an enlarged part: whose, which words, where the whole is, and from where it was cut. */
export function holdKeyNote({ paper, exhibit, page, cells }: PrintedPiece, holding: Holding): void {
  const { facts } = holding;
  const [text = '', ...sources] = (cells[0] ?? '').split(beginsSource);
  const about = facts.exhibits.find(({ number }) => number === String(exhibit));
  const found = forms[facts.language].exec(text)?.groups;
  if (!about || !found) {
    holding.plain(paper, 'unclassified', text);
    return;
  }
  const number = (name: string) => Number(found[name]);
  const kind = /关键|Key/u.test(found['kind'] ?? '') ? 'key' : 'detail';
  const said = [about.number, kind, found['words'] ?? '', found['range']].join('|');
  const borne = keyNotesOf(facts);
  holding.add(paper, 'key-note', 'marks, manifest.pages', text, [said], borne);
  const box = { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  const mark = enlarged(about).find((one) => keyOf(facts, about, one) === said);
  const fits = mark !== undefined && isCutFrom(facts, about, mark, box);
  holding.add(
    paper,
    'cut-from',
    'marks, text positions, picture',
    text,
    [`${said}|fits`],
    fits ? [`${said}|fits`] : ['-'],
  );
  const recoded = /重新编码|recoded/u.test(found['overlay'] ?? '');
  const isRecoded = isRecodedIn(about.record, facts);
  holding.add(paper, 'overlay', 'manifest.images', text, [String(recoded)], [String(isRecoded)]);
  for (const line of sources) holdSourceLine(line, about, mark?.words ?? '', page, holding);
  if (mark) dueSource(about, mark.words ?? '', page, holding);
  holding.add(paper, 'zoom', 'picture as it is drawn, view', text, [found['zoom'] ?? ''], zoomsOf(facts, about, page));
}

export const keyNotesOf = (facts: Facts): readonly string[] =>
  facts.exhibits.flatMap((about) => enlarged(about).map((mark) => keyOf(facts, about, mark)));

const isNear = (one: number, other: number) => Math.abs(one - other) <= 1;

/** The part is the marked one with what stands around it, within the picture; of words it ends within their own line. */
function isCutFrom(facts: Facts, { record }: StoredExhibit, mark: StoredMark, cut: Box): boolean {
  const scale = record.view?.scale ?? 1;
  const { width: wide = 0, height: high = 0 } = record.picture ?? {};
  const margin = around * scale;
  const edges = (top: number, bottom: number) =>
    isNear(cut.y, Math.max(0, top - margin)) && isNear(cut.y + cut.height, Math.min(high, bottom + margin));
  const { region, words: said } = mark;
  if (said === undefined && region)
    return (
      edges(region.y, region.y + region.height) &&
      isNear(cut.x, Math.max(0, region.x - margin)) &&
      isNear(cut.x + cut.width, Math.min(wide, region.x + region.width + margin))
    );
  const look = facts.looks.find((one) => one.record.item === record.item);
  const line = look?.lines.find(({ text }) => withoutBlanks(text).includes(withoutBlanks(said ?? ' ')));
  if (!line) return false;
  const [left, right] = [Math.max(0, line.x * scale - margin), Math.min(wide, line.right * scale + margin)];
  return edges(line.y * scale, line.bottom * scale) && cut.x >= left - 1 && cut.x + cut.width <= right + 1;
}

/** How large the page's pictures are drawn against their size on the web page, from dots an inch as another program counts them. */
function zoomsOf(facts: Facts, { record }: StoredExhibit, page: number): readonly string[] {
  const pointsOnPage = 0.75 / (record.view?.scale ?? 1);
  return (facts.drawn[page] ?? []).flatMap((ppi) =>
    [ppi - 0.5, ppi, ppi + 0.5].map((one) => (72 / one / pointsOnPage).toFixed(1)),
  );
}
