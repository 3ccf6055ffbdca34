import { expect, test } from 'vitest';
import { helpText } from '../../../shared/package/help-text.ts';

const told = (...held: string[]): readonly string[] =>
  helpText(held)
    .split('五、文件 · The files\n')[1]
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
