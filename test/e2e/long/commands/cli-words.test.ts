import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fascicle, freshFolder } from '../../../fixtures/fascicle.ts';

const folder = freshFolder();
const caseFile = join(folder, '青禾 案件.fascicle');

describe('the words of a call', () => {
  test.for([
    ['no command', []],
    ['an unknown command', ['captcha', caseFile]],
    ['new without a title', ['new', caseFile]],
    ['an empty title', ['new', caseFile, '--title', '']],
    ['a language that does not exist', ['new', caseFile, '--title', 'x', '--language', 'fr']],
    ['capture without any address', ['capture', caseFile]],
    ['a category that does not exist', ['capture', caseFile, 'https://a.example/', '--category', 'rumour']],
    ['a viewport that is none', ['capture', caseFile, 'https://a.example/', '--viewport', 'wide']],
    ['a scale of three', ['capture', caseFile, 'https://a.example/', '--scale', '3']],
    ['a concurrency of zero', ['capture', caseFile, 'https://a.example/', '--concurrency', '0']],
    ['a list that cannot be read', ['capture', caseFile, '--list', 'missing.txt']],
    ['an option that does not exist', ['list', caseFile, '--everything']],
    ['exclude without a reason', ['exclude', caseFile, '0198']],
    ['attach without a kind', ['attach', caseFile, '0198', 'a.pdf']],
    ['an argument too many', ['list', caseFile, caseFile]],
  ] as const)('%s: exit 2, and the error says which word', async ([, args]) => {
    const run = await fascicle([...args, '--json'], { folder });
    expect(run.code).toBe(2);
    expect(run.last).toMatchObject({ event: 'error', code: 'bad-call' });
    for (const part of ['message', 'evidence', 'next']) expect(run.last[part]).toBeTruthy();
  });

  test('an arrangement that is no list of exhibits is refused with the place that is off', async () => {
    await fascicle(['new', join(folder, 'a.fascicle'), '--title', 'A'], { folder });
    writeFileSync(join(folder, 'exhibits.json'), '[{"item": 7}]');
    const run = await fascicle(['exhibits', 'a.fascicle', '--set', 'exhibits.json', '--json'], { folder });
    expect(run.code).toBe(2);
    expect(run.last['message']).toContain('item');
  });

  test('--help shows an example for each command and ends with 0', async () => {
    for (const name of [
      'new',
      'capture',
      'import',
      'digests',
      'attach',
      'list',
      'show',
      'exclude',
      'bundle',
      'verify',
    ]) {
      const run = await fascicle([name, '--help'], { folder });
      expect(run.code).toBe(0);
      expect(run.stdout).toContain(`$ fascicle ${name}`);
    }
  });

  test('doctor says what it found, and that the browser works', async () => {
    const run = await fascicle(['doctor', '--json'], { folder });
    expect(run.code).toBe(0);
    const subjects = (run.last['findings'] as { subject: string }[]).map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining(['Node', 'browser', 'network', 'disk', 'clock']));
  });

  test('a person in China reads Chinese', async () => {
    const run = await fascicle(['verify', 'nowhere.fascicle'], { folder, env: { FASCICLE_LANGUAGE: 'zh-CN' } });
    expect(run.stderr + run.stdout).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('a case folder', () => {
  test('is made where the caller stands, whatever its name', async () => {
    const run = await fascicle(
      [
        'new',
        '青禾 案件.fascicle',
        '--title',
        '青禾小贷申请诉前行为保全',
        '--court',
        'hangzhou',
        '--applicant',
        '甲',
        '--applicant',
        '乙',
        '--json',
      ],
      { folder },
    );
    expect(run.code).toBe(0);
    expect(run.last).toMatchObject({ event: 'result', folder: caseFile, items: 0 });
    expect(run.stdout).toMatch(/^[\x20-\x7e\n]*$/); // JSON lines are ASCII-safe
  });

  test('is never made over another one', async () => {
    const run = await fascicle(['new', caseFile, '--title', 'again', '--json'], { folder });
    expect(run.code).toBe(1);
    expect(run.last).toMatchObject({ event: 'error', code: 'case-exists' });
  });

  test('an unknown court is kept as it is, with a warning', async () => {
    const run = await fascicle(['new', 'court.fascicle', '--title', 'x', '--court', '某某法院', '--json'], { folder });
    expect(run.code).toBe(0);
    expect(run.lines[0]).toMatchObject({ event: 'notice', code: 'court-unknown' });
  });

  test('a folder that is no case is refused by every command, and nothing is written into it', async () => {
    const plain = join(folder, 'plain');
    mkdirSync(plain);
    for (const args of [
      ['capture', plain, 'https://a.example/'],
      ['list', plain],
      ['bundle', plain],
      ['exclude', plain, '0198', '--reason', 'x'],
      ['digests', plain],
    ]) {
      const run = await fascicle([...args, '--json'], { folder });
      expect(run.code, args.join(' ')).toBe(1);
      expect(run.last).toMatchObject({ event: 'error', code: 'not-a-case' });
    }
    expect(readdirSync(plain)).toEqual([]);
  });
});
