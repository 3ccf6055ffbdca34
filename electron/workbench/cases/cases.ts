import { courts } from '../../../shared/case/case.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import { createCase } from '../../casefile/create-case.ts';
import { openCaseToRead } from '../../casefile/open-case.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { Handler } from '../handler.ts';
import { RecentCases } from './recent-cases.ts';

export const createCaseHandler: Handler<'cases.create'> = ({ case: folder, facts }, { services, emit, language }) => {
  const { court } = facts;
  if (court !== null && !(court in courts)) {
    const words = {
      'zh-CN': `“${court}”不是已知的法院代号（${Object.keys(courts).join('、')}），按原文保存`,
      en: `"${court}" is not a known court id (${Object.keys(courts).join(', ')}); it is stored as written`,
    };
    emit({ event: 'notice', code: 'court-unknown', message: language === 'zh-CN' ? words['zh-CN'] : words.en });
  }
  const caseFile = createCase(folder, facts, { program: services.program, clockAndRandom: services.clockAndRandom });
  try {
    new RecentCases(services.cacheFolder).remember(folder, services.clockAndRandom.now());
    return Promise.resolve(summaryOf(caseFile));
  } finally {
    caseFile.close();
  }
};

/** Cases whose folder is gone or damaged are left out: the opening screen shows what can be opened. */
export const recentCasesHandler: Handler<'cases.recent'> = (_input, { services }) => {
  const cases = new RecentCases(services.cacheFolder).list().flatMap(({ folder, lastOpened }) => {
    try {
      const caseFile = openCaseToRead(folder);
      try {
        return [{ ...summaryOf(caseFile), lastOpened }];
      } finally {
        caseFile.close();
      }
    } catch {
      return [];
    }
  });
  return Promise.resolve({ cases });
};

function summaryOf(caseFile: ReadableCase): CaseSummary {
  const { title, language } = caseFile.facts();
  return {
    folder: caseFile.folder,
    caseId: caseFile.caseId,
    title,
    items: caseFile.count(),
    exhibits: (caseFile.arrangement() ?? resolveArrangement(null, caseFile.items(), language)).length,
    head: caseFile.head(),
  };
}
