import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Cases that tests make do not come into the list of cases of whoever runs them. */
const FASCICLE_CACHE =
  process.env['FASCICLE_CACHE'] ?? join(tmpdir(), `fascicle-tests-${process.getuid?.() ?? 'cache'}`);

const common = { pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000, env: { FASCICLE_CACHE } } as const;

/** Captures of many seconds each: `npm run test:browser`, so that `npm test` stays short. */
const longCaptures = ['demo', 'hard-sources', 'hostile-page', 'login-session', 'trace', 'window-shell'].map(
  (name) => `test/e2e/${name}.test.ts`,
);

/** `npm test` runs `main`; `npm run tamper` runs `tamper` (attacks on whole packages) and
 * `npm run journeys` `journeys` (a person's ways through the window): they take minutes of their own. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'main', include: ['test/{unit,contract,e2e}/**/*.test.ts'], exclude: longCaptures } },
      { test: { ...common, name: 'browser', include: longCaptures } },
      { test: { ...common, name: 'journeys', include: ['test/journeys/**/*.test.ts'] } },
      { test: { ...common, name: 'display', include: ['test/display/**/*.test.ts'] } },
      { test: { ...common, name: 'packages', include: ['test/packages/**/*.test.ts'] } },
      { test: { ...common, name: 'tamper', include: ['test/tamper/**/*.test.ts'] } },
    ],
  },
});
