import {
  answerNames,
  type AnswerName,
  type AnswerWord,
  type FourAnswers,
} from '../../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import type { AnswerHeads, ToldAnswers } from '../../../shared/contract/parts/answers.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { groundLine } from '../../../shared/messages/names/answer-texts.ts';

/** The four answers as callers see them, each reason in words. */
export function toldAnswers(answers: FourAnswers, language: CaseLanguage): ToldAnswers {
  const told = ({ answer, grounds }: FourAnswers[AnswerName]): ToldAnswers[AnswerName] => ({
    answer,
    reasons: grounds.map((ground) => ({
      step: ground.step,
      ended: ground.ended,
      code: ground.reason?.code ?? null,
      message: groundLine(ground, language),
    })),
  });
  const { picture, resources, text, archive } = answers;
  return { picture: told(picture), resources: told(resources), text: told(text), archive: told(archive) };
}

/** The word above the answers and the answers alone, for lists. */
export function headsOf(record: ItemRecord): Readonly<{ outcome: FourAnswers['word']; answers: AnswerHeads }> {
  const all = fourAnswers(record);
  const heads = answerNames.map((name): readonly [AnswerName, AnswerWord] => [name, all[name].answer]);
  return { outcome: all.word, answers: Object.fromEntries(heads) as AnswerHeads }; // one for each name
}
