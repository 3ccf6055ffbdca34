import type { Cause } from '../../../shared/text.ts';
import { readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { leafHash } from '../../../shared/custody/entry.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { judgePackage, judgeUnread } from '../../../shared/verify/judge.ts';
import { cannotBeReadHere } from '../../../shared/verify/unreadable.ts';
import { isLocked } from '../../seal/age-file.ts';
import { nodePrimitives } from '../../seal/time/node-primitives.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { verifyBundle } from '../../verify/verify-bundle.ts';
import { isPackage, kindAt, verifyPackage } from '../../verify/verify-package.ts';
import { headFindings, judgeExamined } from '../../verify/verify-case.ts';
import { verifyItem, verifyProof } from '../../verify/verify-proof.ts';
import { SeenHeads } from '../cases/seen-heads.ts';
import { openPackage } from '../packages/open-package.ts';
import { reading, writing } from '../cases/with-case.ts';
import { runMaintenance } from '../maintenance/run-maintenance.ts';
import type { Handler, HandlerContext } from '../handler.ts';

/**
 * Verifies a case folder or one item of it, a package, a proof, or a bundle with its sidecars. Writes nothing. Of what this
 * computer may not read, or cannot, it is said that nothing is told.
 */
export const verifyHandler: Handler<'verify.run'> = async (input, context) => {
  try {
    return await verifyPath(input, context);
  } catch (error) {
    if (error instanceof FascicleError || !cannotBeReadHere(error)) throw error;
    return judgeUnread(basename(input.path), error)(context.language);
  }
};

const verifyPath: Handler<'verify.run'> = async (
  { path, anchors, item, since, passphrase, acceptHistory },
  context,
) => {
  const { language, services, signal } = context;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  if (!found.isDirectory() && !found.isFile()) throw new FascicleError('file-not-regular', { path });
  refuseUnasked(found.isDirectory() && !isPackage(path), item, since);
  if (acceptHistory !== null) await accept(path, acceptHistory, found.isDirectory() && !isPackage(path), context);
  const trusted = readAnchors(services.resourcePath('anchors'), anchors);
  const means = { anchors: trusted, primitives: nodePrimitives, newSha256 };
  if (!found.isDirectory() && kindAt(path) === 'proof') return verifyProof(path, language, means);
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
  if (!readdirSync(path).some((name) => ['case.db', 'objects'].includes(name))) {
    throw new FascicleError('not-a-case', { path, why: because('neither-case-db-nor-objects') });
  }
  const heads = new SeenHeads(services.stateFolder);
  if (item !== null) {
    return reading(path, (caseFile) => {
      const leaves = caseFile.entries().map((entry) => leafHash(entry, newSha256));
      return verifyItem(caseFile, item, language, means, headFindings(leaves, heads.of(caseFile.caseId)));
    });
  }
  const examined = await runMaintenance(
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

/** Writes why the log is not the one that was seen here into the log, and takes it for the one to go on from. @throws {FascicleError} `bad-call` */
async function accept(folder: string, reason: string, isCase: boolean, { services }: HandlerContext): Promise<void> {
  const refuse = (why: Cause) => new FascicleError('bad-call', { why, command: 'verify' });
  if (!isCase) throw refuse(because('option-case', { option: '--accept-history' }));
  const heads = new SeenHeads(services.stateFolder);
  await writing(folder, { ...services, tell: () => undefined }, (caseFile) => {
    const seen = heads.missedBy(caseFile);
    if (!seen) throw refuse(because('nothing-to-accept'));
    caseFile.logEvent('history-accepted', { reason, seen: { seq: seen.seq, hash: seen.hash } });
    heads.accept(caseFile);
  });
}

/** A question that would not be looked at is refused: its PASSED would say more than was checked. @throws {FascicleError} `bad-call` */
function refuseUnasked(isCase: boolean, item: string | null, since: string | null): void {
  const refuse = (why: Cause) => new FascicleError('bad-call', { why, command: 'verify' });
  if (!isCase && item !== null) throw refuse(because('option-case', { option: '--item' }));
  if (!isCase && since !== null) throw refuse(because('option-case', { option: '--since' }));
  if (item !== null && since !== null) throw refuse(because('since-without-item'));
}
