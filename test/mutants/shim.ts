// What a test file gets for `vitest` within a run of mutants: the real `expect`, and suites that can be run many times.
export { expect, vi } from 'vitest';
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from './suite.ts';
