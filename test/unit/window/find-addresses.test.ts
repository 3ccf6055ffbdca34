import { expect, test } from 'vitest';
import { findAddresses } from '../../../shared/window/find-addresses.ts';
import { publishedStretch } from '../../../shared/window/spread-layout.ts';

const find = (text: string) => findAddresses(text, (address) => URL.parse(address)?.href ?? null);

test('addresses are found in text shared from a phone, without the Chinese words around them', () => {
  const { addresses } = find('【青禾小贷被清算？】https://news.example/a?id=1，点击链接查看；或复制 www.b.example/x。');
  expect(addresses.map(({ url }) => url)).toEqual(['https://news.example/a?id=1', 'https://www.b.example/x']);
});

test('a row of a spreadsheet keeps its medium and title, and doubles are taken once', () => {
  const { addresses, doubles } = find('晨渡财经\t疑似清算\thttps://a.example/1\n晨渡\thttps://a.example/1');
  expect(addresses).toEqual([{ url: 'https://a.example/1', beside: '晨渡财经 · 疑似清算' }]);
  expect(doubles).toBe(1);
});

test('a closing bracket stays where the address opened it', () => {
  const [one] = find('(https://w.example/A_(b))').addresses;
  expect(one?.url).toBe('https://w.example/A_(b)');
});

test('a date without a time is the whole day, and what cannot be read is nothing', () => {
  const from = Date.parse('2019-05-05T16:00:00Z');
  expect(publishedStretch('2019-05-06', 480)).toEqual({ from, to: from + 86_400_000 });
  expect(publishedStretch('2019-05-06T08:16:00+08:00', 0)?.from).toBe(Date.parse('2019-05-06T00:16:00Z'));
  expect(publishedStretch('yesterday', 480)).toBeNull();
});
