import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeText } from '../../../shared/cause.ts';
import { nodeChildren, runInChild } from '../../../electron/casefile/processes/children.ts';

const spawn = nodeChildren((entry) => join(import.meta.dirname, '../../fixtures/children', `${entry}.ts`));
const limits = { milliseconds: 20_000, megabytes: 300 };
const run = (request: string, bounds = limits, signal = new AbortController().signal) =>
  runInChild(spawn, 'misbehaving-child', request, bounds, signal);

describe('work in a child process', () => {
  it('brings back the answer', async () => {
    expect(await run('answer')).toEqual({ ended: 'answered', answer: { answer: 42 } });
  });

  it('that crashes is a result, not a crash of ours', async () => {
    expect(await run('crash')).toMatchObject({ ended: 'died', why: 'crash' });
  });

  it('that throws tells what it threw', async () => {
    const result = await run('throw');
    expect(result).toMatchObject({ ended: 'died', why: 'crash' });
    expect(result.ended === 'died' && causeText(result.because, 'en')).toContain('thrown in the child');
  });

  it('that eats memory ends at its bound', async () => {
    expect(await run('eat')).toMatchObject({ ended: 'died', why: 'memory' });
  });

  it('that hangs is killed when its time is over', async () => {
    expect(await run('hang', { milliseconds: 500, megabytes: 300 })).toMatchObject({ ended: 'died', why: 'time' });
  });

  it('that cannot be started is a result', async () => {
    const result = await runInChild(spawn, 'no-such-child', 'answer', limits, new AbortController().signal);
    expect(result).toMatchObject({ ended: 'died', why: 'crash' });
  });

  it('is killed when it is cancelled', async () => {
    const cancel = new AbortController();
    const running = run('hang', limits, cancel.signal);
    cancel.abort(new Error('cancelled by a person'));
    await expect(running).rejects.toThrow('cancelled by a person');
  });
});
