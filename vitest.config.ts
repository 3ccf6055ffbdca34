import { defineConfig } from 'vitest/config';

const common = {
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

/** Captures of many seconds each: `npm run test:browser`, so that `npm test` stays short. */
const longCaptures = ['test/e2e/long/**/*.test.ts'];

/** `npm test` runs `main`; `npm run tamper` runs `tamper` (attacks on whole packages) and
 * `npm run journeys` `journeys` (a person's ways through the window): they take minutes of their own. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: 'test/fixtures/runner/own-temporary-of-vitest.ts',
    reporters: ['default', './test/fixtures/runner/skipped-reporter.ts'],
    projects: [
      { test: { ...common, name: 'main', include: ['test/{unit,contract,e2e}/**/*.test.ts'], exclude: longCaptures } },
      { test: { ...common, testTimeout: 180_000, name: 'browser', include: longCaptures } },
      { test: { ...common, name: 'journeys', include: ['test/journeys/**/*.test.ts'] } },
      { test: { ...common, name: 'display', include: ['test/display/**/*.test.ts'] } },
      { test: { ...common, name: 'packages', include: ['test/packages/**/*.test.ts'] } },
      { test: { ...common, name: 'tamper', include: ['test/tamper/**/*.test.ts'] } },
    ],
  },
});
