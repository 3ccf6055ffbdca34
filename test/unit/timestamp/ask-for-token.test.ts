import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { because } from '../../../shared/cause.ts';
import { askForToken, type AskServices } from '../../../electron/seal/time/ask-for-token.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';
import { answerAround, forgeToken, refusal } from '../../fixtures/pki/tokens.ts';

const digest = createHash('sha256').update('checkpoint').digest('hex');
let authority: Authority;
let services: AskServices;
beforeAll(async () => {
  authority = await startAuthority();
  services = {
    fetch: globalThis.fetch,
    random: randomBytes,
    anchors: [authority.root.certificate],
    signal: new AbortController().signal,
    pauses: [1, 1],
  };
});
afterAll(() => authority.close());
afterEach(() => authority.misbehave(null));

const service = () => ({ url: authority.url, policy: null });
/** Nothing listens on port 1. */
const deaf = { url: 'http://127.0.0.1:1/', policy: null };

test('a granted token answers this request and leads to the trusted root', async () => {
  const asked = await askForToken(digest, [service()], services);
  expect(asked).toMatchObject({ outcome: 'granted', verdict: { good: true } });
});

test('a token of an authority that is not trusted here is granted, and said to be so', async () => {
  const asked = await askForToken(digest, [service()], { ...services, anchors: [] });
  expect(asked).toMatchObject({ outcome: 'granted', verdict: { good: false } });
});

test('a service that cannot be reached is tried again, then the next one is asked', async () => {
  const asked = await askForToken(digest, [deaf, service()], services);
  expect(asked).toMatchObject({ outcome: 'granted', service: { url: authority.url } });
  const alone = await askForToken(digest, [deaf], services);
  expect(alone).toMatchObject({ outcome: 'unreachable', tried: [{}, {}, {}] });
});

test('an answer from before, for another request, is refused', async () => {
  authority.misbehave(() => ({ body: answerAround(forgeToken({ signer: authority.tsa, digest, nonce: '01' })) }));
  const asked = await askForToken(digest, [service()], services);
  expect(asked).toMatchObject({
    outcome: 'refused',
    tried: [{ why: because('token-fault', { codes: 'token-nonce-differs' }) }],
  });
});

test('a refusal is told in the service’s words, and not asked again', async () => {
  authority.misbehave(() => ({ body: refusal('余额不足') }));
  const before = authority.asked();
  const asked = await askForToken(digest, [service()], services);
  expect(asked).toMatchObject({
    outcome: 'refused',
    tried: [{ why: because('stamp-refused', { status: '余额不足' }) }],
  });
  expect(authority.asked() - before).toBe(1);
});

test('a busy service is asked again until it answers', async () => {
  let times = 0;
  authority.misbehave((query) =>
    ++times < 3 ? { status: 503, body: Buffer.from('busy') } : { body: authority.reply(query) },
  );
  expect(await askForToken(digest, [service()], services)).toMatchObject({ outcome: 'granted' });
});

test.each([
  ['a web page', Buffer.from('<html>login</html>')],
  ['nothing', Buffer.alloc(0)],
  ['megabytes', Buffer.alloc(2 << 20)],
])('a service that answers with %s gives no token', async (_, body) => {
  authority.misbehave(() => ({ body }));
  expect((await askForToken(digest, [service()], services)).outcome).not.toBe('granted');
});
