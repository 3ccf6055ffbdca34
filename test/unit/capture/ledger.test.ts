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
