import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import type { Profile } from '../../../shared/profile/profile.ts';

/** Bytes that one file may have: a filing copy goes through the portal; a full bundle is parted only where viewers would suffer. */
export function capOf({ sizeCap }: Profile, filingCopy: boolean): number {
  return filingCopy && sizeCap.portal !== null ? Math.min(sizeCap.portal, sizeCap.volume) : sizeCap.volume;
}

/** Where a finished file goes beyond what the profile allows. */
export function capProblems(
  { stem, bytes, pages }: Readonly<{ stem: string; bytes: number; pages: number }>,
  profile: Profile,
  filingCopy: boolean,
  language: CaseLanguage,
): readonly Problem[] {
  const cap = capOf(profile, filingCopy);
  const add = (...[code, params]: [Parameters<typeof problem>[0], Parameters<typeof problem>[3]]) =>
    problem(code, `${stem}.pdf`, language, params);
  const { portal } = profile.sizeCap;
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  return [
    ...(bytes > cap ? [add('size-cap', { bytes, cap })] : []),
    ...(profile.pageCap !== null && pages > profile.pageCap ? [add('page-cap', { pages, cap: profile.pageCap })] : []),
    ...(!filingCopy && portal !== null && bytes > portal
      ? [add('portal-cap', { megabytes: megabytes(bytes), cap: megabytes(portal) })]
      : []),
  ];
}
