import type { Day } from '../order/day.ts';
import type { Profile } from './profile.ts';

/** Whether the certificate of this court is declared or stated by a person of her own name. */
export const signsTruth = ({ certificate }: Pick<Profile, 'certificate'>): boolean => certificate !== 'article-11';

/** From this day a statement of truth under CPR Practice Direction 22 also says what a false one may bring. */
const contemptSince = '2020-04-06';

/** Whether a statement of truth that is filed on a day names contempt of court; one without a day does. */
export const truthNamesContempt = (submitted: Day | null): boolean => submitted === null || submitted >= contemptSince;
