import type { AnswerName, AnswerWord, FourAnswers, AnswerGround, HeadWord } from '../../case/outcome/answers.ts';
import { answerNames } from '../../case/outcome/answers.ts';
import { bracketed, labelled, listedApart, say, type CaseLanguage, type Text } from '../../language.ts';
import { outcomeReasons } from '../reasons/outcome-reasons.ts';
import { describeReason } from '../reasons/reasons.ts';
import { outcomeName } from './outcome-names.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { stepName } from './step-names.ts';

/** What is asked of an item, in words. */
const answerNameTexts = {
  picture: { 'zh-CN': '画面', en: 'picture' },
  resources: { 'zh-CN': '资源', en: 'resources' },
  text: { 'zh-CN': '文字', en: 'text' },
  archive: { 'zh-CN': '归档', en: 'archive' },
} as const satisfies Record<AnswerName, Text>;

const answerWordTexts = {
  'not-applicable': { 'zh-CN': '不适用', en: 'not applicable' },
  whole: { 'zh-CN': '完整', en: 'whole' },
  unknown: { 'zh-CN': '无法确定', en: 'undetermined' },
  partly: { 'zh-CN': '部分', en: 'partly' },
  none: { 'zh-CN': '无', en: 'none' },
} as const satisfies Record<AnswerWord, Text>;

/** The word above the four answers. */
const headWordTexts = {
  complete: outcomeTexts.complete,
  undetermined: answerWordTexts.unknown,
  partial: outcomeTexts.partial,
  blocked: outcomeTexts.blocked,
  failed: outcomeTexts.failed,
} as const satisfies Record<HeadWord, Text>;

const notLogged: Text = { 'zh-CN': '操作日志中没有记录', en: 'not in the operation log' };

/** The word above the four answers, in the language asked for or in both. */
export const headName = (word: HeadWord, language: CaseLanguage): string => say(headWordTexts[word], language);

/** `picture: whole`. */
export const answerHead = (name: AnswerName, answer: AnswerWord, language: CaseLanguage): string =>
  labelled(say(answerNameTexts[name], language), say(answerWordTexts[answer], language), language);

/** The four answers in a line: `picture: whole; resources: partly; text: whole; archive: whole`. */
export const headsLine = (answers: Readonly<Record<AnswerName, AnswerWord>>, language: CaseLanguage): string =>
  listedApart(
    answerNames.map((name) => answerHead(name, answers[name], language)),
    language,
  );

/** The word, and the four answers behind it: `partial (picture: whole; resources: partly; …)`. */
export const headLine = (answers: FourAnswers, language: CaseLanguage): string =>
  bracketed(headName(answers.word, language), headsLine(headsIn(answers), language), language);

const headsIn = ({ picture, resources, text, archive }: FourAnswers): Readonly<Record<AnswerName, AnswerWord>> => ({
  picture: picture.answer,
  resources: resources.answer,
  text: text.answer,
  archive: archive.answer,
});

/** One reason of an answer: the step, how it ended, and why, as far as each is known. */
export function groundLine({ step, ended, reason }: AnswerGround, language: CaseLanguage): string {
  const why = reason === null ? null : withoutStop(describeReason(reason, language));
  if (step === null) return why ?? '';
  const end = ended === null || ended === 'not-logged' ? say(notLogged, language) : outcomeName(ended, language);
  return labelled(stepName(step, language), why === null ? end : bracketed(end, why, language), language);
}

/** A reason without its full stop: the sentence or list that it is in has its own. */
const withoutStop = (text: string): string => text.replace(/[。.]$/, '');

/** An answer with its reasons, where it has any. */
function answerLine(name: AnswerName, { [name]: { answer, grounds } }: FourAnswers, language: CaseLanguage): string {
  const why = grounds.map((ground) => groundLine(ground, language));
  return bracketed(answerHead(name, answer, language), listedApart(why, language), language);
}

/** The four answers, a line each, those that are not whole with their reasons. */
export const answerLines = (answers: FourAnswers, language: CaseLanguage): readonly string[] =>
  answerNames.map((name) => answerLine(name, answers, language));

/** As `answerLines`, of those answers alone that have a reason. */
export const shortAnswerLines = (answers: FourAnswers, language: CaseLanguage): readonly string[] =>
  answerNames.filter((name) => answers[name].grounds.length > 0).map((name) => answerLine(name, answers, language));

/** Reasons of all four answers that no line of the operation log and no warning tells: found in the record, each once. */
export const foundLines = (answers: FourAnswers, language: CaseLanguage): readonly string[] => {
  const found = answerNames
    .flatMap((name) => answers[name].grounds)
    .filter(
      ({ step, ended, reason }) =>
        ended === 'not-logged' || (step === null && Object.hasOwn(outcomeReasons, reason?.code ?? '')),
    );
  return [...new Set(found.map((ground) => groundLine(ground, language)))];
};
