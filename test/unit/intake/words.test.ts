import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFact } from '../../../shared/messages/names/fact-names.ts';
import { kindSteps } from '../../../shared/messages/kinds/registry.ts';
import { intakeSteps } from '../../../shared/messages/names/intake-steps.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { gradient, IntakeRoom } from './intake-room.ts';

const intake = join(import.meta.dirname, '../../../electron/intake');
const sources = readdirSync(intake, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(intake, name), 'utf8'));

describe('what intake says', () => {
  it('has words in both languages for every reason code in its sources', () => {
    const codes = sources.flatMap((text) => [...text.matchAll(/code: '([a-z0-9-]+)'/g)].map(([, code]) => code ?? ''));
    expect(new Set(codes).size).toBeGreaterThan(25);
    for (const code of codes) {
      expect(describeReason({ code }, 'en'), code).not.toContain(code);
      expect(describeReason({ code }, 'zh-CN'), code).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('has words for every step of its ledger', () => {
    const noted = sources.flatMap((text) =>
      [...text.matchAll(/(?:\.note\(|step: )'([a-z-]+)'/g)].map(([, step]) => step),
    );
    expect([...new Set(noted)].sort()).toEqual(Object.keys({ ...intakeSteps, ...kindSteps }).sort());
  });

  it('has words for every fact that it names', () => {
    const named = sources.flatMap((text) => [...text.matchAll(/\bfact\('([A-Za-z-]+)'/g)].map(([, name = '']) => name));
    expect(new Set(named).size).toBeGreaterThan(4);
    for (const name of named) {
      expect(describeFact({ name, value: '1', source: 'EXIF' }, 'zh-CN').name).toMatch(/\p{Script=Han}/u);
    }
  });

  it('fills every placeholder of its words with a value', async () => {
    const room = new IntakeRoom();
    const tall = await gradient(4, 9_000, 4).png({ progressive: true }).toBuffer();
    const records = [
      await room.import('tall\u202e.jpg', tall),
      await room.import('mmexport1.jpg', tall.subarray(0, 60)),
    ];
    for (const { steps, warnings } of records) {
      const reasons = [...warnings, ...steps.flatMap(({ reason }) => (reason ? [reason] : []))];
      expect(reasons.length).toBeGreaterThan(1);
      for (const reason of reasons) expect(describeReason(reason, 'zh-CN+en')).not.toMatch(/[{}]/);
    }
  });

  it('has names for the facts it reads, in both languages, and never translates a value', () => {
    expect(describeFact({ name: 'Make', value: 'HUAWEI', source: 'EXIF' }, 'zh-CN')).toEqual({
      name: '设备厂商',
      value: 'HUAWEI',
      source: 'EXIF',
    });
    expect(describeFact({ name: 'Subject', value: '清算', source: 'mail header' }, 'en')).toEqual({
      name: 'Subject',
      value: '清算',
      source: 'mail header',
    });
    expect(describeFact({ name: 'GpsPosition', value: 'present', source: 'EXIF' }, 'zh-CN').value).toContain('未列出');
    expect(describeFact({ name: 'Later', value: '1', source: 'x' }, 'en')).toEqual({
      name: 'Later',
      value: '1',
      source: 'x',
    });
  });
});
