import { captureCauses } from './capture-causes.ts';
import { caseCauses } from './case-causes.ts';
import { certificateCauses } from './certificate-causes.ts';
import { derCauses } from './der-causes.ts';
import { fileCauses } from './file-causes.ts';
import { intakeCauses } from './intake-causes.ts';
import { mailCauses } from './mail-causes.ts';
import { networkCauses } from './network-causes.ts';
import { pictureCauses } from './picture-causes.ts';
import { programCauses } from './program-causes.ts';
import { sealCauses } from './seal-causes.ts';
import { stepCauses } from './step-causes.ts';
import { systemCauses } from './system-causes.ts';
import { verifyCauses } from './verify-causes.ts';
import { zipCauses } from './zip-causes.ts';

/** Why something is so, as it stands in a place `{why}` or `{what}` of another text: half a sentence, without a full stop. */
export const causeTexts = {
  ...systemCauses,
  ...programCauses,
  ...caseCauses,
  ...captureCauses,
  ...certificateCauses,
  ...derCauses,
  ...fileCauses,
  ...intakeCauses,
  ...mailCauses,
  ...networkCauses,
  ...pictureCauses,
  ...sealCauses,
  ...stepCauses,
  ...verifyCauses,
  ...zipCauses,
} as const;
