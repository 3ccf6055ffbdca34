import { itemId } from '../../shared/case/item-id.ts';
import { storedWord } from '../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../shared/case/outcome/four-answers.ts';
import type { Category } from '../../shared/case/category.ts';
import type { Artifact, ImportRecord, Reason } from '../../shared/case/record.ts';
import type { ItemState, WritableCase } from '../casefile/case-handles.ts';
import { statInputFile } from '../casefile/files/stat-input-file.ts';
import { fact, type FileFact } from './facts.ts';
import { recompressionWarning } from './name-signs.ts';
import { fileAtPath, type FileOnDisk } from './folder/name-on-disk.ts';
import { takeIn } from './take-in.ts';
import type { IntakeServices } from './intake-types.ts';

/** What the person who imports a file says of it. Null: not stated. */
export type ImportOptions = Readonly<{
  category: Category;
  title: string | null;
  /** How the file came here. */
  source: string | null;
  /** Who received it, on which device, in which account. */
  receivedBy: string | null;
  receivedOn: string | null;
  account: string | null;
  /** When it was made, in the form of `formedSchema`. */
  formed?: string | null;
  /** Who imports it; null: whoever works on the case by default. */
  operator: string | null;
  /** Of what had no place on disk: `path` is then where the program wrote it for the moment, and says nothing of it. */
  given?: Readonly<{
    how: 'pasted' | 'dropped';
    at: Date;
    fileName: string;
    /** Whether the name came with it, or is the program's. */
    ownName: boolean;
  }>;
  /** Of a member of an archive of the case: `path` is then where the program unpacked it. */
  member?: Readonly<{ archive: string; path: string }>;
}>;

export type ImportServices = Omit<IntakeServices, 'caseFile'> &
  Readonly<{ caseFile: WritableCase; program: Readonly<{ name: string; version: string }> }>;

/**
 * Takes a file made elsewhere into a case, as one item: imported, not captured by this program.
 *
 * @returns the committed item; `complete` when it is stored whole and its pages show all of it, or it is of a kind that is
 *   shown as a sheet; `partial` when it is stored whole and its pages do not show all of it
 * @param file where it lies; a path alone is looked up as `fileAtPath` does
 * @throws {FascicleError} `file-name-unclear` | `file-missing` | `file-is-folder` | `file-not-regular` | `file-unreadable`, and those of the
 *   case's writer: no item then. The signal's reason when cancelled: no item either.
 */
export async function importFile(
  file: string | FileOnDisk,
  options: ImportOptions,
  services: ImportServices,
): Promise<ItemState> {
  const { caseFile, clockAndRandom, program, signal } = services;
  const { path, name: ownName, judged } = typeof file === 'string' ? fileAtPath(file) : file;
  const before = await statInputFile(path);
  const started = clockAndRandom.now();
  const start = clockAndRandom.mono();
  const { given } = options;
  const name = given?.fileName ?? ownName;
  const fileName = name.toWellFormed();

  const intake = await takeIn(path, fileName, null, services);
  const after = await statInputFile(path);
  signal.throwIfAborted();
  const original = intake.artifacts[0];
  const changed = before.size !== after.size || before.mtimeMs !== after.mtimeMs || after.size !== original?.bytes;
  const record: ImportRecord = {
    v: 1,
    kind: 'import',
    item: itemId(started.getTime(), clockAndRandom.random(10)),
    category: options.category,
    title: options.title?.toWellFormed() ?? null,
    outcome: 'complete',
    startedAt: started.toISOString(),
    endedAt: clockAndRandom.now().toISOString(),
    monotonic: { start: String(start), end: String(clockAndRandom.mono()) },
    utcOffsetMinutes: -started.getTimezoneOffset(),
    operator: options.operator ?? caseFile.facts().operator,
    program: { ...program },
    fileName,
    ...origin(options),
    artifacts: [...intake.artifacts],
    facts: [...intake.facts, ...whence(options, before.mtime)],
    pages: intake.pages,
    ...(intake.film && { film: intake.film }),
    ...(intake.parts.length > 0 && { parts: [...intake.parts] }),
    steps: [...intake.steps],
    warnings: [
      ...nameSigns(name, given ? null : judged),
      ...(changed ? [{ code: 'changed-while-read' }] : []),
      ...(given ? [{ code: given.ownName ? `${given.how}-without-file` : 'pasted-picture' }] : []),
      ...sameFileAs(caseFile, original),
      ...intake.warnings,
      ...compact(recompressionWarning(fileName, original?.mediaType ?? '', intake.facts)),
    ],
  };
  return caseFile.addItem({ ...record, outcome: storedWord(fourAnswers(record).word) });
}

/** What the program knows of where the file was; the times of a file that it wrote itself say nothing. */
function whence({ given, member }: ImportOptions, modified: Date): readonly FileFact[] {
  if (given) return [fact(given.how === 'pasted' ? 'Pasted' : 'Dropped', given.at.toISOString(), 'program')];
  if (member) return [fact('ArchiveItem', member.archive, 'program'), fact('ArchiveMember', member.path, 'archive')];
  return [fact('Modified', modified.toISOString(), 'file system')];
}

/** What had to be done to a name to have it as text. */
const nameSigns = (name: string, judged: FileOnDisk['judged']): readonly Reason[] => [
  ...(name.isWellFormed() ? [] : [{ code: 'name-not-well-formed' }]),
  ...(judged ? [{ code: 'name-not-utf8', params: { ...judged } }] : []),
];

/** What the person states of how the file came here. */
function origin({
  source,
  receivedBy,
  receivedOn,
  account,
  formed = null,
}: ImportOptions): Pick<ImportRecord, 'source' | 'receivedBy' | 'receivedOn' | 'account' | 'formed'> {
  return {
    source: source?.toWellFormed() ?? null,
    receivedBy: receivedBy?.toWellFormed() ?? null,
    receivedOn: receivedOn?.toWellFormed() ?? null,
    account: account?.toWellFormed() ?? null,
    ...(formed !== null && { formed }),
  };
}

/** The case holds the very same file already. */
function sameFileAs(caseFile: WritableCase, original: Artifact | undefined): Reason[] {
  const twin = caseFile
    .items()
    .find(({ record }) =>
      record.artifacts.some(({ role, sha256 }) => role === 'original' && sha256 === original?.sha256),
    );
  return twin ? [{ code: 'same-file-as', params: { item: twin.item } }] : [];
}

const compact = (reason: Reason | null): Reason[] => (reason === null ? [] : [reason]);
