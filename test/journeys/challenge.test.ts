import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import type { Input, Method } from '../../shared/contract.ts';
import { firstSettings } from '../../shared/window/settings.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** Before a lawyer files, she reads the bundle as the other side would. */
describe('the challenge check in the window', { timeout: 180_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, 'challenge.fascicle');
  let room: WindowRoom;

  beforeAll(async () => {
    writeFileSync(join(cache, 'settings.json'), JSON.stringify({ ...firstSettings, language: 'en' }));
    const services = { ...deviceServices(resolve(import.meta.dirname, '../..'), '0.0.0'), cacheFolder: cache };
    const workbench = createWorkbench({ ...services, stateFolder: join(cache, 'state') });
    const call = <M extends Method>(method: M, input: Input<M>) =>
      workbench.call(method, input, { language: 'en', signal: new AbortController().signal, emit: () => undefined });
    const facts = { title: 'Challenged', court: null, cause: null, applicants: ['A'], respondents: [], operator: null };
    await call('cases.create', { case: folder, facts: { ...facts, language: 'en' } });
    const files = ['one', 'two'].map((name) => join(cache, `${name}.txt`));
    for (const file of files) writeFileSync(file, 'The shop stays open.\n');
    const said = { title: null, source: 'sent by the shop', receivedBy: null, receivedOn: null, account: null };
    await call('intake.import', { case: folder, files, category: 'message', ...said, operator: 'Lin' });
    const { exhibits } = await call('exhibits.arrange', { case: folder, exhibits: null });
    const [first, second] = exhibits;
    if (!first || !second) throw new Error('two files make two exhibits');
    await call('exhibits.arrange', {
      case: folder,
      exhibits: [
        { ...first, purpose: 'shows that it is “closed for good” and “sold”' },
        { ...second, purpose: 'shows that it is open' },
      ],
    });
    room = await WindowRoom.open(cache);
    await room.press('Challenged');
    await room.go('Challenge check');
    await room.page.waitForSelector('.challenges li');
  }, 240_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(() => room.close());

  const part = (name: string) => room.texts(`.challenges section[aria-label="${name}"] li`);

  test('what would make a paper untrue comes first, names its exhibit and cannot be answered away', async () => {
    expect(await room.texts('.challenges h2')).toEqual([
      expect.stringMatching(/^A paper would be untrue\s*2$/),
      expect.stringMatching(/^Open to attack\s*\d+$/),
    ]);
    const [untrue, again] = await part('A paper would be untrue');
    expect(again).toMatch(/Exhibit 1[\s\S]*“sold”/); // two of one kind at one place are two
    expect(untrue).toMatch(/Exhibit 1[\s\S]*closed for good[\s\S]*Remedy: /);
    expect(untrue).not.toMatch(/Answer/);
  });

  test('an attack is answered with a reason, and the answer is taken back', async () => {
    const before = await part('Open to attack');
    const noTime = before.find((one) => one.includes('time stamp')) ?? '';
    expect(noTime).toContain('Answer');
    const button = await room.page.waitForSelector('.challenges [aria-label^="Answer: "][aria-label*="time stamp"]');
    await button?.click();
    await room.fill('Answer', 'a notary was there');
    await room.press('Save');
    await room.page.waitForSelector('.challenges section[aria-label=Answered]');
    expect((await part('Answered'))[0]).toMatch(/time stamp[\s\S]*Answer: a notary was there/);
    expect(await part('Open to attack')).toHaveLength(before.length - 1);
    // A sheet that is still closing would take the press.
    await room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    await room.page.click('.challenges [aria-label^="Change the answer: "]');
    await room.press('Withdraw');
    await room.page.waitForFunction(() => document.querySelector('.challenges section[aria-label=Answered]') === null);
    expect(await part('Open to attack')).toEqual(before);
  });

  test('a finding leads to its exhibit in the arrangement', async () => {
    await room.press('Exhibit 1');
    await room.page.waitForSelector('.listed-list .exhibit');
    expect(await room.text('.listed-list .exhibit[aria-selected=true]')).toContain('one.txt');
  });
});
