import { courts } from '../../../shared/case/case.ts';
import type { CaseSummary } from '../../../shared/contract.ts';
import { createCase } from '../../casefile/create-case.ts';
import { openCaseToRead } from '../../casefile/open-case.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { Handler } from '../workbench.ts';
import { RecentCases } from './recent-cases.ts';

export const createCaseHandler: Handler<'cases.create'> = ({ case: folder, facts }, { services, emit, language }) => {
  const { court } = facts;
  if (court !== null && !(court in courts)) {
    const words = {
      'zh-CN': `“${court}”不是已知的法院代号（${Object.keys(courts).join('、')}），按原文保存`,
      en: `"${court}" is no court id known here (${Object.keys(courts).join(', ')}); it is kept as it is`,
    };
    emit({ event: 'notice', code: 'court-unknown', message: language === 'zh-CN' ? words['zh-CN'] : words.en });
  }
  const kase = createCase(folder, facts, { program: services.program, surroundings: services.surroundings });
  try {
    new RecentCases(services.cacheFolder).remember(folder, services.surroundings.now());
    return Promise.resolve(summaryOf(kase));
  } finally {
    kase.close();
  }
};

/** Cases whose folder is gone or damaged are left out: the opening screen shows what can be opened. */
export const recentCasesHandler: Handler<'cases.recent'> = (_input, { services }) => {
  const cases = new RecentCases(services.cacheFolder).list().flatMap(({ folder, lastOpened }) => {
    try {
      const kase = openCaseToRead(folder);
      try {
        return [{ ...summaryOf(kase), lastOpened }];
      } finally {
        kase.close();
      }
    } catch {
      return [];
    }
  });
  return Promise.resolve({ cases });
};

function summaryOf(kase: ReadableCase): CaseSummary {
  const { items, excluded } = kase.counts();
  return {
    folder: kase.folder,
    caseId: kase.caseId,
    title: kase.facts().title,
    items,
    // Until somebody arranges them, the exhibits are all items that are not excluded.
    exhibits: kase.arrangement()?.length ?? items - excluded,
    head: kase.head(),
  };
}
