import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { leafHash } from '../../shared/custody/entry.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { judgePackage } from '../../shared/verify/judge.ts';
import { isLocked } from '../seal/age-file.ts';
import { nodePrimitives } from '../seal/node-primitives.ts';
import { readAnchors } from '../seal/anchors.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';
import { isPackage, verifyPackage } from '../verify/verify-package.ts';
import { headFindings, judgeExamined } from '../verify/verify-case.ts';
import { isProof, verifyItem, verifyProof } from '../verify/verify-proof.ts';
import { SeenHeads } from './cases/seen-heads.ts';
import { openPackage } from './open-package.ts';
import { reading } from './cases/with-case.ts';
import { runKeep } from './run-keep.ts';
import type { Handler } from './workbench.ts';

/** Verifies a case folder or one item of it, a package, a proof, or a bundle with its sidecars. Writes nothing. */
export const verifyHandler: Handler<'verify.run'> = async ({ path, anchors, item, since, passphrase }, context) => {
  const { language, services, signal } = context;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  refuseUnasked(found.isDirectory() && !isPackage(path), item, since);
  const trusted = readAnchors(services.resourcePath('anchors'), anchors);
  const means = { anchors: trusted, primitives: nodePrimitives, newSha256 };
  if (!found.isDirectory() && isProof(path)) return verifyProof(path, language, means);
  if (!found.isDirectory() && isLocked(path)) {
    const opened = await openPackage(path, passphrase, signal);
    try {
      return (await judgePackage(opened.source, means))(language);
    } finally {
      opened.close();
    }
  }
  if (isPackage(path)) return verifyPackage(path, language, trusted);
  if (!found.isDirectory()) return verifyBundle(path, language, trusted);
  // A damaged case is verified; a folder that never was one is said to be none.
  if (!['case.db', 'objects'].some((name) => existsSync(join(path, name)))) {
    throw new FascicleError('not-a-case', { path, why: 'it has neither case.db nor objects/' });
  }
  const heads = new SeenHeads(services.stateFolder);
  if (item !== null) {
    return reading(path, (kase) => {
      const leaves = kase.entries().map((entry) => leafHash(entry, newSha256));
      return verifyItem(kase, item, language, means, headFindings(leaves, heads.of(kase.caseId)));
    });
  }
  const examined = await runKeep(
    {
      do: 'examine',
      folder: path,
      stateFolder: services.stateFolder,
      shippedAnchors: services.resourcePath('anchors'),
      anchors,
      since,
    },
    'verify',
    context,
  );
  return judgeExamined(examined, language, services.spawnChild, signal);
};

/** A question that would not be looked at is refused: its PASSED would say more than was checked. @throws {FascicleError} `bad-call` */
function refuseUnasked(isCase: boolean, item: string | null, since: string | null): void {
  const refuse = (why: string) => new FascicleError('bad-call', { why, command: 'verify' });
  if (!isCase && item !== null) throw refuse('--item takes a case folder');
  if (!isCase && since !== null) throw refuse('--since takes a case folder');
  if (item !== null && since !== null) throw refuse('--since is about the whole log: verify it without --item');
}
