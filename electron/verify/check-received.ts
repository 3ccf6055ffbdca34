import type { CustodyEvent } from '../../shared/custody/projection.ts';
import type { Sha256 } from '../../shared/digest.ts';
import type { CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import { isSealed } from '../../shared/package/layout.ts';
import type { CheckFindings, Finding } from '../../shared/verify/findings.ts';
import type { Means } from '../../shared/verify/judge.ts';
import { newPathRules } from '../../shared/verify/package/package-paths.ts';
import { asListed } from '../../shared/verify/package/as-listed.ts';
import { checkPackage } from '../../shared/verify/package/package-rules.ts';
import { fileSource } from '../casefile/files/file-source.ts';
import { objectFile } from '../casefile/objects.ts';

type Receipt = Extract<CustodyEvent, { act: 'package-received' }>['value'];

/** Sealed files of items that came in packages: their records name them, and they stayed where they were. */
export function withheldIn(custodyEvents: readonly CustodyEvent[]): ReadonlySet<Sha256> {
  return new Set(
    custodyEvents
      .filter(({ act, value }) => act === 'item-added' && 'received' in value && value.received !== undefined)
      .flatMap(({ item }) => item?.record.artifacts ?? [])
      .filter(isSealed)
      .map(({ sha256 }) => sha256),
  );
}

/**
 * Verifies every package that was taken over once more, from the files as they are kept: the other case's custody, its
 * seal and stamps. And every item that is said to have come with a package is one of it.
 */
export async function checkReceived(
  folder: string,
  custodyEvents: readonly CustodyEvent[],
  means: Means,
): Promise<Readonly<{ content: readonly CheckFindings[]; time: readonly CheckFindings[] }>> {
  const receipts = custodyEvents.flatMap((custodyEvent) =>
    custodyEvent.act === 'package-received' ? [custodyEvent.value] : [],
  );
  const own = checkItems(custodyEvents, receipts);
  if (receipts.length === 0) return { content: own.findings.length > 0 ? [own] : [], time: [] };
  const content: CheckFindings[] = [own];
  const time: CheckFindings[] = [];
  for (const receipt of receipts) {
    const refusal = newPathRules();
    const objects = new Map(receipt.files.map(({ path, sha256 }) => [path, sha256]));
    const files = receipt.files.map(({ path, bytes }) => ({ path, bytes, refused: refusal(path, true) }));
    const open = (path: string) => fileSource(objectFile(folder, objects.get(path) ?? ''));
    const found = await checkPackage(await asListed({ files, open }, means.newSha256), means);
    const named = (check: CheckFindings): CheckFindings => ({
      ...check,
      check: `received ${receipt.package.slice(0, 12)} ${check.check}`,
    });
    content.push(...found.content.map(named));
    time.push(named(found.time.check));
  }
  return { content, time };
}

function checkItems(
  custodyEvents: readonly CustodyEvent[],
  receipts: readonly Receipt[],
): CheckFindings<CaseFindingCode> {
  const findings: Finding<CaseFindingCode>[] = [];
  const here = new Set(custodyEvents.flatMap((custodyEvent) => custodyEvent.item?.record.item ?? []));
  let looked = 0;
  for (const custodyEvent of custodyEvents) {
    if (custodyEvent.act === 'attachment-added' && custodyEvent.value.received !== undefined) {
      const { item, received, file } = custodyEvent.value;
      const path = `data/attachments/${file.sha256}`;
      const from = receipts.find(({ package: sha256 }) => sha256 === received);
      looked += 1;
      if (from?.files.some((one) => one.path === path && one.sha256 === file.sha256) !== true)
        findings.push({ rank: 'failed', code: 'received-unknown', params: { item, package: received } });
    }
    if (custodyEvent.act !== 'item-added' || custodyEvent.value.received === undefined) continue;
    looked += 1;
    const { item, record, received } = custodyEvent.value;
    const path = `data/items/${item}/record.json`;
    const holds = receipts.some(
      ({ package: sha256, files }) =>
        sha256 === received && files.some((file) => file.path === path && file.sha256 === record),
    );
    if (!holds) findings.push({ rank: 'failed', code: 'received-unknown', params: { item, package: received } });
  }
  for (const { package: sha256, items } of receipts) {
    const count = items.filter((item) => !here.has(item)).length;
    if (count > 0) findings.push({ rank: 'note', code: 'receive-unfinished', params: { package: sha256, count } });
  }
  return { check: 'received', looked, findings };
}
