import { expect, test } from 'vitest';
import { Ledger } from '../../../electron/capture/ledger.ts';

test('whoever watches hears how a step ended, and of none that it went well before it has', async () => {
  const heard: string[] = [];
  const ledger = new Ledger((step, outcome) => heard.push(outcome === undefined ? `▸ ${step}` : `${outcome} ${step}`));
  const failing = ledger.run('second-path', async () => {
    await Promise.resolve();
    throw new Error('reset');
  });
  await ledger.run('picture', (short) => {
    short({ outcome: 'partial', reason: { code: 'timed-out' } });
    return Promise.resolve();
  });
  await ledger.run('load', () => Promise.resolve());
  await failing;
  ledger.note('archive', 3, { outcome: 'skipped', reason: { code: 'credentials-typed' } });
  expect(heard.filter((one) => one.startsWith('▸'))).toEqual(['▸ second-path', '▸ picture', '▸ load']);
  const ended = heard.filter((one) => !one.startsWith('▸'));
  expect(ended.sort()).toEqual(['failed second-path', 'ok load', 'partial picture', 'skipped archive']);
  expect(ended.sort()).toEqual(ledger.steps.map(({ step, outcome }) => `${outcome} ${step}`).sort());
  for (const { step } of ledger.steps.filter((one) => one.step !== 'archive')) {
    expect(heard.findIndex((one) => one.endsWith(` ${step}`))).toBe(heard.indexOf(`▸ ${step}`)); // begun before it ended
  }
});

test('lines of work that may have to be done again count once they are taken, and end with the whole', async () => {
  const ledger = new Ledger(() => undefined);
  const [first, second] = [ledger.apart(), ledger.apart()];
  await first.run('scroll', () => Promise.reject(new Error('the page led on')));
  first.warn('pictures-missing');
  await second.run('scroll', () => Promise.resolve());
  expect([ledger.steps, ledger.warnings]).toEqual([[], []]);
  ledger.take(second);
  expect(ledger.steps.map(({ step, outcome }) => `${outcome} ${step}`)).toEqual(['ok scroll']);
  expect(ledger.warnings).toEqual([]);
  ledger.breakOff('page-crashed');
  await second.run('stillness', () => Promise.reject(new Error('the browser is gone')));
  expect(second.steps.at(-1)?.reason).toEqual({ code: 'page-crashed' });
});
