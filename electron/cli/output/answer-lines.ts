import { answerNames } from '../../../shared/case/outcome/answers.ts';
import type { ToldAnswers } from '../../../shared/contract/parts/answers.ts';
import { bracketed, listedApart, type Language } from '../../../shared/language.ts';
import { answerHead } from '../../../shared/messages/names/answer-texts.ts';

/** The four answers, a line each, those that are not whole with their reasons. */
export const toldLines = (answers: ToldAnswers, language: Language): readonly string[] =>
  answerNames.map((name) => {
    const { answer, reasons } = answers[name];
    const why = reasons.map(({ message }) => message);
    return bracketed(answerHead(name, answer, language), listedApart(why, language), language);
  });
