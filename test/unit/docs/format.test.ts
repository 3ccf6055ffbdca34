import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { makeProof, writeProof } from '../../../electron/seal/make-proof.ts';
import { newestFiled } from '../../../electron/seal/packages/filed-bundle.ts';
import { recordSchema, roles } from '../../../shared/case/record.ts';
import { eventTypes } from '../../../shared/custody/event-types.ts';
import { checkpointText, readCheckpoint } from '../../../shared/custody/checkpoint.ts';
import { entrySchema } from '../../../shared/custody/entry.ts';
import { proofFileSchema } from '../../../shared/package/proof-file.ts';
import { packageFiles } from '../../../shared/package/layout.ts';
import { proofSchema } from '../../../shared/package/proof.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';
import { exported, filedCase, flip } from '../../tamper/package-room.ts';
import { readBundle, readCase, readPackage, readProof } from './independent-reader.ts';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/format.md'), 'utf8');

let authority: Authority;
let made: WritableCase;
beforeAll(async () => {
  authority = await startAuthority();
  made = await filedCase(authority, true);
});
afterAll(async () => {
  made.close();
  await authority.close();
});

const ids = () => made.items().map(({ item }) => item);

describe('a reader written from docs/format.md alone', () => {
  test('shares no code with the program', () => {
    const source = readFileSync(join(import.meta.dirname, 'independent-reader.ts'), 'utf8');
    const imported = [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(4);
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });

  test('reads a case from its database, and from its objects alone', () => {
    const read = readCase(made.folder, 'database');
    expect(read.caseId).toBe(made.caseId);
    expect(read.title).toBe(made.facts().title);
    expect(read.acts).toEqual(made.entries().map(({ act }) => act));
    expect([...read.records.keys()]).toEqual(ids());
    const copy = join(freshFolder(), 'copy');
    cpSync(made.folder, copy, { recursive: true, filter: (path) => !/case\.db|writer\.lock/.test(path) });
    expect(readCase(copy, 'objects')).toEqual(read);
  });

  test('finds a flipped bit in any object that the log leads to', () => {
    const copy = join(freshFolder(), 'copy');
    cpSync(made.folder, copy, { recursive: true });
    for (const sha256 of readCase(copy, 'database').objects) {
      const file = join(copy, 'objects', sha256.slice(0, 2), sha256.slice(2));
      const good = readFileSync(file);
      chmodSync(file, 0o600);
      flip(copy, join('objects', sha256.slice(0, 2), sha256.slice(2)));
      expect(() => readCase(copy, 'database'), sha256).toThrow();
      writeFileSync(file, good);
    }
    expect(() => readCase(copy, 'database')).not.toThrow();
  });

  test('reads a bundle and makes its pictures again from the PDF', () => {
    const file = newestFiled(made)?.files.find(({ name }) => name.endsWith('.pdf'));
    const { manifest, pictures } = readBundle(file && 'path' in file ? file.path : '');
    const tiles = [...readCase(made.folder, 'database').records.values()]
      .flatMap(({ artifacts }) => artifacts as unknown as { role: string; sha256: string }[]) // as the page has them
      .flatMap(({ role, sha256 }) => (role === 'screenshot-tile' ? [sha256] : []));
    expect(pictures).toEqual(tiles.slice(0, 2)); // the third item is excluded
    expect(manifest.exhibits.map(({ item }) => item)).toEqual(ids().slice(0, 2));
    expect(manifest.pages.map(({ page: number }) => number)).toEqual(manifest.pages.map((_, at) => at + 1));
  });

  test('reads a package of either edition, whose stamps openssl takes for what the page says', async () => {
    const filing = (await exported(made, 'filing')).path;
    expect([...readPackage(filing).items.keys()]).toEqual(ids().slice(0, 2));
    expect(readPackage(filing)).toMatchObject({ edition: 'filing', logged: 0, head: { caseId: made.caseId } });
    const whole = (await exported(made, 'whole', authority, 'whole')).path;
    const read = readPackage(whole);
    expect([...read.items.keys()]).toEqual(ids());
    expect(read).toMatchObject({ edition: 'whole', logged: read.head.size });
    const [stamp] = read.stamps;
    const stamped = [
      [packageFiles.token, packageFiles.tagManifest],
      [`${stamp}/token.tsr`, `${stamp}/checkpoint.txt`],
    ] as const;
    for (const [token, data] of stamped) {
      const said = execFileSync(
        'openssl',
        [
          'ts',
          '-verify',
          '-token_in',
          '-in',
          join(whole, token),
          '-data',
          join(whole, data),
          '-CAfile',
          authority.anchorFile,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      );
      expect(said).toContain('Verification: OK');
    }
    appendFileSync(join(whole, 'custody/proofs.jsonl'), '\n');
    expect(() => readPackage(whole)).toThrow('custody/proofs.jsonl');
    rmSync(join(filing, 'custody/checkpoint.txt'));
    expect(() => readPackage(filing)).toThrow();
  });

  test('reads a proof of one item', async () => {
    const [first, second] = made.items();
    const never = new AbortController().signal;
    const path = join(freshFolder(), 'story.proof.json');
    const entries = made.entries();
    const early = readCheckpoint(readFileSync(made.objectPath(stampedCheckpoint()), 'utf8'));
    await writeProof(made, path, makeProof(made, first ?? null, early, 'test'), first ?? null, never);
    expect(readProof(path)).toMatchObject({ record: { item: first?.item }, covered: 1, since: early });
    const later = join(freshFolder(), 'later.proof.json');
    await writeProof(made, later, makeProof(made, second ?? null, null, 'test'), second ?? null, never);
    expect(readProof(later)).toMatchObject({ record: { item: second?.item }, covered: 0, since: null });
    expect(checkpointText(early).split('\n')[1]).not.toBe(String(entries.length)); // an earlier head, not this one
    const [text] = [readFileSync(path, 'utf8')];
    writeFileSync(path, text.replace('第 1 项', '第 9 项').replace('标题 第 0 项', '标题 第 8 项'));
    expect(() => readProof(path)).toThrow('the record');
  });
});

/** The object that the first request for a stamp names. */
function stampedCheckpoint(): string {
  const asked = made.entries().find(({ act }) => act === 'stamp-requested');
  const { value } = JSON.parse(Buffer.from(made.readObject(asked?.payload ?? '')).toString('utf8')) as {
    value: { checkpoint: { sha256: string } };
  };
  return value.checkpoint.sha256;
}

describe('docs/format.md', () => {
  const schemas: Readonly<Record<string, z.ZodType>> = {
    record: recordSchema,
    entry: entrySchema,
    manifest: manifestSchema,
    proof: proofSchema,
    'proof file': proofFileSchema,
    ...Object.fromEntries(Object.entries(eventTypes).map(([act, { payload }]) => [act, payload])),
  };
  const quoted = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? ''));

  test.each(Object.keys(schemas))('names every field of: %s', (name) => {
    const schema = schemas[name];
    const fields = schema ? fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any' })) : [];
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !quoted.has(field))).toEqual([]);
  });

  test('names every act with its class, every role, and every file of a package', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (content|procedural) +\|/gm)].map(([, act, kind]) => [
      act,
      kind,
    ]);
    expect(rows.sort()).toEqual(Object.entries(eventTypes).map(([act, { class: kind }]) => [act, kind]).sort()); // prettier-ignore
    expect(roles.filter((role) => !quoted.has(role))).toEqual([]);
    expect(Object.values(packageFiles).filter((path) => !page.includes(path))).toEqual([]);
  });
});

/** Names of all properties in a JSON schema, at any depth. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf);
  const { properties, ...rest } = schema as Record<string, unknown>;
  const own = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  const names = own.flatMap(([name, below]) => [name, ...fieldsOf(below)]);
  return [...new Set([...names, ...Object.values(rest).flatMap(fieldsOf)])];
}
