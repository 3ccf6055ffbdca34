import { because } from '../cause.ts';
import { canonicalJson, utf8 } from '../canonical-json.ts';
import { recordSchema, type ItemRecord } from '../case/record.ts';
import { entrySchema, leafHash, type Entry } from '../custody/entry.ts';
import { parsePayload } from '../custody/payload.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';
import { textOfUtf8 } from '../utf8.ts';

/** An item as its custody entry leads to it. `leaf`: leaf hash of the entry; `sha256`: digest of the record. */
export type ProvenEntry = Readonly<{ entry: Entry; leaf: Sha256; sha256: Sha256; record: ItemRecord }>;

/** Entry → payload → record. @throws {Error} where one is not the other's */
export function followEntry(
  item: string,
  said: Readonly<{ entry: string; payload: string }>,
  recordBytes: Uint8Array,
  newSha256: NewSha256,
): ProvenEntry {
  const entry = entrySchema.parse(JSON.parse(said.entry));
  if (canonicalJson(entry) !== said.entry) throw new Error(because('not-canonical'));
  if (entry.act !== 'item-added') throw new Error(because('entry-act', { act: entry.act }));
  if (sha256Of(newSha256, utf8(said.payload)) !== entry.payload) throw new Error(because('payload-other'));
  const { item: added, record: sha256 } = parsePayload('item-added', said.payload);
  if (added !== item || sha256Of(newSha256, recordBytes) !== sha256) throw new Error(because('record-other'));
  const record = recordSchema.parse(JSON.parse(textOfUtf8(recordBytes)));
  if (record.item !== item) throw new Error(because('record-of-other-item'));
  return { entry, leaf: leafHash(entry, newSha256), sha256, record };
}
