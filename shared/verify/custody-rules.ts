import type { Cause } from '../text.ts';
import { because, causeOf } from '../cause.ts';
import { canonicalJson } from '../canonical-json.ts';
import { recordSchema, type ItemRecord } from '../case/record.ts';
import { entrySchema, leafHash, noPrevious, type Entry } from '../custody/entry.ts';
import { isEventType, parsePayload } from '../custody/payload.ts';
import type { CustodyPayload } from '../custody/event-types.ts';
import { namedObjects } from '../custody/named-objects.ts';
import type { CustodyEvent } from '../custody/projection.ts';
import type { Stored } from '../custody/stored.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';
import type { CaseFindingCode } from '../messages/verify/verify-messages.ts';
import { utf8 } from '../canonical-json.ts';
import type { Finding } from './findings.ts';

/** What the rules need: the text of an object by its digest (checked by the caller), or why it is not to be had. */
export type ReadObject = (sha256: Sha256) => Readonly<{ text: string; bytes: number }> | Unread;

/** `here`: this computer could not read it, which says nothing of what it holds. */
type Unread = Readonly<{ why: Cause; here: boolean }>;
const rankOf = ({ here }: Unread) => (here ? 'unknown' : 'failed');

/** The custody log as found: whole entries with what they lead to, and everything that is wrong with it. */
export type ReadLog = Readonly<{
  custodyEvents: readonly CustodyEvent[];
  findings: readonly Finding<CaseFindingCode>[];
  /** Leaf hash of every entry that could be read, in order. */
  leaves: readonly Sha256[];
  /** Every object that the log leads to, also where it could not be followed further, with what it is there for. */
  uses: ReadonlyMap<Sha256, Use>;
}>;
export type Use = Readonly<{ use: Cause; bytes: number | null }>;

/**
 * Reads a custody log, entry by entry: canonical bytes, no gap, each linked to the one before (RFC 6962 leaf hash), one
 * case, each payload and record there and of its schema, each entry equal to its stored object.
 *
 * @param bodies entry texts in order of their rows
 */
export function readLog(bodies: readonly string[], read: ReadObject, newSha256: NewSha256): ReadLog {
  const findings: Finding<CaseFindingCode>[] = [];
  const custodyEvents: CustodyEvent[] = [];
  const uses = new Map<Sha256, Use>();
  const leaves: Sha256[] = [];
  let prev = noPrevious;
  let caseId: string | undefined;
  bodies.forEach((body, seq) => {
    const entry = parseEntry(body);
    if (typeof entry === 'string') {
      findings.push({ rank: 'failed', code: 'entry-unreadable', params: { seq, why: entry } });
      return;
    }
    if (entry.seq !== seq || entry.prev !== prev)
      findings.push({ rank: 'failed', code: 'chain-broken', params: { seq } });
    caseId ??= entry.caseId;
    if (entry.caseId !== caseId) findings.push({ rank: 'failed', code: 'case-id-differs', params: { seq } });
    prev = leafHash(entry, newSha256);
    leaves.push(prev);
    const custodyEvent = follow(entry, prev, body, read, newSha256, (sha256, use, bytes) => {
      if (!uses.has(sha256)) uses.set(sha256, { use, bytes: bytes ?? null });
    });
    if ('code' in custodyEvent) findings.push(custodyEvent);
    else custodyEvents.push(custodyEvent);
  });
  return { custodyEvents, findings, leaves, uses };
}

function parseEntry(body: string): Entry | Cause {
  try {
    const entry = entrySchema.parse(JSON.parse(body));
    return canonicalJson(entry) === body ? entry : because('not-canonical');
  } catch (error) {
    return causeOf(error);
  }
}

type NoteUse = (sha256: Sha256, use: Cause, bytes?: number) => void;

function follow(
  entry: Entry,
  hash: Sha256,
  body: string,
  read: ReadObject,
  newSha256: NewSha256,
  noteUse: NoteUse,
): CustodyEvent | Finding<CaseFindingCode> {
  const { seq } = entry;
  const entryBytes = utf8(body);
  const entryObject: Stored = { sha256: sha256Of(newSha256, entryBytes), bytes: entryBytes.length };
  noteUse(entryObject.sha256, because('use-entry', { seq }), entryObject.bytes);
  noteUse(entry.payload, because('use-entry', { seq }));
  const stored = read(entryObject.sha256);
  if ('why' in stored)
    return { rank: rankOf(stored), code: 'entry-differs', params: { seq, sha256: entryObject.sha256 } };
  const bad = (why: Cause, here = false): Finding<CaseFindingCode> => ({
    rank: rankOf({ why, here }),
    code: 'payload-unreadable',
    params: { seq, sha256: entry.payload, why },
  });
  const payload = read(entry.payload);
  if ('why' in payload) return bad(payload.why, payload.here);
  if (!isEventType(entry.act)) {
    return {
      rank: 'unknown',
      code: 'entry-unreadable',
      params: { seq, why: because('event-newer', { act: entry.act }) },
    };
  }
  const common = { entry, hash, entryObject, payloadObject: { sha256: entry.payload, bytes: payload.bytes } };
  try {
    const value = parsePayload(entry.act, payload.text);
    for (const { sha256, use, bytes } of namedObjects(entry.act, value)) noteUse(sha256, use, bytes);
    if (entry.act !== 'item-added') return { ...common, act: entry.act, value } as CustodyEvent; // parsed by the act's own schema
    return withRecord(common, value as CustodyPayload<'item-added'>, read, noteUse); // as above
  } catch (error) {
    return bad(causeOf(error));
  }
}

function withRecord(
  common: Pick<CustodyEvent, 'entry' | 'hash' | 'entryObject' | 'payloadObject'>,
  value: CustodyPayload<'item-added'>,
  read: ReadObject,
  noteUse: NoteUse,
): CustodyEvent | Finding<CaseFindingCode> {
  noteUse(value.record, because('use-artifact', { item: value.item, name: 'record.json' }));
  const found = read(value.record);
  const bad = (why: Cause, here = false): Finding<CaseFindingCode> => ({
    rank: rankOf({ why, here }),
    code: 'record-unreadable',
    params: { item: value.item, sha256: value.record, why },
  });
  if ('why' in found) return bad(found.why, found.here);
  let record: ItemRecord;
  try {
    record = recordSchema.parse(JSON.parse(found.text));
  } catch (error) {
    return bad(causeOf(error));
  }
  for (const { sha256, bytes, name } of record.artifacts)
    noteUse(sha256, because('use-artifact', { item: value.item, name }), bytes);
  if (record.item !== value.item) return { rank: 'failed', code: 'record-of-another', params: { item: value.item } };
  return {
    ...common,
    act: 'item-added',
    value,
    item: { record, object: { sha256: value.record, bytes: found.bytes } },
  };
}
