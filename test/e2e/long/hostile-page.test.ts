import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';
import { captured } from '../../fixtures/capture-room.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const at = (path: string, change = {}) => captured(site.origin + path, change);

describe('a hostile page', () => {
  test.for([
    ['/alerts', 0],
    ['/never-yields', 0],
    ['/popups', 3], // each window that it asked for is named, though none was opened
    ['/moves', 0],
  ] as const)('%s ends within its time, with an item, and harms no later capture', async ([path, windows]) => {
    const done = await at(path, { timeout: 15 });
    expect(done.record.steps.length).toBeGreaterThan(3);
    const asked = done.record.warnings.filter(({ code }) => code === 'popup-not-opened');
    expect(asked.map(({ params }) => params?.['url'])).toEqual(
      Array.from({ length: windows }, (_, n) => `${site.origin}/plain?popup=${n}`),
    );
    expect((await at('/plain')).record.outcome).toBe('complete');
  });

  test('without an end of dialogs ends alike on a computer that is busy', async () => {
    const busy = [1, 2, 3].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
    try {
      const { record } = await at('/alerts', { timeout: 15 });
      const short = record.steps.filter(({ outcome, step }) => outcome !== 'ok' && step !== 'second-path');
      expect(short).toEqual([]);
      expect(fourAnswers(record).word).toBe('undetermined');
      const codes = record.warnings.map(({ code }) => code);
      expect(codes.filter((code) => code === 'dialog-dismissed')).toHaveLength(10);
      expect(codes).toContain('dialogs-without-end');
    } finally {
      for (const one of busy) one.kill();
    }
  });
});
