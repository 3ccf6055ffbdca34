import type { CaseLanguage } from '../../shared/language.ts';
import type { ListFormat } from '../../shared/plan/list-formats.ts';

/** How the next bundle is built, beside what the case itself says: options of `bundle.build`. */
export type BuildOptions = Readonly<{
  language: CaseLanguage | null;
  profile: string | null;
  profileFile: string | null;
  edition: 'filing' | 'working';
  filingCopy: boolean;
  perExhibit: boolean;
  annex: boolean;
  tables: boolean;
  lists: readonly ListFormat[];
  addTo: string | null;
}>;

export const usualOptions: BuildOptions = {
  language: null,
  profile: null,
  profileFile: null,
  edition: 'filing',
  filingCopy: false,
  perExhibit: false,
  annex: false,
  tables: false,
  lists: [],
  addTo: null,
};

/** How many of the options are not the usual ones. */
export const unusual = (options: BuildOptions): number =>
  Object.entries(usualOptions).filter(
    ([name, usual]) => JSON.stringify(options[name as keyof BuildOptions]) !== JSON.stringify(usual), // its own names
  ).length;
