import { describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { layoutOf, printAreaOf } from '../../../electron/bundle/layout.ts';
import { commands } from '../../../electron/cli/commands/all.ts';
import { causeOf, causeText } from '../../../shared/cause.ts';
import { profileSchema } from '../../../shared/profile/profile.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';

const ids = readdirSync(resolve(import.meta.dirname, '../../../resources/profiles')).map((name) =>
  name.replace(/\.json$/, ''),
);

describe('court profiles', () => {
  test('are of the form that a user’s own file takes, each under its own id', () => {
    expect(ids).toContain('prc-internet');
    for (const id of ids) expect(profileNamed(id).id).toBe(id);
  });

  test('are each named by the help of the command, in both languages', async () => {
    const help = (await commands['bundle']?.())?.options.find(({ flags }) => flags.startsWith('--profile'))?.about;
    for (const id of ids) {
      expect(help?.en).toContain(`${id}, `);
      expect(help?.['zh-CN']).toContain(id);
    }
  });

  test('of Chinese courts demand source, summary and purpose of proof of every exhibit; of others nothing', () => {
    for (const id of ids)
      expect(profileNamed(id).demands ?? [], id).toEqual(id.startsWith('prc-') ? ['source', 'summary', 'purpose'] : []);
  });

  test('name values that nobody verified by paths that they have', () => {
    for (const id of ids) {
      const profile: unknown = profileNamed(id);
      for (const path of profileNamed(id).unverified) {
        const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], profile);
        expect(value, `${id} ${path}`).toBeDefined();
      }
    }
  });

  test('have the margins of their pages, in points; above and below never too little for running lines', () => {
    const marginsOf = (left: number, right: number, top: number, bottom: number) =>
      layoutOf({ ...profileNamed('prc-general'), margins: { left, right, top, bottom } });
    const { portrait, landscape } = marginsOf(25.4, 12.7, 50.8, 38.1); // an inch, a half, two, one and a half
    expect(portrait.margin).toEqual({ left: 72, right: 36, top: 144, bottom: 108 });
    expect(landscape).toEqual({ width: portrait.height, height: portrait.width, margin: portrait.margin });
    expect(marginsOf(0, 5.08, 5.08, 0).portrait.margin).toEqual({ left: 0, right: 14.4, top: 40, bottom: 40 });
    const { x, y, width, height } = printAreaOf(portrait); // A4 is 595.28 × 841.89 points
    expect([x, y]).toEqual([72, 144]);
    expect(width).toBeCloseTo(487.28, 2);
    expect(height).toBeCloseTo(589.89, 2);
  });

  test.for([
    [
      { margins: { left: 100, right: 100, top: 20, bottom: 20 } },
      '页边距之间只有 10 × 257 毫米，至少须为 120 × 100 毫米',
    ],
    [{ margins: { left: 0, right: 0, top: 150, bottom: 150 } }, '页边距之间只有 210 × -3 毫米'],
    [
      { orientation: 'landscape', margins: { left: 20, right: 20, top: 60, bottom: 60 } },
      '页边距之间只有 257 × 90 毫米',
    ],
    [
      {
        columns: [
          ['no', 1],
          ['title', 1_000],
          ['pages', 60],
        ],
      },
      '栏 no 只有 0.2 毫米宽，至少须为 8 毫米',
    ],
    [
      {
        columns: [
          ['no', 1],
          ['title', 1],
          ['source', 1],
        ],
      },
      '证据目录至少须有 no、title、pages 三栏',
    ],
    [{ parts: ['cover'] }, '证据册至少须有 cover、catalogue、exhibits'],
    [
      {
        demands: ['summary'],
        columns: [
          ['no', 20],
          ['title', 60],
          ['pages', 20],
        ],
      },
      '格式要求填写 summary，但证据目录没有这一栏',
    ],
  ] as const)('whose pages leave no room, or that lacks a part, is refused with the reason: %j', ([change, why]) => {
    const whole = profileNamed('prc-general');
    const { columns, orientation, ...rest } = { columns: undefined, orientation: undefined, ...change };
    const parsed = profileSchema.safeParse({
      ...whole,
      ...rest,
      catalogue: {
        orientation: orientation ?? 'portrait',
        columns: columns?.map(([column, width]) => ({ column, width })) ?? whole.catalogue.columns,
      },
    });
    expect(parsed.success).toBe(false);
    expect(causeText(causeOf(parsed.error), 'zh-CN')).toContain(why);
    expect(causeText(causeOf(parsed.error), 'en')).not.toMatch(/[\u3400-\u9fff]|cause:/);
  });
});
