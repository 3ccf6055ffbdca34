import type { Suite, Test } from './suite.ts';

/**
 * Called after what is run, so that it can be told which tests a mutant belongs to.
 * @returns whether the run goes on although it failed
 */
export type Watch = (of: Test | Suite, milliseconds: number, failure: Failure | null) => boolean;
const endsAtFailure: Watch = () => false;

/** Why a run ended early: what a test or hook threw, or that it took too long. */
export type Failure = Readonly<{ test: string; error: unknown }>;

/**
 * Runs the chosen tests of a suite with the hooks that they need, and ends at the first failure.
 * @param longest of one test or hook in milliseconds, so that a mutant that waits for ever is found out
 */
export async function runSuite(
  suite: Suite,
  chosen: (test: Test) => boolean,
  longest: number,
  watch: Watch = endsAtFailure,
): Promise<Failure | null> {
  if (!hasChosen(suite, chosen)) return null;
  let failure = await attempt('beforeAll', suite, suite.beforeAll, longest, watch);
  if (!failure) failure = await within(suite, chosen, longest, watch);
  const after = await attempt('afterAll', suite, suite.afterAll, longest, endsAtFailure);
  return failure ?? after;
}

async function within(
  suite: Suite,
  chosen: (test: Test) => boolean,
  longest: number,
  watch: Watch,
): Promise<Failure | null> {
  const above: Suite[] = [];
  for (let one: Suite | null = suite; one; one = one.parent) above.unshift(one);
  for (const one of suite.order) {
    const failure =
      'suites' in one
        ? await runSuite(one, chosen, longest, watch)
        : isChosen(one, suite, chosen)
          ? await testIn(above, one, longest, watch)
          : null;
    if (failure) return failure;
  }
  return null;
}

/** One test with the hooks around it. @param above the suites that it is in, the outermost first */
async function testIn(above: readonly Suite[], test: Test, longest: number, watch: Watch): Promise<Failure | null> {
  const before = above.flatMap((one) => one.beforeEach);
  const after = above.toReversed().flatMap((one) => one.afterEach);
  const failure = await attempt(test.name, test, [...before, test.work], longest, watch);
  const afterwards = await attempt(test.name, test, after, longest, endsAtFailure);
  return failure ?? afterwards;
}

async function attempt(
  name: string,
  of: Test | Suite,
  works: readonly (() => unknown)[],
  longest: number,
  watch: Watch,
): Promise<Failure | null> {
  const began = performance.now();
  const failure = await failureOf(name, works, longest);
  const goesOn = watch(of, performance.now() - began, failure);
  return goesOn ? null : failure;
}

async function failureOf(name: string, works: readonly (() => unknown)[], longest: number): Promise<Failure | null> {
  let late: NodeJS.Timeout | undefined;
  try {
    const tooLong = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Error('took too long')), longest);
    });
    const all = async () => {
      for (const work of works) await work();
    };
    if (works.length > 0) await Promise.race([all(), tooLong]);
    return null;
  } catch (error) {
    return { test: name, error };
  } finally {
    clearTimeout(late);
  }
}

function isChosen(test: Test, suite: Suite, chosen: (test: Test) => boolean): boolean {
  return !test.skipped && !suite.skipped && chosen(test);
}

function hasChosen(suite: Suite, chosen: (test: Test) => boolean): boolean {
  return (
    suite.tests.some((test) => isChosen(test, suite, chosen)) || suite.suites.some((one) => hasChosen(one, chosen))
  );
}
