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
/** One part, or several from the top down, each with where it is in the picture. */
const region = { zh: 'x\\d+、y\\d+、宽\\d+、高\\d+像素', en: 'x\\d+,y\\d+,width\\d+,height\\d+px' };
const forms = {
  zh: new RegExp(
    `^${title}${words}${overlay}。完整页面见(?:第(?<range>[\\d–]+)页|下方)；(?:本图|以下(?<count>\\d+)幅自上而下)取自整页画面的(?<regions>${region.zh}(?:；${region.zh})*)处，按网页显示尺寸的(?<zoom>[\\d.]+)倍绘出(?<rest>，其间的画面此处未列)?。$`,
    'u',
  ),
  en: new RegExp(
    `^${title}${words}${overlay}\\.(?:Forthefullcaptureseepages?(?<range>[\\d–]+)|Thefullcapturestandsbelow);(?:thispartis|fromthetopdown,(?<count>\\d+)partsbelow)at(?<regions>${region.en}(?:;${region.en})*)ofthefull-pagepicture,drawnat(?<zoom>[\\d.]+)times(?:its|their)sizeonthepage(?<rest>;whatstandsbetweenisnotshownhere)?\\.$`,
    'u',
  ),
};

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
/** Where the whole is, in the place of its pages, where it stands under its part. */
const below = 'below';
/** What is shown around marked words, in CSS pixels. */
const around = 48;

/** Marks that are shown enlarged, in their order. */
const enlarged = ({ stated }: StoredExhibit): readonly StoredMark[] =>
  (stated?.marks ?? []).filter(({ kind }) => kind !== 'frame');

const keyOf = (facts: Facts, about: StoredExhibit, { kind, words: said }: StoredMark): string => {
  const own = facts.manifest.pages.filter(({ exhibit }) => String(exhibit) === about.number);
  const pages = own.filter(({ kind: page }) => page === 'exhibit').map(({ page }) => page);
  const [from, to] = [pages[0], pages.at(-1)];
  const isBelow = own.some(({ kind: page }) => page === 'key-and-whole');
  const range = isBelow ? below : from === to ? String(from) : `${from}–${to}`;
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
  const kind = /关键|Key/u.test(found['kind'] ?? '') ? 'key' : 'detail';
  const said = [about.number, kind, found['words'] ?? '', found['range'] ?? below].join('|');
  const borne = keyNotesOf(facts);
  holding.add(paper, 'key-note', 'marks, manifest.pages', text, [said], borne);
  const boxes = (found['regions'] ?? '').split(/[;；]/u).flatMap(boxOf);
  const counted = boxes.length === Number(found['count'] ?? 1) && boxes.length > 1 === (found['rest'] !== undefined);
  const mark = enlarged(about).find((one) => keyOf(facts, about, one) === said);
  const fits = mark !== undefined && counted && areCutFrom(facts, about, mark, boxes);
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

/** A region as it is written: its four numbers. */
function boxOf(written: string): readonly Box[] {
  const [x, y, width, height] = (written.match(/\d+/gu) ?? []).map(Number);
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? []
    : [{ x, y, width, height }];
}

/**
 * Of a region the part is that with what stands around it. Of words: parts one below the other in the picture, the last of
 * which holds a line with the words; none cuts a line of text at its top or foot, and at its sides only what stands beside them.
 */
function areCutFrom(facts: Facts, { record }: StoredExhibit, mark: StoredMark, cuts: readonly Box[]): boolean {
  const scale = record.view?.scale ?? 1;
  const { width: wide = 0, height: high = 0 } = record.picture ?? {};
  const inside = cuts.every(({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= wide && y + height <= high);
  const last = cuts.at(-1);
  if (!inside || !last) return false;
  const { region, words: said } = mark;
  const margin = around * scale;
  if (said === undefined && region)
    return (
      cuts.length === 1 &&
      isNear(last.y, Math.max(0, region.y - margin)) &&
      isNear(last.y + last.height, Math.min(high, region.y + region.height + margin)) &&
      isNear(last.x, Math.max(0, region.x - margin)) &&
      isNear(last.x + last.width, Math.min(wide, region.x + region.width + margin))
    );
  const look = facts.looks.find((one) => one.record.item === record.item);
  const lines = (look?.lines ?? []).map(({ x, right, y, bottom, text }) => ({
    ...{ left: x * scale, right: right * scale, top: y * scale, bottom: bottom * scale },
    says: withoutBlanks(text).includes(withoutBlanks(said ?? ' ')),
  }));
  const apart = cuts.every((cut, at) => at === 0 || cut.y >= (cuts[at - 1]?.y ?? 0) + (cuts[at - 1]?.height ?? 0));
  const holds = lines.some(({ says, top, bottom }) => says && top >= last.y - 1 && bottom <= last.y + last.height + 1);
  const whole = cuts.every((cut) =>
    lines.every(({ left, right, top, bottom }) => {
      const beside = right <= cut.x + 1 || left >= cut.x + cut.width - 1;
      const over = bottom <= cut.y + 1 || top >= cut.y + cut.height - 1;
      return beside || over || (top >= cut.y - 1 && bottom <= cut.y + cut.height + 1);
    }),
  );
  return apart && holds && whole;
}

/** How large the page's pictures are drawn against their size on the web page, from dots an inch as another program counts them. */
function zoomsOf(facts: Facts, { record }: StoredExhibit, page: number): readonly string[] {
  const pointsOnPage = 0.75 / (record.view?.scale ?? 1);
  return (facts.drawn[page] ?? []).flatMap((ppi) =>
    [ppi - 0.5, ppi, ppi + 0.5].map((one) => (72 / one / pointsOnPage).toFixed(1)),
  );
}
