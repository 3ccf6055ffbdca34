/** A test file as it was written: its suites, hooks and tests, to be run as often as there are mutants. */
type Work = (...given: unknown[]) => unknown;
/** `at`: which of its file's tests it is, so that it is known again when the file is loaded anew. */
export type Test = { at: number; name: string; work: () => unknown; skipped: boolean };
export type Suite = {
  parent: Suite | null;
  tests: Test[];
  suites: Suite[];
  /** Both, as they were declared: some tests change what the next ones find. */
  order: (Test | Suite)[];
  beforeAll: Work[];
  afterAll: Work[];
  beforeEach: Work[];
  afterEach: Work[];
  skipped: boolean;
};

const shared = globalThis as { fascicleSuite?: Suite; fascicleTests?: number };

function newSuite(parent: Suite | null, skipped: boolean): Suite {
  return {
    parent,
    skipped,
    tests: [],
    suites: [],
    order: [],
    beforeAll: [],
    afterAll: [],
    beforeEach: [],
    afterEach: [],
  };
}

/** What the next file declares goes into a new suite, which this returns. */
export function beginFile(): Suite {
  shared.fascicleTests = 0;
  return (shared.fascicleSuite = newSuite(null, false));
}

function current(): Suite {
  if (!shared.fascicleSuite) throw new Error('no file is being loaded');
  return shared.fascicleSuite;
}

type Hook = 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach';
const hook = (kind: Hook) => (work: Work) => {
  current()[kind].push(work);
};
export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');

/** What a row gives to a test. `apart`: taken apart, and then without the test's context behind it. */
type Values = Readonly<{ apart: boolean; given: readonly unknown[] }>;
const none: Values = { apart: false, given: [] };

class Skipped extends Error {}

function declareTest(skipped: boolean, name: unknown, given: unknown[], values: Values): void {
  const work = given.find((one): one is Work => typeof one === 'function');
  const context = {
    skip: () => {
      throw new Skipped();
    },
  };
  const run = async () => {
    try {
      await work?.(...values.given, ...(values.apart ? [] : [context]));
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
    }
  };
  const at = (shared.fascicleTests = (shared.fascicleTests ?? 0) + 1);
  const test = { at, name: String(name), work: run, skipped: skipped || !work };
  current().tests.push(test);
  current().order.push(test);
}

function declareSuite(skipped: boolean, given: unknown[], values: Values): void {
  const parent = current();
  const suite = newSuite(parent, skipped || parent.skipped);
  parent.suites.push(suite);
  parent.order.push(suite);
  shared.fascicleSuite = suite;
  given.find((one): one is Work => typeof one === 'function')?.(...values.given);
  shared.fascicleSuite = parent;
}

type Declare = (skipped: boolean, name: unknown, given: unknown[], values: Values) => void;

/** Vitest's ways to declare: plain, for each row (`each` takes a row apart, `for` does not), only where something holds. */
function declaring(declare: Declare, skipped = false): object {
  const one = (name: unknown, ...given: unknown[]) => declare(skipped, name, given, none);
  const rows = (apart: boolean) => (list: readonly unknown[]) => {
    return (name: unknown, ...given: unknown[]) => {
      for (const row of list)
        declare(skipped, name, given, { apart, given: apart && Array.isArray(row) ? (row as unknown[]) : [row] });
    };
  };
  return Object.assign(one, {
    each: rows(true),
    for: rows(false),
    skip: (name: unknown, ...given: unknown[]) => declare(true, name, given, none),
    skipIf: (condition: unknown) => declaring(declare, skipped || Boolean(condition)),
    runIf: (condition: unknown) => declaring(declare, skipped || !condition),
  });
}

export const test = declaring(declareTest);
export const it = declaring(declareTest);
export const describe = declaring((skipped, _name, given, values) => declareSuite(skipped, given, values));
