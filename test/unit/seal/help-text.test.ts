import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { helpText } from '../../../shared/package/help-text.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const told = (...held: string[]): readonly string[] =>
  helpText(held)
    .split('六、文件 · The files\n')[1]
    ?.trim()
    .split('\n')
    .map((line) => line.trim().split(' ')[0] ?? '') ?? [];

test('VERIFY.txt tells of each file that the package has, and of none that it has not', () => {
  const own = ['verify.html', 'data/items/x/record.json', 'custody/checkpoint.txt'];
  expect(told(...own, 'DISCLOSURE.txt', 'data/bundle/a.pdf')).toEqual([
    'verify.html',
    'DISCLOSURE.txt',
    'data/bundle/',
    'data/items/标识/',
    'custody/checkpoint.txt',
  ]);
  expect(told(...own, 'custody/log.jsonl', 'data/attachments/ab', 'custody/stamps/1/token.tsr', 'seal/')).toEqual([
    'verify.html',
    'data/items/标识/',
    'data/attachments/',
    'custody/checkpoint.txt',
    'custody/log.jsonl',
    'custody/stamps/',
    'seal/',
  ]);
});

const [, lines = ''] = /----- begin -----\n([\s\S]*?)----- end -----/.exec(helpText([])) ?? [];

test('the lines of VERIFY.txt call nothing wrong where a tool is missing, and leave the terminal open that they are pasted into', () => {
  const cwd = freshFolder();
  const none = spawnSync('/bin/sh', ['-c', lines], { cwd, encoding: 'utf8', env: { PATH: freshFolder() } });
  expect([none.stdout, none.status]).toEqual(['INDETERMINATE: find is not on this computer\n', 3]);
  const pasted = spawnSync('bash', ['-i'], { cwd, encoding: 'utf8', input: `${lines}echo still here\n` });
  expect(pasted.stdout).toMatch(/FAILED: a list is missing[\s\S]*still here/);
});
