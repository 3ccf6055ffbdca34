import { openCaseToRead } from '../../casefile/open-case.ts';
import type { ReadableCase, WritableCase } from '../../casefile/case-handles.ts';
import type { Services } from '../services.ts';
import { RecentCases } from './recent-cases.ts';
import { SeenHeads } from './seen-heads.ts';

/** Opens a case, works on it and closes it again, whatever happens. */
export async function reading<T>(folder: string, work: (kase: ReadableCase) => T | Promise<T>): Promise<T> {
  const kase = openCaseToRead(folder);
  try {
    return await work(kase);
  } finally {
    kase.close();
  }
}

/** The same as the case's one writer, which work of this process that goes on at the same time shares. */
export async function writing<T>(
  folder: string,
  services: Services,
  work: (kase: WritableCase) => T | Promise<T>,
): Promise<T> {
  return services.writers.lend(
    folder,
    { program: services.program, surroundings: services.surroundings },
    async (kase) => {
      new RecentCases(services.cacheFolder).remember(folder, services.surroundings.now());
      try {
        services.sessions.settle(kase);
        return await work(kase);
      } finally {
        new SeenHeads(services.stateFolder).remember(kase.caseId, kase.head());
      }
    },
  );
}
