import { describe, expect, test } from 'vitest';
import { basisText } from '../../../shared/messages/spread-messages.ts';

const suggestion = {
  source: '1',
  citing: '2',
  direction: 'stated',
  reasons: [
    { by: 'attribution', words: '据企镜推送' },
    { by: 'hyperlink', address: 'https://a.example/' },
  ],
} as const satisfies Parameters<typeof basisText>[0];

describe('why a link is suggested', () => {
  test.each([
    ['zh-CN', '称：“据企镜推送”；链接至 https://a.example/；方向见文字'],
    ['en', 'it says: “据企镜推送”; links to https://a.example/; direction by its words'],
  ] as const)('is said in %s', (language, words) => {
    expect(basisText(suggestion, language)).toBe(words);
  });

  test('is said in each language of a bilingual case by itself, as the bundle prints it', () => {
    expect(basisText(suggestion, 'zh-CN+en')).toBe(
      '称：“据企镜推送”；链接至 https://a.example/；方向见文字 / it says: “据企镜推送”; links to https://a.example/; direction by its words',
    );
  });
});
