import { expect, test } from 'vitest';
import { answersOfReason } from '../../../../shared/case/outcome/reason-answers.ts';
import { answersOfStep } from '../../../../shared/case/outcome/step-answers.ts';
import { captureLines } from '../../../../electron/capture/capture.ts';
import { reasonTexts } from '../../../../shared/messages/reasons/reasons.ts';

test('every reason that has words says which answers it makes short, and none says so that has no words', () => {
  expect(Object.keys(answersOfReason).sort()).toEqual(Object.keys(reasonTexts).sort());
});

test('every line of the operation log says what is lost where it fails', () => {
  expect(captureLines.filter((line) => !(line in answersOfStep))).toEqual([]);
});
