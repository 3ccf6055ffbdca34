import { describe, expect, test } from 'vitest';
import { suggestionBasisText } from '../../../shared/messages/papers/spread-messages.ts';

const suggestion = {
  source: '1',
  citing: '2',
  direction: 'stated',
  reasons: [
    { by: 'attribution', words: '据企镜推送' },
    { by: 'hyperlink', address: 'https://a.example/' },
  ],
} as const satisfies Parameters<typeof suggestionBasisText>[0];

describe('why a link is suggested', () => {
  test.each([
    ['zh-CN', '称：“据企镜推送”；链接至 https://a.example/；传播方向：据文字'],
    ['en', 'states: “据企镜推送”; links to https://a.example/; direction: from the text'],
  ] as const)('is said in %s', (language, words) => {
    expect(suggestionBasisText(suggestion, language)).toBe(words);
  });

  test('is said in each language of a bilingual case by itself, as the bundle prints it', () => {
    expect(suggestionBasisText(suggestion, 'zh-CN+en')).toBe(
      '称：“据企镜推送”；链接至 https://a.example/；传播方向：据文字 / states: “据企镜推送”; links to https://a.example/; direction: from the text',
    );
  });
});
