import { join } from 'node:path';
import { canonicalBytes, type Json } from '../../../shared/canonical-json.ts';
import type { Artifact, CaptureRecord, Role } from '../../../shared/case/record.ts';
import type { Reason } from '../../../shared/case/reason.ts';
import { unexplained, type SecondPath, type SecondPathRun } from '../../../shared/case/capture/second-path.ts';
import type { StoredObjects, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import type { CaptureOptions } from '../capture-options.ts';
import type { TimeBudget } from '../time-budget.ts';
import type { Ledger, StepEnd } from '../ledger.ts';
import type { Load } from '../page/load.ts';
import type { MainDocument } from '../page/main-document.ts';
import type { BrowserCopy, SecondPathAnswer, SecondPathRequest } from './messages.ts';
import { tokenIn, tokenParams } from './token-link.ts';
import { remove } from '../../casefile/files/durable.ts';

/** Longest fetch, in ms; and where the browser found nobody there, for whom nobody waits long a second time. */
const patience = { page: 10_000, nobody: 4_000 } as const;
/** More for the child to start and to compare, in ms. */
const toCompare = 6_000;
const megabytes = 400;
/** The record lists so many differences; the log has all. */
const mostListed = 40;

type Connection = CaptureRecord['connection'];

export type SecondPathFacts = Readonly<{
  target: URL;
  options: CaptureOptions;
  /** A browser session in which somebody logged in is never repeated: another visitor would get something else. */
  session: 'fresh' | 'logged-in';
  load: Load;
  main: MainDocument;
  server: CaptureRecord['server'];
  connection: Connection;
  artifacts: readonly Artifact[];
  caseFile: Pick<WritableCase, 'scratch'>;
  objects: StoredObjects;
  spawnChild: SpawnChild;
  keep(role: Role, name: string, mediaType: string, bytes: Uint8Array): void;
  keepFile(role: Role, name: string, mediaType: string, path: string): void;
  signal: AbortSignal;
}>;

/** What the second path adds to the record; `connection` is its own where the browser recorded none. */
export type SecondPathEnd = Readonly<{ secondPath: SecondPath; connection: Connection }>;

/**
 * Fetches the address again by the program itself, in a child process, and compares (the two independent tools of
 * (2018)浙0192民初81号: a browser and a plain fetch, each with its own log). However it ends, the capture is no worse: the
 * step is not one that a capture must have, and what came of it is shown.
 */
export async function takeSecondPath(
  facts: SecondPathFacts,
  ledger: Ledger,
  timeBudget: TimeBudget,
): Promise<SecondPathEnd> {
  const { connection } = facts;
  const end = await ledger.run('second-path', async (short) => {
    const reason = whyNot(facts, timeBudget);
    if (reason) {
      short({ outcome: 'skipped', reason });
      return { secondPath: { ran: false, reason } as const, connection };
    }
    return fetchAndCompare(facts, ledger, timeBudget, short);
  });
  const broken: Reason = ledger.steps.findLast(({ step }) => step === 'second-path')?.reason ?? { code: 'step-error' };
  return end ?? { secondPath: { ran: false, reason: broken }, connection };
}

/** Whether the options let the address be fetched again; the address itself may still forbid it. */
export const mayFetchAgain = (options: CaptureOptions, session: SecondPathFacts['session']): boolean =>
  notByOptions(options, session) === null;

function notByOptions(options: CaptureOptions, session: SecondPathFacts['session']): Reason | null {
  if (options.noSecondPath === true) return { code: 'second-path-declined' };
  if (session === 'logged-in') return { code: 'second-path-logged-in' };
  return options.upstream ? { code: 'second-path-behind-proxy' } : null;
}

function whyNot({ options, session, target, main }: SecondPathFacts, timeBudget: TimeBudget): Reason | null {
  const not = notByOptions(options, session);
  if (not) return not;
  const visited = [target.href, ...main.redirects.map(({ url }) => url), main.response?.url ?? target.href];
  for (const link of visited) {
    const url = URL.parse(link);
    const token = url && tokenIn(url);
    if (token) return { code: 'second-path-token', params: tokenParams(token) };
  }
  return timeBudget.left(2_000) < 1_000 ? { code: 'second-path-no-time' } : null;
}

async function fetchAndCompare(
  facts: SecondPathFacts,
  ledger: Ledger,
  timeBudget: TimeBudget,
  short: (end: StepEnd) => void,
): Promise<SecondPathEnd> {
  const { caseFile, spawnChild, signal, keep, keepFile } = facts;
  const folder = caseFile.scratch();
  try {
    const request = requestOf(facts, timeBudget, join(folder, 'body'));
    const limits = { milliseconds: request.order.patience + toCompare, megabytes };
    const result = await runInChild(spawnChild, 'capture/second-path/second-path-child', request, limits, signal);
    if (result.ended === 'died') {
      const reason: Reason = {
        code: 'second-path-died',
        params: { why: result.because },
      };
      short({ outcome: 'failed', reason });
      return { secondPath: { ran: false, reason }, connection: facts.connection };
    }
    const answer = result.answer as SecondPathAnswer; // our own child's words
    const { log, comparison } = answer;
    keep(
      'second-path',
      'second-path.json',
      'application/json',
      canonicalBytes(JSON.parse(JSON.stringify(answer)) as Json),
    ); // plain data
    const tls = log.hops.at(-1)?.tls ?? null;
    if (tls)
      keep(
        'certificate-chain',
        'second-path-chain.pem',
        'application/x-pem-file',
        Buffer.from(tls.pem.join(''), 'ascii'),
      );
    if (log.body)
      keepFile('second-path-body', 'second-path-body.bin', 'application/octet-stream', request.order.bodyPath);
    if (log.short) short({ outcome: comparison.same.includes('status') ? 'partial' : 'failed', reason: log.short });
    const secondPath = runOf(answer);
    const unknown = unexplained(secondPath).length;
    if (unknown > 0) ledger.warn('second-path-differs', { count: unknown });
    return { secondPath, connection: facts.connection ?? connectionOf(answer) };
  } finally {
    remove(folder);
  }
}

function requestOf(facts: SecondPathFacts, timeBudget: TimeBudget, bodyPath: string): SecondPathRequest {
  const { target, options, load, main, server, artifacts, objects, connection } = facts;
  const nobody = load.end === 'none' && !load.blocked;
  const body = artifacts.find(({ role }) => role === 'source' || role === 'original');
  const pem = artifacts.find(({ name }) => name === 'certificate-chain.pem');
  const browser: BrowserCopy = {
    status: main.response?.status ?? null,
    finalUrl: main.response?.url ?? null,
    headers: main.response?.headers ?? [],
    address: server?.address ?? null,
    addressesOffered: server?.addressesOffered ?? [],
    presented: main.presented,
    leaf: connection && pem ? Buffer.from(objects.readObject(pem.sha256)).toString('ascii') : null,
    body: body ? { path: objects.objectPath(body.sha256), bytes: body.bytes, sha256: body.sha256 } : null,
  };
  return {
    browser,
    order: {
      url: target.href,
      // Where it was not seen: nothing by which a server could tell this visitor from others.
      presented: main.presented ?? { userAgent: 'Mozilla/5.0', acceptLanguage: null },
      allowPrivateNetwork: options.allowPrivateNetwork,
      acceptInvalidCertificate: options.acceptInvalidCertificate,
      patience: Math.min(nobody ? patience.nobody : patience.page, timeBudget.left(3_000)),
      bodyPath,
    },
  };
}

/** What the record keeps of it: no header's secret value, and no word of the page. */
function runOf({ log, comparison }: SecondPathAnswer): SecondPathRun {
  const last = log.hops.at(-1);
  const { differences } = comparison;
  const listed = differences.slice(0, mostListed);
  const tls = last?.tls ?? null;
  return {
    ran: true,
    startedAt: log.startedAt,
    endedAt: log.endedAt,
    userAgent: headerSent(log, 'user-agent'),
    acceptLanguage: headerSent(log, 'accept-language'),
    short: log.short,
    status: last?.answer?.status ?? null,
    finalUrl: last?.url ?? null,
    address: last?.address ?? null,
    tls: tls && {
      protocol: tls.protocol,
      cipher: tls.cipher,
      certificateError: tls.certificateError,
      chain: tls.chain.map((one) => ({ ...one })),
    },
    bytes: log.body?.bytes ?? null,
    same: [...comparison.same],
    differences: listed.map((one) => ({ ...one })),
    ...(differences.length > listed.length && { more: differences.length - listed.length }),
  };
}

/** A header as it went out with the last request that was sent; null: none was, or not with it. */
function headerSent({ hops }: SecondPathAnswer['log'], wanted: string): string | null {
  const sent = hops.findLast((hop) => hop.sent !== null)?.sent;
  return sent?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
}

/** The second path's connection, where the browser has recorded none of its own. */
function connectionOf({ log }: SecondPathAnswer): Connection {
  const last = log.hops.at(-1);
  if (!last?.tls) return null;
  const { protocol, cipher, certificateError, chain } = last.tls;
  const origin = URL.parse(last.url)?.origin ?? last.url;
  return {
    origin,
    protocol,
    cipher,
    keyExchange: 'not recorded',
    certificateError,
    chain: chain.map((one) => ({ ...one })),
    seenBy: 'second-path',
  };
}
