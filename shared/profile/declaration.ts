import type { Profile } from './profile.ts';

/** Whether the certificate of this court is declared or stated by a person of her own name. */
export const signsTruth = ({ certificate }: Pick<Profile, 'certificate'>): boolean => certificate !== 'article-11';
