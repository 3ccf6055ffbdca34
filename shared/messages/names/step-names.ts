import { say, type CaseLanguage, type Text } from '../../language.ts';
import { kindSteps } from '../kinds/registry.ts';
import { actionSteps, captureStepNames, sessionSteps } from './capture-steps.ts';
import { intakeSteps } from './intake-steps.ts';

/** A line that a step of a capture may write: it has words. */
export type StepLine =
  keyof typeof captureStepNames | keyof typeof actionSteps | keyof typeof intakeSteps | keyof typeof sessionSteps;

const names: Readonly<Record<string, Text>> = {
  ...captureStepNames,
  ...actionSteps,
  ...intakeSteps,
  ...kindSteps,
  ...sessionSteps,
};

/** A step's name in words; one of a newer program stays as it is. */
export function stepName(step: string, language: CaseLanguage): string {
  const text = names[step];
  return text ? say(text, language) : step;
}
