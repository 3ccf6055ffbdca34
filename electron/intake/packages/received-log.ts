import { z } from 'zod';
import type { Attachment } from '../../../shared/case/attachment.ts';
import type { CustodyPayload } from '../../../shared/custody/event-types.ts';
import { entrySchema, leafHash, type Entry } from '../../../shared/custody/entry.ts';
import { isEventType, parsePayload } from '../../../shared/custody/payload.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import type { PackageEdition } from '../../../shared/package/layout.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';

export type Exclusion = NonNullable<CustodyPayload<'package-received'>['excluded']>[number];

/** What the whole custody log of a package tells beside its items. */
export type ReceivedLog = Readonly<{
  /** What third parties gave for its items. What a machine read is not among it: it is read again where it is wanted. */
  attachments: readonly Attachment[];
  /** What stands excluded at the end of the log, there or where it came from before. */
  excluded: readonly Exclusion[];
  /** Leaf hash of each entry, in order. */
  leaves: readonly Sha256[];
}>;

const lineSchema = z.strictObject({ entry: z.string(), payload: z.string() });

/** @param text `custody/log.jsonl` of a package that was verified: each line is an entry with its own payload */
export function readReceivedLog(text: string): ReceivedLog {
  const attachments: Attachment[] = [];
  const excluded = new Map<string, Exclusion>();
  const before = new Map<string, Exclusion>();
  const leaves: Sha256[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const said = lineSchema.parse(JSON.parse(line));
    const entry: Entry = entrySchema.parse(JSON.parse(said.entry));
    leaves.push(leafHash(entry, newSha256));
    if (!isEventType(entry.act)) continue;
    if (entry.act === 'attachment-added') {
      const attachment = parsePayload(entry.act, said.payload);
      if (attachment.kind !== 'machine-read') attachments.push(attachment);
    } else if (entry.act === 'item-excluded') {
      const { item, reason } = parsePayload(entry.act, said.payload);
      excluded.set(item, { item, reason, person: entry.actor.person });
    } else if (entry.act === 'package-received') {
      const { edition, items, excluded: told = [] } = parsePayload(entry.act, said.payload);
      for (const item of tellsExclusions(edition) ? items : []) before.delete(item);
      for (const one of told) before.set(one.item, one);
    } else if (entry.act === 'item-included') excluded.delete(parsePayload(entry.act, said.payload).item);
  }
  return { attachments, excluded: [...new Map([...before, ...excluded]).values()], leaves };
}

/** A filing edition has no log: that nothing is told of exclusions in it does not say that there were none. */
const tellsExclusions = (edition: PackageEdition) => edition === 'whole';

/** How an item stood excluded in the case that handed it over, as the newest package with it tells that can; null: none says so. */
export function excludedElsewhere(caseFile: ReadableCase, item: string): Exclusion | null {
  const [newest] = receiptsOf(caseFile)
    .filter(({ edition, items }) => tellsExclusions(edition) && items.includes(item))
    .slice(-1);
  return newest?.excluded?.find((one) => one.item === item) ?? null;
}

/** Every package that was taken over, in order. */
export function receiptsOf(caseFile: ReadableCase): readonly CustodyPayload<'package-received'>[] {
  return caseFile
    .entries()
    .filter(({ act }) => act === 'package-received')
    .map(({ payload }) => parsePayload('package-received', Buffer.from(caseFile.readObject(payload)).toString('utf8')));
}
