import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { readAnchors } from '../seal/anchors.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';
import { isPackage, verifyPackage } from '../verify/verify-package.ts';
import { verifyCaseInTime } from '../verify/verify-case.ts';
import { SeenHeads } from './cases/seen-heads.ts';
import type { Handler } from './workbench.ts';

/** Verifies a case folder, a package, or a bundle with its sidecars. Writes nothing. */
export const verifyHandler: Handler<'verify.run'> = async ({ path, anchors }, { language, services }) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  const trusted = readAnchors(services.resourcePath('anchors'), anchors);
  if (isPackage(path)) return verifyPackage(path, language, trusted);
  if (!found.isDirectory()) return verifyBundle(path, language, trusted);
  // A damaged case is verified; a folder that never was one is said to be none.
  if (!['case.db', 'objects'].some((name) => existsSync(join(path, name)))) {
    throw new FascicleError('not-a-case', { path, why: 'it has neither case.db nor objects/' });
  }
  const heads = new SeenHeads(services.stateFolder);
  return verifyCaseInTime(path, language, {
    anchors: trusted,
    seen: (caseId) => heads.of(caseId),
    spawnChild: services.spawnChild,
  });
};
