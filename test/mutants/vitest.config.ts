import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const own = import.meta.dirname;

const { FASCICLE_MUTANTS_FOLDER = '' } = process.env;

/** Only the host gets Vitest itself; what it loads declares its tests to `suite.ts`. */
export default defineConfig({
  cacheDir: join(FASCICLE_MUTANTS_FOLDER, 'vite'),
  plugins: [
    {
      name: 'tests-for-mutants',
      enforce: 'pre',
      resolveId: (id, importer) =>
        id === 'vitest' && importer !== undefined && !importer.startsWith(own) ? join(own, 'shim.ts') : null,
    },
  ],
  test: {
    root: join(own, '..', '..'),
    include: ['test/mutants/host.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 0,
    execArgv: ['--max-old-space-size=3000'],
    reporters: ['dot'],
    dangerouslyIgnoreUnhandledErrors: true,
  },
});
