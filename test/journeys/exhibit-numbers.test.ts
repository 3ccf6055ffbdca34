import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import type { Input, Method } from '../../shared/contract.ts';
import { firstSettings } from '../../shared/window/settings.ts';
import { manifestSchema } from '../../shared/verify/package/manifest.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** A lawyer reads numbers in the arrangement and cites them: they are those that the court will read. */
describe('numbers of exhibits in the window', { timeout: 180_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, 'numbers.fascicle');
  let room: WindowRoom;
  let printed: readonly string[];
  const shown = () => room.texts('.listed-list .number');

  beforeAll(async () => {
    writeFileSync(join(cache, 'settings.json'), JSON.stringify({ ...firstSettings, language: 'en' }));
    const services = { ...deviceServices(resolve(import.meta.dirname, '../..'), '0.0.0'), cacheFolder: cache };
    const workbench = createWorkbench({ ...services, stateFolder: join(cache, 'state') });
    const call = <M extends Method>(method: M, input: Input<M>) =>
      workbench.call(method, input, { language: 'en', signal: new AbortController().signal, emit: () => undefined });
    const facts = { title: 'Numbers', court: null, cause: null, applicants: ['A'], respondents: [], operator: null };
    await call('cases.create', { case: folder, facts: { ...facts, language: 'en', profile: 'hong-kong' } });
    const files = ['a', 'b', 'late', 'd'].map((name) => join(cache, `${name}.txt`));
    for (const file of files) writeFileSync(file, file);
    const said = { title: null, source: null, receivedBy: null, receivedOn: null, account: null, operator: null };
    await call('intake.import', { case: folder, files, category: 'message', ...said });
    const { exhibits } = await call('exhibits.arrange', { case: folder, exhibits: null });
    const late = exhibits.map((one, at) => ({ ...one, ...(at === 2 && { inserted: true }) }));
    await call('exhibits.arrange', { case: folder, exhibits: late });
    const { manifest } = await call('bundle.build', { case: folder, out: null, language: null, draft: true });
    printed = manifestSchema
      .parse(JSON.parse(readFileSync(manifest.path, 'utf8')))
      .exhibits.map(({ number }) => number);
    room = await WindowRoom.open(cache);
    await room.press('Numbers');
    await room.go('Arrangement');
    await room.page.waitForSelector('.listed-list .number');
  }, 240_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(() => room.close());

  test('the arrangement shows those that the bundle prints', async () => {
    expect(printed).toEqual(['1', '2', '2-1', '3']);
    expect(await shown()).toEqual(printed);
  });

  test('they are right at once when an exhibit moves', async () => {
    await room.page.click('.listed-list .exhibit:first-child .number');
    await room.keys('Alt+ArrowDown');
    await room.page.waitForFunction(() =>
      document.querySelector<HTMLElement>('.listed-list .exhibit')?.innerText.includes('b.txt'),
    );
    expect(await shown()).toEqual(['1', '2', '2-1', '3']);
    await room.keys('Ctrl+z');
  });

  test('what is told of a move is the number that it bears then, not its position in the list', async () => {
    await room.page.click('.listed-list .exhibit:nth-child(3) .number');
    await room.keys('Alt+ArrowUp');
    await room.page.waitForFunction(() => document.querySelector('.hidden-said[role=status]')?.textContent !== '');
    expect(await room.text('.hidden-said[role=status]')).toBe('late.txt is now numbered 1-1');
    expect(await shown()).toEqual(['1', '1-1', '2', '3']);
    await room.keys('Ctrl+z');
  });

  test('a chronology cites by them: the number that was read is the exhibit that is meant', async () => {
    await room.go('Bundle');
    await room.press('Chronology and notes');
    await room.press('Add event');
    await room.fill('When', '2019-05-06');
    await room.fill('Event', 'the late one');
    await room.fill('Exhibits', '2-1');
    await room.press('Save');
    await room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    await room.press('Chronology and notes');
    const cited = await room.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('.plan-line input')]
        .map(({ value }) => value)
        .find((one) => one === '2-1'),
    );
    expect(await cited.jsonValue()).toBe('2-1');
  });
});
