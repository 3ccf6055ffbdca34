import { beforeAll, describe, expect, test } from 'vitest';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { because } from '../../../shared/cause.ts';
import { canonicalBytes, canonicalJson } from '../../../shared/canonical-json.ts';
import { leafHash, noPrevious, type Entry } from '../../../shared/custody/entry.ts';
import { sha256Of, type Sha256 } from '../../../shared/digest.ts';
import { readLog, type ReadObject } from '../../../shared/verify/custody-rules.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

/** A log of four entries that the program wrote, and every object that it leads to, as text by digest. */
let entries: readonly Entry[];
let objects: ReadonlyMap<Sha256, string>;
beforeAll(() => {
  const caseFile = freshCase();
  const { item } = caseFile.addItem(someCapture(caseFile, '甲'));
  caseFile.addItem(someCapture(caseFile, '乙'));
  caseFile.logEvent('item-excluded', { item, reason: '无关' }, item);
  entries = caseFile.entries();
  const text = (sha256: Sha256) => new TextDecoder().decode(caseFile.readObject(sha256));
  const records = caseFile.items().map(({ recordSha256 }) => recordSha256);
  objects = new Map([...entries.map(({ payload }) => payload), ...records].map((one) => [one, text(one)]));
  caseFile.close();
});

/** Each entry leads on from the one before, by the rule of RFC 6962, from `from` on. */
function linked(log: readonly Entry[], from = 0): readonly Entry[] {
  const done: Entry[] = log.slice(0, from);
  for (const entry of log.slice(from)) {
    const last = done.at(-1);
    done.push({ ...entry, prev: last ? leafHash(last, newSha256) : noPrevious });
  }
  return done;
}

/** Reads a log whose entries are all stored as they are; `change` replaces what an object gives. */
function read(log: readonly Entry[], change: Partial<Record<Sha256, ReturnType<ReadObject>>> = {}) {
  const stored = new Map(log.map((entry) => [sha256Of(newSha256, canonicalBytes(entry)), canonicalJson(entry)]));
  const of: ReadObject = (sha256) => {
    const text = stored.get(sha256) ?? objects.get(sha256);
    return (
      change[sha256] ??
      (text === undefined ? { why: because('file-missing-here'), here: false } : { text, bytes: text.length })
    );
  };
  return readLog(log.map(canonicalJson), of, newSha256);
}
const codesOf = (log: ReturnType<typeof read>) =>
  log.findings.map(({ rank, code, params }) => [rank, code, params['seq']]);
const changed = (seq: number, change: Partial<Entry>) =>
  entries.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));

describe('a custody log', () => {
  test('as it was written has nothing wrong, and leads to each of its objects', () => {
    const log = read(entries);
    expect(log.findings).toEqual([]);
    expect(log.custodyEvents.map(({ entry }) => entry.act)).toEqual(entries.map(({ act }) => act));
    expect(log.leaves).toEqual(entries.map((entry) => leafHash(entry, newSha256)));
    for (const sha256 of objects.keys()) expect(log.uses.has(sha256)).toBe(true);
  });

  test('an entry that names another before it breaks the chain, though all behind it are linked to it anew', () => {
    for (const { seq } of entries) {
      const log = linked(changed(seq, { prev: 'ab'.repeat(32) }), seq + 1);
      expect(codesOf(read(log)), `entry ${seq}`).toEqual([['failed', 'chain-broken', seq]]);
    }
  });

  test('an entry edited breaks it at the next, which still names what was there', () => {
    const log = changed(1, { wall: '2018-01-01T00:00:00.000Z' });
    expect(codesOf(read(log))).toEqual([['failed', 'chain-broken', 2]]);
  });

  test('an entry with another number breaks it, though the links hold', () => {
    expect(codesOf(read(linked(changed(2, { seq: 7 }), 3)))).toEqual([['failed', 'chain-broken', 2]]);
  });

  test('an entry taken out breaks it there, and so does an order that was changed', () => {
    const without = entries.filter(({ seq }) => seq !== 1);
    expect(codesOf(read(without)).map(([, code, seq]) => [code, seq])).toEqual([
      ['chain-broken', 1],
      ['chain-broken', 2],
    ]);
    const [a, b, c, ...rest] = entries as [Entry, Entry, Entry, ...Entry[]];
    expect(codesOf(read([a, c, b, ...rest])).map(([, code, seq]) => [code, seq])).toEqual([
      ['chain-broken', 1],
      ['chain-broken', 2],
      ['chain-broken', 3],
    ]);
  });

  test('an entry of another case is named, though it is linked', () => {
    const log = linked(changed(2, { caseId: 'ab'.repeat(16) }), 3);
    expect(codesOf(read(log))).toEqual([['failed', 'case-id-differs', 2]]);
  });

  test('text that is no entry, or not in its one canonical form, cannot be read, and what is behind it is still looked at', () => {
    const bodies = entries.map(canonicalJson);
    const of: ReadObject = () => ({ why: because('EACCES'), here: true });
    const spaced = readLog(bodies.with(1, bodies[1]!.replace('{', '{ ')), of, newSha256).findings;
    expect(
      spaced.filter(({ code }) => code === 'entry-unreadable').map(({ rank, params }) => [rank, params['seq']]),
    ).toEqual([['failed', 1]]);
    const junk = readLog(bodies.with(3, '{"v":1}'), of, newSha256).findings;
    expect(junk.filter(({ code }) => code === 'entry-unreadable').map(({ params }) => params['seq'])).toEqual([3]);
  });

  test.for([
    [false, 'failed'],
    [true, 'unknown'],
  ] as const)('what it leads to and is not to be had (on this computer only: %s) is %s', ([here, rank]) => {
    const record = [...objects.keys()].at(-1)!;
    const gone = { why: because('file-missing-here'), here };
    const entryObject = sha256Of(newSha256, canonicalBytes(entries[1]!));
    expect(codesOf(read(entries, { [entryObject]: gone }))).toEqual([[rank, 'entry-differs', 1]]);
    expect(codesOf(read(entries, { [entries[3]!.payload]: gone }))).toEqual([[rank, 'payload-unreadable', 3]]);
    expect(read(entries, { [record]: gone }).findings.map((one) => [one.rank, one.code])).toEqual([
      [rank, 'record-unreadable'],
    ]);
  });

  test('an act of a newer program is unknown, neither right nor wrong', () => {
    expect(codesOf(read(linked(changed(3, { act: 'item-blessed' }))))).toEqual([['unknown', 'entry-unreadable', 3]]);
  });

  test('content or a record that is not of its schema, or of another item, fails by name', () => {
    const [first, second] = [...objects.keys()].slice(-2) as [Sha256, Sha256];
    const bad = { text: '{}', bytes: 2 };
    expect(codesOf(read(entries, { [entries[3]!.payload]: bad }))).toEqual([['failed', 'payload-unreadable', 3]]);
    expect(read(entries, { [first]: bad }).findings.map(({ rank, code }) => [rank, code])).toEqual([
      ['failed', 'record-unreadable'],
    ]);
    const other = objects.get(second)!;
    expect(
      read(entries, { [first]: { text: other, bytes: other.length } }).findings.map(({ rank, code }) => [rank, code]),
    ).toEqual([['failed', 'record-of-another']]);
  });
});
