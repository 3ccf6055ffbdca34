// Fetches a page a second time, in a process of its own: the server may be hostile, and this process may die of it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { serveRequest } from '../../casefile/processes/children.ts';
import { deviceNetwork } from '../gateway/network.ts';
import { compareAnswers } from './compare.ts';
import { fetchPage } from './fetch-page.ts';
import type { SecondPathAnswer, SecondPathRequest } from './messages.ts';

/** A longer copy of the browser's is compared by its hash alone, in bytes. */
const longestRead = 64 * 1024 * 1024;

serveRequest(async (request): Promise<SecondPathAnswer> => {
  const { order, browser } = request as SecondPathRequest; // sent by second-path.ts only
  const log = await fetchPage(order, deviceNetwork);
  const comparison = compareAnswers({
    browser,
    log,
    browserBody: browser.body && browser.body.bytes <= longestRead ? readFileSync(browser.body.path) : null,
    ownBody: log.body && existsSync(order.bodyPath) ? readFileSync(order.bodyPath) : null,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  });
  return { log, comparison };
});
