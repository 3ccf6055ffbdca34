import type { CaseFacts } from '../../../shared/case/case.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { judgePackage } from '../../../shared/verify/judge.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import type { PackageSource } from '../../../shared/verify/package/package-source.ts';
import { createCase } from '../../casefile/create-case.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { receivePackage } from '../../intake/packages/receive-package.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { nodePrimitives } from '../../seal/time/node-primitives.ts';
import { writing } from '../cases/with-case.ts';
import { asUnreadable, openPackage } from './open-package.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';
import { remove } from '../../casefile/files/durable.ts';

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
    if (into.kind === 'new') await makeCase(folder, into, opened.source, services);
    try {
      const received = await writing(folder, services, (caseFile) =>
        receivePackage(caseFile, opened.source, {
          path,
          signal,
          onFile: (subject, done, of) => emit({ event: 'progress', stage: 'receive', subject, done, of }),
          verify: async (copy) => (await judgePackage(copy, means))(language),
        }),
      );
      return { case: folder, ...received, excluded: [...received.excluded] };
    } catch (error) {
      if (into.kind === 'new') remove(folder); // made a moment ago, by this very call
      throw asUnreadable(path, error); // writing says its own faults
    }
  } finally {
    opened.close();
  }
};

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
