import { captureCauses } from './capture-causes.ts';
import { caseCauses } from './case-causes.ts';
import { derCauses } from './der-causes.ts';
import { fileCauses } from './file-causes.ts';
import { intakeCauses } from './intake-causes.ts';
import { programCauses } from './program-causes.ts';
import { sealCauses } from './seal-causes.ts';
import { systemCauses } from './system-causes.ts';
import { verifyCauses } from './verify-causes.ts';

/** Why something is so, as it stands in a place `{why}` or `{what}` of another text: half a sentence, without a full stop. */
export const causeTexts = {
  ...systemCauses,
  ...programCauses,
  ...caseCauses,
  ...captureCauses,
  ...derCauses,
  ...fileCauses,
  ...intakeCauses,
  ...sealCauses,
  ...verifyCauses,
} as const;
