import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { loginCommand } from '../../../electron/cli/commands/capture/login.ts';
import { newCommand } from '../../../electron/cli/commands/cases/new.ts';
import { problemsOf } from '../../../shared/plan/problems.ts';
import { emptyPlan } from '../../../shared/case/proof-plan.ts';
import type { CaseFacts } from '../../../shared/case/case.ts';
import { gatheringAt, gatheringTexts } from '../../../shared/messages/gathering-messages.ts';
import type { Input, Method } from '../../../shared/contract.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { context, freshCase } from '../../fixtures/case-room.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
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
    /主管机关批准/,
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
    /approval/,
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
    expect(said).toMatch(language === 'en' ? /for the law see the page/ : /依据见下列说明/);
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
    const before = loginCommand.before?.('en').join(' ') ?? '';
    expect(before).toMatch(/authorised to use/); // and before the browser opens, not after
  });

  test('is in the log with its words, who read it and when: once for each person, again where it is worded otherwise', async () => {
    const cache = freshFolder();
    const folder = join(cache, 'read.fascicle');
    const services = { ...deviceServices(root, '0.0.0'), cacheFolder: cache, stateFolder: join(cache, 'state') };
    const workbench = createWorkbench(services);
    const call = <M extends Method>(method: M, input: Input<M>) =>
      workbench.call(method, input, { language: 'zh-CN', signal: new AbortController().signal, emit: () => undefined });
    const who = { title: 'T', court: null, cause: null, applicants: ['A'], respondents: [], language: 'en' as const };
    await call('cases.create', { case: folder, facts: { ...who, operator: '乔某' } });
    const asks = (read: boolean) => call('case.gathering', { case: folder, read });
    expect(await asks(false)).toEqual({ read: null });
    const { read } = await asks(true);
    expect(read).toEqual({ person: '乔某', at: expect.stringMatching(/^2\d{3}-/) as string });
    expect(await asks(true)).toEqual({ read });
    await call('case.edit', { case: folder, facts: { operator: '林某' }, plan: null });
    expect((await asks(true)).read?.person).toBe('林某');
    const log = openCase(folder, services);
    const told = log.entries().filter(({ act }) => act === 'notice-read');
    expect(told).toHaveLength(2);
    const [first] = told.map(({ payload }) => Buffer.from(log.readObject(payload)).toString('utf8'));
    for (const words of mustSay['zh-CN']) expect(first).toMatch(words);
    log.logEvent('notice-read', { notice: 'gathering', language: 'en', text: 'in other words' });
    log.close();
    expect((await asks(false)).read?.person).toBe('林某'); // what holds is the newest of these words
  });

  test('of other words alone is not this one', async () => {
    const log = freshCase();
    log.logEvent('notice-read', { notice: 'gathering', language: 'en', text: 'in other words' });
    log.close();
    const services = deviceServices(root, '0.0.0');
    const quiet = { language: 'en' as const, signal: new AbortController().signal, emit: () => undefined };
    const workbench = createWorkbench({ ...services, cacheFolder: freshFolder() });
    expect(await workbench.call('case.gathering', { case: log.folder, read: false }, quiet)).toEqual({ read: null });
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
      const state = {
        facts: of,
        plan: emptyPlan,
        claims: null,
        arrangement: [],
        profile: profileNamed(id),
        filed: true,
      };
      return problemsOf(state, [], 'en').find(({ code }) => code === 'handed-abroad')?.message ?? '';
    };
    const security = expect.stringContaining('Data Security Law art. 36 (from a reprint)') as string;
    for (const id of ['us-cmecf', 'england-wales', 'singapore', 'australia-federal']) {
      expect(warned(id)).toEqual(security);
      expect(warned(id, '2021-09-01')).toEqual(security);
      expect(warned(id, '2021-10-31'), 'two months before the other law').not.toContain('Personal Information');
      expect(warned(id, '2021-11-01')).toContain('Personal Information Protection Law art. 41');
      expect(warned(id, '2021-08-31')).toBe('');
    }
    for (const id of ['prc-internet', 'prc-general', 'plain', 'hong-kong']) expect(warned(id)).toBe('');
  });
});

test('the command shows the notice and who read it, and keeps with --read that somebody did, with the words', async () => {
  const caseFile = freshCase();
  const { folder } = caseFile;
  caseFile.close();
  const typed = async (...more: readonly string[]) =>
    (await fascicle(['gathering', folder, ...more], { env: { FASCICLE_LANGUAGE: 'zh' } })).stdout;
  const unread = await typed();
  for (const words of mustSay['zh-CN']) expect(unread).toMatch(words);
  expect(unread).toContain('没有按现行文字阅读的记录');
  expect(await typed('--read')).toMatch(/✓ 王某于 \d{4}-\d\d-\d\d .* 确认已阅读/);
  expect(await typed()).toMatch(/✓ 王某于/);
  const again = openCase(folder, context);
  const acts = again.entries().filter(({ act }) => act === 'notice-read');
  expect(acts).toHaveLength(1);
  again.close();
});
