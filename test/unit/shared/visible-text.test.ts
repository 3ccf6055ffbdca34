import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../shared/visible-text.ts';

describe('a text made visible', () => {
  it('writes out what cannot be seen or turns the text around', () => {
    expect(visibleText('annex\u202efdp.exe')).toBe('annex[U+202E]fdp.exe');
    expect(visibleText('a\nb\u0000c\u200b')).toBe('a[U+000A]b[U+0000]c[U+200B]');
    expect(visibleText('\u{e0041}')).toBe('[U+E0041]');
  });

  it('leaves every visible character as it is: Chinese, rare names, compatibility forms, emoji', () => {
    const text = '清算⼀一𠮷 “引号” é e\u0301 😀';
    expect(visibleText(text)).toBe(text);
  });

  it('never gives back an unpaired surrogate', () => {
    expect(visibleText('a\ud800b')).toBe('a\ufffdb');
  });
});
