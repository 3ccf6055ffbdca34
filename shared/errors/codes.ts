import { bundleErrors } from './bundle-errors.ts';
import { captureErrors } from './capture-errors.ts';
import { casefileErrors } from './casefile-errors.ts';
import { claimsErrors } from './claims-errors.ts';
import { intakeErrors } from './intake-errors.ts';
import { programErrors } from './program-errors.ts';
import { redactErrors } from './redact-errors.ts';
import { sealErrors } from './seal-errors.ts';

/** Every error that a person can meet: one table per folder of the program. */
export const errorTexts = {
  ...programErrors,
  ...casefileErrors,
  ...captureErrors,
  ...intakeErrors,
  ...bundleErrors,
  ...redactErrors,
  ...sealErrors,
  ...claimsErrors,
};

export type ErrorCode = keyof typeof errorTexts;
