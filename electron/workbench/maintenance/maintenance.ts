import { existsSync, lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sha256 } from '../../../shared/digest.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { packageFiles } from '../../../shared/package/layout.ts';
import type { PackageSource } from '../../../shared/verify/package/package-source.ts';
import { fileSource } from '../../casefile/files/file-source.ts';
import { objectFile } from '../../casefile/objects.ts';
import { restoreObjects, type CopiesOf } from '../../casefile/upkeep/restore-objects.ts';
import { isInsideCase } from '../../seal/packages/out-folder.ts';
import { placeInWords } from '../cases/case-place.ts';
import { openPackage } from '../packages/open-package.ts';
import { writing } from '../cases/with-case.ts';
import { runMaintenance } from './run-maintenance.ts';
import type { Handler } from '../handler.ts';

/** Checks of `verify` that a new database mends. */
const ofDatabase = new Set(['database', 'custody-log']);

export const repairHandler: Handler<'case.repair'> = async ({ case: folder }, context) => {
  const { language } = context;
  const verify = () => runMaintenance({ do: 'verify', folder, language }, 'verify', context);
  if (existsSync(join(folder, 'case.db'))) {
    const { checks, verdict } = await verify();
    if (checks.every((check) => check.verdict === 'PASSED' || !ofDatabase.has(check.check))) {
      const nothing = { needed: false, entries: 0, items: 0, gaps: [], unread: [], leftOut: 0, aside: null };
      return { ...nothing, verdict };
    }
  }
  const { gaps, unread, ...repaired } = await runMaintenance({ do: 'repair', folder }, 'repair', context);
  const { verdict } = await verify();
  return { needed: true, ...repaired, gaps: [...gaps], unread: [...unread], verdict };
};

export const backupHandler: Handler<'case.backup'> = async ({ case: caseFile, folder }, context) => {
  if (existsSync(caseFile) && isInsideCase(caseFile, resolve(folder)))
    throw new FascicleError('package-inside-case', { path: folder });
  const { left, ...backedUp } = await runMaintenance({ do: 'backup', folder: caseFile, to: folder }, 'backup', context);
  const { verdict } = await runMaintenance({ do: 'verify', folder, language: context.language }, 'verify', context);
  return { folder, ...backedUp, left: [...left], verdict };
};

export const healthHandler: Handler<'case.health'> = async ({ case: folder, from }, context) => {
  const { services, language } = context;
  const damaged = await runMaintenance({ do: 'damaged', folder, language }, 'health', context);
  const restored = new Map<Sha256, string>();
  if (damaged.length > 0 && from.length > 0) {
    await writing(folder, services, async (caseFile) => {
      for (const path of from) {
        const missing = damaged.map(({ sha256 }) => sha256).filter((sha256) => !restored.has(sha256));
        const { copies, close } = await copiesIn(path);
        try {
          for (const sha256 of await restoreObjects(caseFile, missing, copies, path)) restored.set(sha256, path);
        } finally {
          close();
        }
      }
    });
  }
  return {
    damaged: damaged.map(({ sha256, path, detail }) => ({ path, detail, restored: restored.get(sha256) ?? null })),
    report: await runMaintenance({ do: 'verify', folder, language }, 'verify', context),
    place: placeInWords(folder, services, language),
  };
};

/** Good copies in a backup (a case folder), or in a package. */
async function copiesIn(path: string): Promise<Readonly<{ copies: CopiesOf; close(): void }>> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() && existsSync(join(path, 'objects'))) {
    const copies: CopiesOf = (sha256) => {
      const file = objectFile(path, sha256);
      return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? fileSource(file) : null;
    };
    return { copies, close: () => undefined };
  }
  const { source, close } = await openPackage(path);
  const listed = await listedIn(source);
  const copies: CopiesOf = (sha256) => {
    const name = listed.get(sha256);
    return name === undefined ? null : source.open(name);
  };
  return { copies, close };
}

/** Digest → path, as the package's lists say; what is taken is hashed again. */
async function listedIn(source: PackageSource): Promise<ReadonlyMap<Sha256, string>> {
  const listed = new Map<Sha256, string>();
  const paths = new Set(source.files.filter(({ refused }) => refused === null).map(({ path }) => path));
  for (const list of [packageFiles.manifest, packageFiles.tagManifest]) {
    if (!paths.has(list)) continue;
    const file = source.open(list);
    const text = Buffer.from(await file.read(0, Math.min(file.size, 64 * 1024 * 1024))).toString('utf8');
    file.close?.();
    for (const [, sha256 = '', path = ''] of text.matchAll(/^([0-9a-f]{64})  (\S+)$/gm))
      if (paths.has(path)) listed.set(sha256, path);
  }
  return listed;
}
