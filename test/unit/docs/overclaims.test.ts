import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyCaseInTime } from '../../../electron/verify/verify-case.ts';
import { obligationTables } from '../../../shared/plan/compliance.ts';
import { helpText } from '../../../shared/package/help-text.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { isShown, tableRows, shownRows } from '../../fixtures/oracles/shown-rows.ts';
import { root, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';
import { look, obligationReport } from '../order/order-room.ts';

const page = readFileSync(join(root, 'test/unit/docs/overclaims.md'), 'utf8');
const rows = tableRows(page);

describe('what was said and did not hold', () => {
  test('is said once each, and shown by a test', () => {
    expect(rows.length).toBeGreaterThanOrEqual(53); // a row is never taken away
    expect(shownRows(rows)).toHaveLength(rows.length);
    expect(new Set(shownRows(rows).map(({ said }) => said)).size).toBe(rows.length);
  });

  test.each(shownRows(rows))('$said', (row) => {
    expect(isShown(row), `${row.file}: ${row.title}`).toBe(true);
  });
});

/** Sentences that were printed and told more than was measured, as they stood, by hand. */
const ofTheProgram = [
  /全部记录都有第三方时间|third party has dated everything/i,
  /未配置时间戳服务：|no time-stamp service is set: times/i,
  /原因均已查明|each with a known cause/i,
  /记录服务器发送的全部内容|record what the servers sent/i,
  /独立复取|独立获取|independent(?:ly)? fetch/i,
  /未与外部标准时间比对|not compared with an outside standard/i,
  /登录凭证不会移交|credentials are never handed over/i,
  /still byte for byte as captured|与采集时逐字节相同/i,
  /操作日志未记录缺失|no shortfall/i,
  /再次采集可以重现该过程|same program repeats the process/i,
  /或无需担保的理由|or why none is needed/i,
  /日前的管辖规则|由三家互联网法院管辖/,
];
const ofDocuments = [
  /everything happens on your own computer|全部工作都在您自己的电脑上/i,
  /won by evidence gathered within hours|靠的是几小时内/i,
  /acknowledged is never lost|acknowledged survives a kill|都不会丢/i,
  /copied, never decoded/i,
  /no cookie, credential or token/i,
  /tells any change/i,
  /found and named\.|都会发现并指明/i,
  /on the 64 real pages/i,
  /told from a forged one/i,
];

test('sentences that claimed more than was measured are in no text of the program', () => {
  const files = sourceFiles('shared', 'electron', 'renderer');
  const found = files.flatMap((file) => {
    const text = sourceText(file);
    return ofTheProgram.filter((words) => words.test(text)).map((words) => `${file}: ${words.source}`);
  });
  expect(found).toEqual([]);
});

test('sentences that claimed more than was measured are in no document', () => {
  const documents = ['README.md', 'README.zh-CN.md', 'docs/promises.md', 'docs/guide.md', 'docs/guide.zh-CN.md'];
  const found = documents.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8').replaceAll(/\s+/g, ' ');
    return [...ofDocuments, ...ofTheProgram]
      .filter((words) => words.test(text))
      .map((words) => `${file}: ${words.source}`);
  });
  expect(found).toEqual([]);
});

test('without a seal the shell lines of a package say that nothing vouches for its lists', () => {
  const [, lines = ''] = /----- begin -----\n([\s\S]*?)----- end -----/.exec(helpText([])) ?? [];
  const folder = freshFolder();
  mkdirSync(join(folder, 'data/items'), { recursive: true });
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, path), text);
    return `${createHash('sha256').update(text).digest('hex')}  ${path}\n`;
  };
  // A picture was changed, and both lists were made again to agree: nothing in the folder can tell.
  const listed = write('data/items/picture.png', 'changed');
  const lists = write('bag-info.txt', 'Bagging-Date: 2019-05-06\n') + write('manifest-sha256.txt', listed);
  write('tagmanifest-sha256.txt', lists);
  const { stdout } = spawnSync('bash', ['-c', lines], { cwd: folder, encoding: 'utf8' });
  expect(stdout).toMatch(
    /^PASSED: files as the lists beside them say; nothing vouches for the lists, no time is proven;/m,
  );
});

test('that no clock jumped is not said to be that clocks were right', async () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '甲')); // says 2019, and is stored today
  caseFile.close();
  const said = async (language: 'zh-CN' | 'en') => {
    const report = await verifyCaseInTime(caseFile.folder, language, { anchors: [], seen: () => null, spawnChild });
    return report.checks.find(({ check }) => check === 'clocks')?.detail;
  };
  expect(await said('en')).toBe('no clock jump between 2 entries; whether the clock was right was not checked');
  expect(await said('zh-CN')).toBe('2 条之间时钟未见跳变；时钟本身是否准确未作核对');
});

test('what is visible without scrolling is so in a window that is named', () => {
  const address = 'https://qijing.example/';
  const report = obligationReport(
    'homepage',
    { text: '声明', due: { by: 'day', on: '2019-05-29' }, address, words: '声明', days: 1 },
    [look(1, '2019-05-29T04:00:00.000Z', '量 页首 声明')],
  );
  const columns =
    obligationTables([report], () => '', 'zh-CN+en')[0]
      ?.columns.map(({ name }) => name)
      .join('\n') ?? '';
  expect(columns).toContain('在取证所用的窗口中');
  expect(columns).toContain('in the window used for the capture');
});
