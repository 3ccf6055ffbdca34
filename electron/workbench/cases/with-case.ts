import { openCaseToRead } from '../../casefile/open-case.ts';
import type { ReadableCase, WritableCase } from '../../casefile/case-handles.ts';
import type { Text } from '../../../shared/language.ts';
import type { Services } from '../services.ts';
import { RecentCases } from './recent-cases.ts';
import { SeenHeads } from './seen-heads.ts';

const wentBack: Text = {
  'zh-CN':
    '本机曾见过保管日志的第 {seen} 条，而现有日志（止于第 {seq} 条）并非其延续：可能换成了较早的副本，或日志曾被改写。请运行 fascicle verify 查看；查明后用 --accept-history 说明原因',
  en: 'This computer has seen entry {seen} of the custody log, and the present log (up to entry {seq}) does not continue it: an older copy may have been put in its place, or the log was rewritten. Run `fascicle verify`; once you know why, give the reason with --accept-history',
};

/** Opens a case, works on it and closes it again, whatever happens. */
export async function reading<T>(folder: string, work: (caseFile: ReadableCase) => T | Promise<T>): Promise<T> {
  const caseFile = openCaseToRead(folder);
  try {
    return await work(caseFile);
  } finally {
    caseFile.close();
  }
}

/** The same as the case's one writer, which work of this process that goes on at the same time shares. */
export async function writing<T>(
  folder: string,
  services: Services,
  work: (caseFile: WritableCase) => T | Promise<T>,
): Promise<T> {
  return services.writers.lend(
    folder,
    { program: services.program, clockAndRandom: services.clockAndRandom },
    async (caseFile) => {
      new RecentCases(services.cacheFolder).remember(folder, services.clockAndRandom.now());
      const heads = new SeenHeads(services.stateFolder);
      const missed = heads.missedBy(caseFile);
      if (missed) services.tell?.('log-went-back', wentBack, { seq: caseFile.head().seq, seen: missed.seq });
      try {
        services.sessions.settle(caseFile);
        return await work(caseFile);
      } finally {
        heads.remember(caseFile);
      }
    },
  );
}
