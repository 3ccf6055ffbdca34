import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CaseFacts } from '../../../shared/case/case.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { judgePackage } from '../../../shared/verify/judge.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import type { PackageSource } from '../../../shared/verify/package/package-source.ts';
import { createCase } from '../../casefile/create-case.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { receivePackage } from '../../intake/packages/receive-package.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { nodePrimitives } from '../../seal/time/node-primitives.ts';
import { RecentCases } from '../cases/recent-cases.ts';
import { writing } from '../cases/with-case.ts';
import { asUnreadable, openPackage } from './open-package.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';
import { asWriteError } from '../../casefile/objects.ts';
import { remove, rename, syncFolder } from '../../casefile/files/durable.ts';

/** Takes a package over, into a case or a new one; a new case is there only when the package is in it. */
export const receiveHandler: Handler<'package.receive'> = async (
  { package: path, into, anchors: chosen, passphrase },
  { services, emit, signal, language },
) => {
  const means = {
    newSha256,
    primitives: nodePrimitives,
    anchors: readAnchors(services.resourcePath('anchors'), chosen),
  };
  const opened = await openPackage(path, passphrase, signal);
  try {
    const folder = into.kind === 'case' ? into.case : into.folder;
    const work = into.kind === 'new' ? unfinishedBeside(folder) : folder;
    if (into.kind === 'new') await makeCase(work, into, opened.source, services);
    try {
      const received = await writing(work, services, (caseFile) =>
        receivePackage(caseFile, opened.source, {
          path,
          signal,
          onFile: (subject, done, of) => emit({ event: 'progress', stage: 'receive', subject, done, of }),
          verify: async (copy) => (await judgePackage(copy, means))(language),
        }),
      );
      if (into.kind === 'new') takeIts(folder, work, services);
      return { case: folder, ...received, excluded: [...received.excluded] };
    } catch (error) {
      if (into.kind === 'new') {
        remove(work); // made a moment ago, by this very call
        new RecentCases(services.cacheFolder).forget(work);
      }
      throw asUnreadable(path, error); // writing says its own faults
    }
  } finally {
    opened.close();
  }
};

/**
 * Where a new case is made until the package is in it: beside its folder, under a name that no case has. Whoever kills the
 * program meanwhile finds no case there that has nothing in it.
 * @throws {FascicleError} `case-exists` | `write-failed`
 */
function unfinishedBeside(folder: string): string {
  const path = resolve(folder);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && !(found.isDirectory() && readdirSync(path).length === 0))
    throw new FascicleError('case-exists', { path });
  try {
    mkdirSync(dirname(path), { recursive: true });
    return mkdtempSync(join(dirname(path), `.${basename(path)}.unfinished-`));
  } catch (error) {
    throw asWriteError(error);
  }
}

/** The finished case takes its folder's name. */
function takeIts(folder: string, work: string, { cacheFolder, clockAndRandom }: Services): void {
  const path = resolve(folder);
  if (existsSync(path)) rmdirSync(path); // empty, as seen before
  rename(work, path);
  syncFolder(dirname(path));
  const recent = new RecentCases(cacheFolder);
  recent.forget(work);
  recent.remember(folder, clockAndRandom.now());
}

/** The new case has the matter's title, as the bundle states it; nobody else's facts are taken for ours. */
async function makeCase(
  folder: string,
  { title, operator }: Readonly<{ title: string | null; operator: string | null }>,
  source: PackageSource,
  services: Services,
): Promise<void> {
  const facts: CaseFacts = {
    title: title ?? (await titleOf(source)),
    court: null,
    cause: null,
    applicants: [],
    respondents: [],
    operator,
    language: 'zh-CN' satisfies CaseLanguage,
  };
  createCase(folder, facts, { program: services.program, clockAndRandom: services.clockAndRandom }).close();
}

/** Of the first bundle; a package that is not sound is refused right after, with its reasons. */
async function titleOf(source: PackageSource): Promise<string> {
  const path = source.files.find(({ path: one }) => /^data\/bundle\/[^/]+\.manifest\.json$/.test(one))?.path;
  if (path === undefined) return '—';
  const file = source.open(path);
  try {
    const bytes = await file.read(0, Math.min(file.size, 64 * 1024 * 1024));
    return manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).case.title || '—';
  } catch {
    return '—';
  } finally {
    file.close?.();
  }
}
