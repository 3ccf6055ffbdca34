import { because } from '../../shared/cause.ts';
import { statSync } from 'node:fs';
import type { CaseLanguage } from '../../shared/language.ts';
import { proofTexts } from '../../shared/messages/verify/proof-messages.ts';
import { checkProof } from '../../shared/verify/proof-rules.ts';
import { judgeProof, type Means } from '../../shared/verify/judge.ts';
import { reportOf, type CheckFindings, type Finding } from '../../shared/verify/findings.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { parsePayload } from '../../shared/custody/payload.ts';
import { caseVerifyTexts, type CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import { isSealed } from '../../shared/package/layout.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import { makeProof } from '../seal/make-proof.ts';
import { objectFinding } from './case-files.ts';
import { readRegular } from '../casefile/files/regular-file.ts';

/** Longer files are no proof of ours. */
const longestProof = 128 * 1024 * 1024;

/** Verifies a proof file by itself: nothing of the case is needed, and nothing in the file is trusted. */
export async function verifyProof(path: string, language: CaseLanguage, means: Means): Promise<VerifyReport> {
  const bytes = statSync(path).size > longestProof ? new Uint8Array() : readRegular(path, 'followed');
  return (await judgeProof(bytes, means))(language);
}

/**
 * Verifies one item where it lies, without the rest of the case: its record and files, its place in the custody log, the
 * stamps over it, and the head that was seen before.
 *
 * @throws {FascicleError} `no-such-item` | `ambiguous-item` | `object-missing` | `object-damaged`
 */
export async function verifyItem(
  caseFile: ReadableCase,
  idOrPrefix: string,
  language: CaseLanguage,
  means: Means,
  head: readonly Finding<CaseFindingCode>[],
): Promise<VerifyReport> {
  const state = caseFile.item(idOrPrefix);
  const proof = makeProof(caseFile, state, null, '');
  const { content, time } = await checkProof(JSON.stringify(proof), means);
  const { artifacts } = state.record;
  // Sealed files of an item that came in a package stayed where they were.
  const received = proof.item !== null && parsePayload('item-added', proof.item.payload).received !== undefined;
  const files = artifacts.flatMap((artifact) => {
    const { sha256, bytes, name } = artifact;
    const finding = objectFinding(caseFile.folder, sha256, bytes, because('use-artifact', { item: state.item, name }));
    const isElsewhere = finding?.code === 'object-missing' && received && isSealed(artifact);
    return isElsewhere ? [] : (finding ?? []);
  });
  const checks: CheckFindings[] = [
    ...content,
    { check: 'objects', looked: artifacts.length, findings: files },
    ...(head.length > 0 ? [{ check: 'anchors', looked: 0, findings: head }] : []),
  ];
  return reportOf(checks, { ...caseVerifyTexts, ...proofTexts }, language, {
    ...time.heading,
    checks: [time.check],
  });
}
