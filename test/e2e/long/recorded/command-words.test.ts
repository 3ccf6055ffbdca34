import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../../electron/cli/commands/all.ts';
import { foreignLines } from './one-language.ts';
import { recordStory, type Story } from './recording.ts';
import { written } from './written.ts';

const languages = ['zh-CN', 'en'] as const;
let recordings: Readonly<Record<(typeof languages)[number], Story>>;
beforeAll(async () => {
  const [chinese, english] = await Promise.all(languages.map((language) => recordStory(language)));
  recordings = { 'zh-CN': chinese!, en: english! };
}, 600_000);

describe('calls of every family of commands, with what goes wrong', () => {
  test.each(languages)('say in %s what was reviewed', async (language) => {
    const { calls, room } = recordings[language];
    await expect(written(calls, room)).toMatchFileSnapshot(`commands.${language}.txt`);
  });

  test.each(languages)('hold in %s no word of the other language', (language) => {
    const { calls, room } = recordings[language];
    expect(foreignLines(written(calls, room), language)).toEqual([]);
  });

  test('are many, and leave no command out', () => {
    const { calls } = recordings.en;
    expect(calls.length).toBeGreaterThanOrEqual(60);
    const named = new Set(calls.map(({ line }) => line.split(' ')[0]));
    expect(Object.keys(commands).filter((name) => !named.has(name))).toEqual([]);
  });

  test('end alike in both languages', () => {
    const ends = (language: 'zh-CN' | 'en') =>
      recordings[language].calls.map(({ line, exit }) => [line.split(' ')[0], exit]);
    expect(ends('zh-CN')).toEqual(ends('en'));
  });
});
