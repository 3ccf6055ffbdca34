import { languagesOf, type CaseLanguage } from '../../shared/language.ts';
import { applicationTexts } from '../../shared/messages/papers/application-messages.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { applicationDraft } from './application/application-draft.ts';
import { wordDraft } from './application/word-draft.ts';
import { bytesIn, planVolumes } from './plan-volumes.ts';
import type { PaperServices } from './build-lists.ts';
import { capOf } from './problems/caps.ts';
import { fixState } from './state/fix-state.ts';
import { settledPackage } from './lists/office-package.ts';
import { printedLists } from './lists/printed-lists.ts';
import { wordList } from './lists/word-list.ts';
import { numberPages } from './number-pages.ts';
import { leftInFiles } from './problems/output-leaks.ts';
import { refuseLeftWords } from './problems/redaction-problems.ts';
import { planSheets } from './plan-sheets.ts';
import { checkOutFolder } from './write/check-out.ts';
import { writeOut, type WrittenFile } from './write/write-out.ts';

export type ApplicationOptions = Readonly<{
  /** Folder to write into; made where it is not there. */
  out: string;
  profile: Profile;
  /** Null: the profile's own, else the case's. Both together give a draft in each. */
  language: CaseLanguage | null;
  /** As of the bundle whose pages they cite. */
  tables?: boolean;
  annex?: boolean;
}>;

/**
 * Drafts of the application papers as Word files: the application, one for each language, and the catalogue of evidence.
 * Exhibits and pages are those of the bundle that the case would give now; the same state gives the same bytes.
 *
 * @returns the files, and how many places of the (first) application are still to be filled
 * @throws {FascicleError} `bundle-empty` | `bundle-stopped` | `object-missing` | `out-unwritable`
 */
export async function buildApplication(
  caseFile: WritableCase,
  { out, profile, language, tables = false, annex = false }: ApplicationOptions,
  { program, fontFiles, signal }: PaperServices,
): Promise<Readonly<{ files: readonly WrittenFile[]; open: number }>> {
  checkOutFolder(caseFile, out);
  const name = `${program.name} ${program.version}`;
  const spoken = languagesOf(language ?? profile.language ?? caseFile.facts().language);
  const files: { name: string; bytes: Uint8Array }[] = [];
  let open = 0;
  for (const one of spoken) {
    const asked = { profile, language: one, tables, annex, draft: true, reissue: null } as const;
    const state = fixState(caseFile, { ...asked, working: false }, name, fontFiles);
    const { model, problems } = state;
    // An element without an exhibit is no part of a filing, and the first thing that whoever drafts has to see.
    const whole = fixState(caseFile, { ...asked, working: true }, name, fontFiles);
    refuseLeftWords([...problems, ...whole.problems]);
    const { elements } = whole.model.plan;
    const planned = planVolumes(planSheets(model), capOf(profile, false), bytesIn(model), annex);
    const numbers = numberPages(planned, model);
    const draft = applicationDraft(model, elements, numbers, one);
    if (files.length === 0) ({ open } = draft);
    const ending = spoken.length === 1 ? '' : `.${one}`;
    const core = (title: string) => ({ title, program: name, date: model.custody.wall });
    const application = settledPackage(await wordDraft(draft), core(applicationTexts.title[one]));
    files.push({ name: `application${ending}.docx`, bytes: application });
    const catalogue = printedLists(model, numbers).find((list) => list.name === 'catalogue');
    if (!catalogue) throw new Error('a bundle has a catalogue');
    const list = settledPackage(await wordList(catalogue, draft.header), core(catalogue.title));
    files.push({ name: `catalogue${ending}.docx`, bytes: list });
    refuseLeftWords(await leftInFiles(files, state, signal));
  }
  return { files: writeOut(caseFile, out, files), open };
}
