import type { Holding } from '../holding.ts';
import type { PrintedPiece } from '../reading/printed-papers.ts';
import type { Facts } from '../reading/stored-facts.ts';
import type { StoredReason, StoredRecord } from '../reading/stored-record.ts';
import { exhibitsWith, has, patternOf, withValues, type FoundParts, type Keys, type Statement } from './statement.ts';

/** What was said of a file at its import, and of the files that it carries. */
const toldOf = (record: StoredRecord): readonly StoredReason[] => [
  ...record.warnings,
  ...(record.parts ?? record.file?.parts ?? []).flatMap(({ warnings }) => warnings),
];
const valuesOf = (record: StoredRecord, code: string, param: string) => [
  ...new Set(
    toldOf(record)
      .filter((one) => one.code === code)
      .map(({ params }) => String(params?.[param])),
  ),
];
/** Of a record among whose files such a picture is. */
const drawnValues = (record: StoredRecord, code: string, param: string) =>
  has(record, 'drawn-tile') ? valuesOf(record, code, param) : [];
const eachOf =
  (code: string, param: string) =>
  (facts: Facts): Keys =>
    facts.exhibits.flatMap((exhibit) =>
      drawnValues(exhibit.record, code, param).flatMap((value) =>
        exhibitsWith(() => [value])({ ...facts, exhibits: [exhibit] }),
      ),
    );

/** Of pages that were made here from a file, by which program. */
export const drawnStatements: readonly Statement[] = [
  {
    id: 'converted-office',
    zh: '证据 {numbers}：页面由本机的{program}根据原文件生成；版面可能与原软件中所见不同',
    en: 'Exhibit(s) {numbers}: the pages were made from the original by {program} on this computer; the layout may differ from what the program that made the file shows',
    rests: 'warnings',
    says: withValues('program'),
    holds: exhibitsWith(({ record }) => {
      const [program] = valuesOf(record, 'converted-office', 'program');
      return program === undefined ? null : [program];
    }),
  },
  {
    id: 'drawn-html',
    zh: '证据 {numbers} 所含 HTML 的画面由本程序导入时以 {by} 依该文件绘制，未联网、未执行脚本，并非网页取证所得；原文件另存，列于哈希值清单。',
    en: 'Exhibit(s) {numbers}: the pictures of the HTML in [this file|these files] were drawn here at import from the file itself by {by}, nothing fetched, no script run. They were not captured from the web. The original is stored separately and is in the hash list.',
    rests: 'warnings, artifacts',
    says: withValues('by'),
    holds: eachOf('html-drawn-here', 'by'),
  },
];

type OnPage = Omit<Statement, 'says' | 'holds'> & Readonly<{ value: string; code: string; param: string }>;

/** What such pages say of themselves, and the text before them of what the pictures lack. */
const onPages: readonly OnPage[] = [
  {
    id: 'drawn-page',
    zh: '此画面由本程序依该文件中的 HTML 以 {by} 绘制：未联网、未读取任何外部内容、未执行脚本。并非网页取证所得，与他人当时所见可能不同。',
    en: 'This picture was drawn here from the HTML of the file by {by}, nothing fetched, no script run. It was not captured from the web, and may differ from what others saw.',
    ...{ rests: 'warnings', value: 'by', code: 'html-drawn-here', param: 'by' },
  },
  {
    id: 'drawn-note',
    zh: '所附画面由本程序依该文件中的 HTML 以 {by} 绘制：未联网、未读取任何外部内容、未执行脚本；并非网页取证所得，与他人当时所见可能不同。',
    en: 'The pictures were drawn here from the HTML of the file by {by}: nothing fetched, no script run. They were not captured from the web, and may differ from what others saw.',
    ...{ rests: 'warnings', value: 'by', code: 'html-drawn-here', param: 'by' },
  },
  {
    id: 'drawn-lacks',
    zh: 'HTML 引用的 {count} 个地址不在该文件中，未读取，画面中没有其内容；地址列于文字之后。',
    en: 'The HTML refers to {count} [address that is|addresses that are] not in the file. Nothing was fetched, and the pictures lack that content; the addresses are listed after the text.',
    ...{ rests: 'warnings', value: 'count', code: 'html-parts-not-fetched', param: 'count' },
  },
];

/** Sentences on the pages of exhibits that were drawn here: each is of its own exhibit, and none is left out. */
export function holdDrawn(pieces: readonly PrintedPiece[], holding: Holding): void {
  const { facts } = holding;
  const borne = ({ code, param }: OnPage): Keys => eachOf(code, param)(facts);
  for (const { paper, exhibit, cells } of pieces) {
    const [text = ''] = cells;
    const found = onPages.flatMap((one) => {
      const groups = patternOf(one[facts.language]).exec(text)?.groups as FoundParts | undefined;
      return groups ? [{ one, said: groups[one.value] ?? '' }] : [];
    })[0];
    if (!found) holding.plain(paper, 'unclassified', text);
    else holding.add(paper, found.one.id, found.one.rests, text, [`${exhibit}|${found.said}`], borne(found.one));
  }
  for (const one of onPages) holding.due('drawn', one.id, one.rests, borne(one));
}
