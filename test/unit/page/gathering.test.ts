import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newCommand } from '../../../electron/cli/commands/cases/new.ts';
import { problemsOf } from '../../../shared/plan/problems.ts';
import { emptyPlan } from '../../../shared/case/proof-plan.ts';
import type { CaseFacts } from '../../../shared/case/case.ts';
import { gatheringAt, gatheringTexts } from '../../../shared/messages/gathering-messages.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { root } from '../../fixtures/oracles/source-tree.ts';

/** What must be said before the first capture, by words of our own choice. */
const mustSay = {
  'zh-CN': [
    /公证/,
    /第三方/,
    /无窗口浏览器/,
    /App/,
    /个人信息/,
    /遮盖/,
    /账号/,
    /察觉/,
    /重复涉案信息/,
    /境外/,
    /第三十六条/,
    /第四十一条/,
  ],
  en: [
    /notar/,
    /neutral/,
    /without a window/,
    /app\b/,
    /personal information/i,
    /redact/,
    /account/,
    /notice/,
    /repeats the message/,
    /abroad/,
    /art\. 36/,
    /art\. 41/,
  ],
} as const;

describe('the law of gathering', () => {
  const summary = {
    folder: '/x',
    caseId: 'y',
    title: 'z',
    items: 0,
    exhibits: 0,
    head: { seq: 0, hash: 'h', wall: 'w' },
  };

  test.each(['zh-CN', 'en'] as const)('is printed when a case is made, whole, in %s', (language) => {
    const said = newCommand.print(summary, language).join('\n');
    for (const words of mustSay[language]) expect(said).toMatch(words);
    expect(said).toMatch(language === 'en' ? /not compared with the promulgated text/ : /未与公布文本核对/);
    expect(said.length).toBeLessThan(2_000); // short enough to be read
  });

  test('leads to a page of the docs in the same language that says all of it', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const [path = ''] = /docs\/[\w.-]+\.md/.exec(gatheringTexts.more[language]) ?? [];
      const page = readFileSync(join(root, path), 'utf8').replace(/\s+/g, language === 'en' ? ' ' : '');
      for (const words of mustSay[language].filter((one) => !/重复|repeats/.test(one.source)))
        expect(page).toMatch(words);
    }
  });

  test('says each part before the first capture, and where it matters once more', () => {
    const all = Object.keys(gatheringTexts).filter((name) => name !== 'heading' && name !== 'more');
    expect([...gatheringAt.first].sort()).toEqual(all.sort());
    expect(gatheringAt.handover).toContain('abroad');
    expect(gatheringAt.login).toContain('account');
  });

  test('courts abroad warn that approval is needed, from the day that the law is in force', () => {
    const facts = {
      title: 'x',
      court: null,
      cause: null,
      applicants: [],
      respondents: [],
      operator: null,
      language: 'en',
    } as const;
    const warned = (id: string, submitted?: string) => {
      const of: CaseFacts = {
        ...facts,
        applicants: [],
        respondents: [],
        ...(submitted !== undefined && { submitted }),
      };
      const state = { facts: of, plan: emptyPlan, claims: null, arrangement: [], profile: profileNamed(id) };
      return problemsOf(state, [], 'en').some(({ code }) => code === 'handed-abroad');
    };
    for (const id of ['us-cmecf', 'england-wales', 'singapore', 'australia-federal']) {
      expect(warned(id)).toBe(true);
      expect(warned(id, '2021-09-01')).toBe(true);
      expect(warned(id, '2021-08-31')).toBe(false);
    }
    for (const id of ['prc-internet', 'prc-general', 'plain', 'hong-kong']) expect(warned(id)).toBe(false);
  });
});
