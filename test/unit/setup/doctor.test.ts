import { expect, test } from 'vitest';
import { timeStampFinding } from '../../../electron/workbench/program/doctor.ts';

const inChinese = (count: number) => timeStampFinding(count, (text) => text['zh-CN']).detail;
const inEnglish = (count: number) => timeStampFinding(count, (text) => text.en).detail;

test('what is said of time-stamp services follows from the settings, and says that none was asked', () => {
  expect(inChinese(0)).toBe('窗口的设置中没有时间戳服务；命令使用以 --tsa 指定的服务');
  expect(inEnglish(0)).toBe(
    'the settings of the window name no time-stamp service; a command asks those given with --tsa',
  );
  expect(inChinese(2)).toBe('窗口的设置中有 2 个时间戳服务（此处未询问）；命令使用以 --tsa 指定的服务');
  expect(inEnglish(1)).toBe(
    'the settings of the window name 1 time-stamp service (not asked here); a command asks those given with --tsa',
  );
});

test('nothing is said of where times come from: a capture compares its clock with others', () => {
  expect(`${inChinese(0)} ${inEnglish(0)}`).not.toMatch(/只取自|come only from/u);
});
