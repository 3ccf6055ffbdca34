import { describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { commands } from '../../../electron/cli/commands/all.ts';
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

  test('name values that nobody verified by paths that they have', () => {
    for (const id of ids) {
      const profile: unknown = profileNamed(id);
      for (const path of profileNamed(id).unverified) {
        const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], profile);
        expect(value, `${id} ${path}`).toBeDefined();
      }
    }
  });
});
