import type { Text } from '../../../../shared/language.ts';
import { bracketed, labelled, sayToUser, type FiledWords, type UserWords } from '../../../../shared/language.ts';
import { forUser } from '../../../../shared/text.ts';
import { printAreaOf } from '../../layout.ts';
import { sealInk } from '../../pdf/canvas.ts';
import { forOwnTeam } from '../../model.ts';
import type { Page } from '../../sheet.ts';
import { gap, heading, paragraph, partTitle, type Block } from '../blocks/flow.ts';
import { flowPages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  working1: { 'zh-CN': '一、未列入的证据及理由', en: '1. Items not listed, with reasons' },
  working2: { 'zh-CN': '二、已接受的问题及理由', en: '2. Problems accepted, with reasons' },
  working3: { 'zh-CN': '三、尚未解决的问题', en: '3. Open problems' },
  working4: { 'zh-CN': '四、笔记', en: '4. Notes' },
  working5: { 'zh-CN': '五、草稿', en: '5. Drafts' },
  workingAnswers: { 'zh-CN': '六、质证预演的答复', en: '6. Answers to the challenge check' },
  workingPart: { 'zh-CN': '工作记录（不得提交）', en: 'Working papers (not for filing)' },
  unlisted: { 'zh-CN': '未排除亦未列入', en: 'neither excluded nor listed' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 工作记录: what only those who work on the case may read. A filing has none of it. */
export const working = pageKind({
  kind: 'working',
  part: null,
  words,
  laidOut: 'once',
  bookmark: ({ t }) => t('workingPart'),
  when: (model) => model.working !== null,
  plan: workingPages,
});

function workingPages(model: Own): readonly Page[] {
  const { t, fonts, layout, language, working } = model;
  if (!working) return [];
  const { width } = printAreaOf(layout.portrait);
  const { plan, leftOut, notes, problems } = working;
  const own = (words: UserWords) => forOwnTeam(working, words);
  const section = (title: string, lines: readonly FiledWords[]): readonly Block[] => [
    gap(12),
    ...heading(title, width, { size: 10.5 }, fonts),
    ...(lines.length === 0 ? [t('none')] : lines).flatMap((line) => [
      gap(3),
      ...paragraph(line, width, { size: 8.8 }, fonts),
    ]),
  ];
  // An answer to an attack says what it answers; one to a problem stands beside the problem.
  const answers = plan.accepted.flatMap(({ code, where, reason, finding }) =>
    finding === undefined
      ? []
      : [
          labelled(
            `[${code}] ${where ?? '*'}`,
            `${own(sayToUser(forUser({ finding }).finding, language))} — ${reason}`,
            language,
          ),
        ],
  );
  const blocks = [
    ...partTitle(t('workingPart'), width, { size: 17, colour: sealInk }, fonts),
    ...section(
      t('working1'),
      leftOut.map(({ item, title, reason }) =>
        labelled(bracketed(title, item, language), reason ?? t('unlisted'), language),
      ),
    ),
    ...section(
      t('working2'),
      problems.flatMap(({ code, where, message, accepted }) =>
        accepted === null ? [] : [labelled(`[${code}] ${where}`, `${own(message)} — ${accepted}`, language)],
      ),
    ),
    ...section(
      t('working3'),
      problems.flatMap(({ code, where, message, accepted }) =>
        accepted === null ? [labelled(`[${code}] ${where}`, own(message), language)] : [],
      ),
    ),
    ...section(t('working4'), [
      ...plan.notes,
      ...notes.map(({ number, notes: text }) => labelled(`${t('exhibit')} ${number}`, own(text), language)),
    ]),
    ...section(
      t('working5'),
      plan.drafts.map(({ title, text }) => labelled(title, text, language)),
    ),
    ...(answers.length === 0 ? [] : section(t('workingAnswers'), answers)),
  ];
  return flowPages(blocks, layout.portrait, t('workingPart'));
}
