import { createHash, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnchors } from '../../../electron/seal/time/anchors.ts';
import { askForToken } from '../../../electron/seal/time/ask-for-token.ts';
import { fetchRevocation } from '../../../electron/seal/time/fetch-revocation.ts';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { tokenTexts } from '../../../shared/messages/verify/token-messages.ts';
import { verifyToken } from '../../../shared/timestamp/verify-token.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';
import { revocationList } from '../../fixtures/pki/certificates.ts';

const shipped = resolve(import.meta.dirname, '../../../resources/anchors');
const digests = { 'SHA-256': createHash('sha256').update('checkpoint').digest('hex') };
const { signal } = new AbortController();
let authority: Authority;
let revoked = false;
beforeAll(async () => {
  const crl = () =>
    revocationList(
      authority.intermediate,
      revoked ? [{ certificate: authority.tsa.certificate, at: '2020-01-01T00:00:00Z' }] : [],
    );
  authority = await startAuthority({ crl });
});
afterAll(() => authority.close());

test('the program comes with roots of known services', () => {
  const names = readAnchors(shipped, [authority.anchorFile]).map(({ subjectText }) => subjectText);
  expect(names.length).toBeGreaterThan(10);
  expect(names).toContain('CN=测试根证书 Test Root');
});

test('revocation lists are fetched with the token, kept, and speak years later', async () => {
  revoked = false; // the runner of mutants runs it many times
  const anchors = readAnchors(shipped, [authority.anchorFile]);
  const services = { fetch: globalThis.fetch, random: randomBytes, anchors, signal, pauses: [] };
  const asked = await askForToken(digests['SHA-256'], [{ url: authority.url, policy: null }], services);
  if (asked.outcome !== 'granted') throw new Error('no token');
  const path = asked.verdict.path ?? [];

  const clean = await fetchRevocation(path, globalThis.fetch, signal);
  expect(clean.crls).toHaveLength(1);
  const question = { token: asked.token, digests, anchors };
  const later = await verifyToken({ ...question, revocation: clean }, nodePrimitives);
  expect(later.good).toBe(true);
  // The intermediate names no list: that nobody knows is a note, and no fault.
  expect(later.findings.map(({ code, rank }) => `${rank} ${code}`)).toEqual(['note token-revocation-unchecked']);

  revoked = true;
  const bad = await verifyToken(
    { ...question, revocation: await fetchRevocation(path, globalThis.fetch, signal) },
    nodePrimitives,
  );
  expect(bad.findings.map(({ code }) => code)).toContain('token-revoked');
  expect(tokenTexts['token-revoked']['zh-CN']).toContain('吊销');
});
