import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TimeBudget } from '../../../electron/capture/time-budget.ts';
import { Ledger } from '../../../electron/capture/ledger.ts';
import { MainDocument } from '../../../electron/capture/page/main-document.ts';
import { takeSecondPath, type SecondPathFacts } from '../../../electron/capture/second-path/second-path.ts';
import type { SpawnChild } from '../../../electron/casefile/processes/children.ts';
import { exportDigests } from '../../../electron/seal/packages/export-digests.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const never: SpawnChild = () => {
  throw new Error('nothing may be fetched');
};
/** A child that dies at once, without a word. */
const dying: SpawnChild = () => ({
  send: () => undefined,
  onMessage: () => undefined,
  onEnd: (listener) => listener({ code: null, signal: 'SIGSEGV', said: '' }),
  kill: () => undefined,
});

function second(
  change: Partial<SecondPathFacts> & { url?: string; declined?: boolean; proxied?: boolean },
  seconds = 60,
) {
  const { url = 'https://news.example/a', declined = false, proxied = false, ...facts } = change;
  const ledger = new Ledger(() => undefined);
  const upstream = { kind: 'http', host: '10.0.0.1', port: 80, shown: 'http://10.0.0.1' } as const;
  const caseFile = freshCase();
  const taken = takeSecondPath(
    {
      target: new URL(url),
      options: {
        category: 'coverage',
        view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
        timeout: 60,
        allowPrivateNetwork: false,
        acceptInvalidCertificate: false,
        noSecondPath: declined,
        upstream: proxied ? upstream : null,
        operator: null,
        job: null,
      },
      session: 'fresh',
      load: { end: 'page' },
      main: new MainDocument(() => Promise.resolve()),
      server: null,
      connection: null,
      artifacts: [],
      caseFile,
      objects: caseFile,
      spawnChild: never,
      keep: () => undefined,
      keepFile: () => undefined,
      signal: new AbortController().signal,
      ...facts,
    },
    ledger,
    new TimeBudget(seconds),
  );
  return { taken, ledger };
}

const redirected = new MainDocument(() => Promise.resolve());
redirected.take({
  say: 'redirect',
  redirect: { loader: 'L1', url: 'https://news.example/in?ticket=ST-1', status: 302, location: '/', headers: [] },
});

test.for([
  ['a link that carries a token', { url: 'https://news.example/a?access_token=1' }, 'second-path-token'],
  ['a redirect of the browser that carries one', { main: redirected }, 'second-path-token'],
  ['a session in which somebody logged in', { session: 'logged-in' }, 'second-path-logged-in'],
  ['the operator’s wish', { declined: true }, 'second-path-declined'],
  ['a proxy', { proxied: true }, 'second-path-behind-proxy'],
] as const)('%s: nothing is fetched, and the ledger says skipped and why', async ([, change, code]) => {
  const { taken, ledger } = second(change);
  expect(await taken).toMatchObject({ secondPath: { ran: false, reason: { code } } });
  expect(ledger.steps).toMatchObject([{ step: 'second-path', outcome: 'skipped', reason: { code } }]);
});

test('a process that dies is a failed step that says so, and nothing worse', async () => {
  const { taken, ledger } = second({ spawnChild: dying });
  expect(await taken).toMatchObject({
    secondPath: { ran: false, reason: { code: 'second-path-died' } },
    connection: null,
  });
  expect(ledger.steps).toMatchObject([{ step: 'second-path', outcome: 'failed' }]);
  expect(ledger.warnings).toEqual([]);
});

test('a process that cannot be started is one too', async () => {
  const { taken, ledger } = second({});
  expect(await taken).toMatchObject({ secondPath: { ran: false, reason: { code: 'step-error' } } });
  expect(ledger.steps).toMatchObject([{ step: 'second-path', outcome: 'failed' }]);
});

test('what is handed out holds the bytes and the chain, and not the log with its headers', async () => {
  const caseFile = freshCase();
  const put = (role: 'second-path' | 'second-path-body' | 'certificate-chain', name: string) => ({
    role,
    name,
    mediaType: 'application/octet-stream',
    ...caseFile.objects.putBytes(Buffer.from(name)),
  });
  const record = someCapture(caseFile, 'x');
  caseFile.addItem({
    ...record,
    artifacts: [
      put('second-path', 'second-path.json'),
      put('second-path-body', 'second-path-body.bin'),
      put('certificate-chain', 'second-path-chain.pem'),
    ],
  });
  const services = { signal: new AbortController().signal, onEvent: () => undefined };
  const { archives } = await exportDigests(caseFile, freshFolder(), services);
  const names = Object.keys(unzipSync(readFileSync(archives[0]?.path ?? '')));
  expect(
    names
      .filter((name) => name.includes('second-path'))
      .map((name) => name.split('/').at(-1))
      .sort(),
  ).toEqual(['second-path-body.bin', 'second-path-chain.pem']);
});
