import { defineConfig } from 'vitest/config';

const common = {
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

/** Captures of many seconds each: `npm run test:browser`, so that `npm test` stays short. */
const longCaptures = ['test/e2e/long/**/*.test.ts'];

const files = ['test/{unit,contract,e2e}/**/*.test.ts'];
/**
 * Files of small tests, which load more than they do: a process runs one after the other, and what it has loaded is there
 * for the next. They leave nothing changed behind.
 */
const together = [
  'test/unit/{archive,case,challenge,claims,custody,order,page,second-path,shared,signature}/**/*.test.ts',
  'test/unit/{spread,timestamp,trace,verify,watch,window}/**/*.test.ts',
];

/**
 * `npm test` runs `together` and `apart`, the two parts of `main`, which is there to run a single file. `npm run tamper` runs
 * `tamper` (attacks on whole packages) and `npm run journeys` `journeys` (a person's ways through the window): they take
 * minutes of their own.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: 'test/fixtures/runner/own-temporary-of-vitest.ts',
    reporters: ['default', './test/fixtures/runner/skipped-reporter.ts'],
    projects: [
      { test: { ...common, name: 'main', include: files, exclude: longCaptures } },
      { test: { ...common, name: 'together', include: together, isolate: false } },
      { test: { ...common, name: 'apart', include: files, exclude: [...longCaptures, ...together] } },
      { test: { ...common, testTimeout: 180_000, name: 'browser', include: longCaptures } },
      { test: { ...common, name: 'journeys', include: ['test/journeys/**/*.test.ts'] } },
      { test: { ...common, name: 'display', include: ['test/display/**/*.test.ts'] } },
      { test: { ...common, name: 'packages', include: ['test/packages/**/*.test.ts'] } },
      { test: { ...common, name: 'tamper', include: ['test/tamper/**/*.test.ts'] } },
    ],
  },
});
