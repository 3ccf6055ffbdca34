/**
 * Which mutant is awake. The instrumented files of a run ask here, in the process of the tests and in those that it
 * starts, which hear it by their environment. Touches nothing of Node until asked to: some files run within a page.
 */
type Store = { active: number; seen: Set<number> | null; note: (id: number) => void };

const shared = globalThis as { fascicleMutants?: Store; process?: NodeJS.Process };

/** Of this process, whatever number of times its modules are loaded. */
export const store: Store = (shared.fascicleMutants ??= ofEnvironment(shared.process?.env ?? {}));

export function awake(id: number): boolean {
  if (store.active === id) return true;
  if (store.seen !== null && !store.seen.has(id)) {
    store.seen.add(id);
    store.note(id);
  }
  return false;
}

function ofEnvironment({ FASCICLE_MUTANT, FASCICLE_MUTANTS_SEEN }: NodeJS.ProcessEnv): Store {
  const active = FASCICLE_MUTANT === undefined ? -1 : Number(FASCICLE_MUTANT);
  if (FASCICLE_MUTANTS_SEEN === undefined) return { active, seen: null, note: () => undefined };
  const fs = shared.process?.getBuiltinModule('node:fs');
  return { active, seen: new Set(), note: (id) => fs?.appendFileSync(FASCICLE_MUTANTS_SEEN, `${id}\n`) };
}
