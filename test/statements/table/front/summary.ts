import type { Part } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { passagesOf, statedElements, type MatrixRow } from '../arranged/matrix-rows.ts';
import { citedWith, citing, pageSaying, word } from '../arranged/tables.ts';
import { publicationSaid, timesPrinted } from './times.ts';

const trueElements = ['basis', 'truth', 'falsehood'];
const askedElements = ['measures', 'remedy'];
const mostCited = 5;

/** Page one of a bundle, part by part: who said what, where and when; what is true; what is asked. */
export function summaryParts(facts: Facts): readonly Part[] {
  const said = keyed(facts);
  const [stated, asked] = [withFact(facts, trueElements), withFact(facts, askedElements)];
  const heading = (zh: string, en: string): Part => ({ id: 'heading', rests: '', text: word(facts, zh, en) });
  const recoded = facts.manifest.images.some(({ derived }) => derived !== undefined);
  return [
    heading('要点', 'Summary'),
    { id: 'parties', rests: 'facts.applicants, facts.respondents', text: partiesOf(facts) },
    ...(said.length === 0 ? [] : [heading('所载原文', 'What was said')]),
    ...said.map(([about, words]): Part => ({
      id: 'said',
      rests: 'marks, media, startedAt',
      text: saidOf(facts, about, words),
    })),
    ...(stated.length === 0 ? [] : [heading('所主张的事实', 'Facts relied on')]),
    ...stated.map((row): Part => ({ id: 'true', rests: 'elements, claims, exhibits', text: factOf(facts, row) })),
    ...(asked.length === 0 ? [] : [heading('请求事项', 'Relief sought')]),
    ...asked.map(({ fact }): Part => ({ id: 'asked', rests: 'elements, claims', text: withoutBlanks(fact ?? '') })),
    {
      id: 'summary-note',
      rests: 'manifest.images',
      text: word(facts, recoded ? noteRecoded[0] : note[0], recoded ? noteRecoded[1] : note[1]),
    },
  ];
}

const note = [
  '本页文字取自提交人的编排及其主张；截图按比例取自所存画面，红框为编制人所加。',
  'The text is the party’s own, from its arrangement and claims. Cut-outs are scaled parts of the stored pictures; red frames are the compiler’s.',
] as const;
const noteRecoded = [
  '本页文字取自提交人的编排及其主张；截图按比例取自所存画面或其压缩件（见压缩图片清单），红框为编制人所加。',
  'The text is the party’s own, from its arrangement and claims. Cut-outs are scaled parts of the stored pictures or of their smaller copies (see the list of recoded pictures); red frames are the compiler’s.',
] as const;

function partiesOf(facts: Facts): string {
  const { applicants = [], respondents = [] } = facts.stated;
  const side = (zh: string, en: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [`${word(facts, zh, en)}${word(facts, '：', ':')}${names.join(word(facts, '、', ',')).replace(/\s/gu, '')}`];
  return [...side('申请人', 'Applicant', applicants), ...side('被申请人', 'Respondent', respondents)].join('·');
}

/** Exhibits with words that somebody marked as key, each with those that its own text has. */
const keyed = (facts: Facts): readonly (readonly [StoredExhibit, string])[] =>
  facts.exhibits.flatMap((about) =>
    (about.stated?.marks ?? []).flatMap(({ kind, words }) =>
      kind === 'key' && words !== undefined && pageSaying(facts, about.number, words) !== undefined
        ? [[about, words] as const]
        : [],
    ),
  );

function saidOf(facts: Facts, about: StoredExhibit, words: string): string {
  const { outlet = '', author = '' } = about.stated?.media ?? {};
  const published = publicationSaid(about);
  return [
    citedWith(facts, [about.record.item], () => [words]),
    withoutBlanks([outlet, author].filter((one) => one.trim() !== '').join('·')),
    withoutBlanks(about.stated?.title ?? ''),
    published === null
      ? timesPrinted(facts, about, true)
      : `${word(facts, '发布：', 'Published:')}${withoutBlanks(published)}`,
  ].join('');
}

/** Points of the picture that a frame stands off what it is around. */
const around = 6;

/** Whether the red frames of page one stand, one each and in their order, around the lines that have the words. */
export function framesFit(facts: Facts): boolean {
  const said = keyed(facts);
  if (said.length !== facts.framed.length) return false;
  return said.every(([{ record }, words], at) => {
    const frame = facts.framed[at];
    const scale = record.view?.scale ?? 1;
    const look = facts.looks.find((one) => one.record.item === record.item);
    const line = look?.lines.find(({ text }) => withoutBlanks(text).includes(withoutBlanks(words)));
    if (!frame || !line) return false;
    const isNear = (one: number, other: number) => Math.abs(one - other * scale) <= around * scale;
    const begins = isNear(frame.y, line.y) && frame.x >= (line.x - around) * scale;
    const ends = isNear(frame.y + frame.height, line.bottom) && frame.x + frame.width <= (line.right + around) * scale;
    return begins && ends;
  });
}

const withFact = (facts: Facts, ids: readonly string[]): readonly MatrixRow[] =>
  statedElements(facts).filter(({ id, fact }) => ids.includes(id) && (fact ?? '').trim() !== '');

/** A fact, and the exhibits that show it: those whose words are above only where there is no other. */
function factOf(facts: Facts, { id, fact, items }: MatrixRow): string {
  const above = new Set(keyed(facts).map(([{ record }]) => record.item));
  const others = items.filter((item) => !above.has(item));
  const cited = (others.length > 0 ? others : items).slice(0, mostCited);
  const lines = cited.flatMap((item) => {
    const passages = passagesOf(facts, id, item);
    if (passages.length === 0) return [citedWith(facts, [item])];
    const number = facts.exhibits.find(({ record }) => record.item === item)?.number ?? '';
    return passages.map((passage) => {
      const page = pageSaying(facts, number, passage);
      const where = page === undefined ? citedWith(facts, [item]) : citing(facts, number, String(page));
      return `${where}${word(facts, '：', ':')}“${withoutBlanks(passage)}”`;
    });
  });
  return [withoutBlanks(fact ?? ''), ...lines].join('');
}
