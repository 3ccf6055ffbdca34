import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ArchivedExchange } from '../../archive/archived.ts';
import type { SearchedBodies } from '../../archive/searched-bodies.ts';
import { writeWacz } from '../../archive/wacz.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';
import type { Exchange } from './exchange.ts';

const longAgo = new Date(0).toISOString();
const page = { url: 'http://localhost/', title: '', text: '', startedAt: longAgo } as const;
const exchange: ArchivedExchange = {
  url: page.url,
  date: longAgo,
  method: 'GET',
  requestHeaders: [],
  requestBody: null,
  response: { status: 200, statusText: '', headers: [], body: null, truncated: null },
  address: null,
  protocols: [],
  cipherSuite: null,
  about: null,
  failure: null,
};

/**
 * Packs an archive of nothing, which is thrown away: what is needed for it is loaded then (measured: 40 ms that the capture
 * would wait for at its end).
 */
export async function packNothing(folder: string): Promise<void> {
  try {
    const scratch = mkdtempSync(join(folder, 'nothing-'));
    const archive = {
      software: '',
      created: longAgo,
      page,
      exchanges: [exchange],
      resources: [],
      metadata: [],
    } as const;
    await writeWacz(join(scratch, 'nothing.wacz'), { ...archive, disclosure: null }, scratch);
    rmSync(scratch, { recursive: true });
  } catch {
    // Whoever packs says what is wrong.
  }
}

/** A longer body is looked through when the archive is packed: meanwhile the recorder would hear nothing. Bytes. */
const longestAhead = 2 * 1024 * 1024;

/**
 * Looks through the bodies that have come in full while others read the page: the archive waits for it otherwise. One after
 * the other, and between them the recorder hears what it is told.
 */
export async function searchAhead(exchanges: readonly Exchange[], searched: SearchedBodies): Promise<void> {
  for (const { body, end } of [...exchanges]) {
    if (end.how !== 'finished' || body === null || body.bytes > longestAhead) continue;
    await setImmediate();
    try {
      searched.said(readRegular(body.path), body.sha256);
    } catch {
      // Whoever packs it says what is wrong with it.
    }
  }
}
