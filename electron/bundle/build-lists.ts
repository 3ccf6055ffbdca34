import type { CaseLanguage } from '../../shared/language.ts';
import type { Problem } from '../../shared/plan/problem.ts';
import type { ReissuedCatalogue } from '../../shared/plan/reissue.ts';
import type { ListFormat } from '../../shared/plan/list-formats.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { capOf } from './problems/caps.ts';
import { fixState } from './state/fix-state.ts';
import { listFiles } from './lists/list-files.ts';
import { numberPages } from './number-pages.ts';
import type { FontFiles } from './pdf/font-face.ts';
import { leftInFiles } from './problems/output-leaks.ts';
import { refuseLeftWords } from './problems/redaction-problems.ts';
import { planSheets } from './plan-sheets.ts';
import { bytesIn, planVolumes } from './plan-volumes.ts';
import { checkOutFolder } from './write/check-out.ts';
import { writeOut, type WrittenFile } from './write/write-out.ts';

export type ListOptions = Readonly<{
  /** Folder to write into; made where it is not there. */
  out: string;
  formats: readonly ListFormat[];
  profile: Profile;
  /** Null: the profile's own, else the case's. */
  language: CaseLanguage | null;
  /** Whether that bundle has chronology, media schedule and spread as tables too: its pages are numbered so. */
  tables: boolean;
  /** Whether the annex of that bundle is a volume of its own, with the full pages of all exhibits with a key page. */
  annex?: boolean;
  /** The bundle filed before, where the next one only adds to it. */
  reissue: ReissuedCatalogue | null;
}>;

type BuiltLists = Readonly<{
  files: readonly WrittenFile[];
  /** What is wrong with the state that they are of. */
  problems: readonly Problem[];
}>;

/** What papers are written with. */
export type PaperServices = Readonly<{
  program: Readonly<{ name: string; version: string }>;
  fontFiles: FontFiles;
  signal: AbortSignal;
}>;

/**
 * The lists of the bundle that the case would give now, without the bundle: the same pages are planned and numbered. What
 * is lacking is shown as lacking, as in a draft.
 *
 * @throws {FascicleError} `bundle-empty` | `bundle-stopped` | `object-missing` | `out-unwritable`
 */
export async function buildLists(
  caseFile: WritableCase,
  { out, formats, ...options }: ListOptions,
  { program, fontFiles, signal }: PaperServices,
): Promise<BuiltLists> {
  checkOutFolder(caseFile, out);
  const asked = { ...options, working: false, draft: false };
  const state = fixState(caseFile, asked, `${program.name} ${program.version}`, fontFiles);
  const { model, problems } = state;
  refuseLeftWords(problems);
  const planned = planVolumes(planSheets(model), capOf(options.profile, false), bytesIn(model), options.annex);
  const lists = await listFiles(model, numberPages(planned, model), formats);
  const found = await leftInFiles(lists, state, signal);
  refuseLeftWords(found);
  return { files: writeOut(caseFile, out, lists), problems: [...problems, ...found] };
}
