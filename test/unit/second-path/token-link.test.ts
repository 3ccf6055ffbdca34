import { expect, test } from 'vitest';
import { causeText } from '../../../shared/cause.ts';
import { tokenIn } from '../../../electron/capture/second-path/token-link.ts';

const random = 'q7Zk2mX9vB4nT1wR8sL5pD3fG6hJ0cYa';

test.for([
  ['https://a.example/x?token=1', 'query', 'parameter token'],
  ['https://a.example/x?a=1&access_token=abc', 'query', 'parameter access_token'],
  ['https://a.example/x?X-Amz-Signature=00', 'query', 'parameter X-Amz-Signature'],
  ['https://a.example/x?Signature=00', 'query', 'parameter Signature'],
  ['https://a.example/x?sig=1', 'query', 'parameter sig'],
  ['https://a.example/x?auth=1', 'query', 'parameter auth'],
  ['https://a.example/x?ticket=ST-1', 'query', 'parameter ticket'],
  ['https://a.example/x?sid=1', 'query', 'parameter sid'],
  ['https://a.example/x?key=1', 'query', 'parameter key'],
  ['https://a.example/x?api_key=1', 'query', 'parameter api_key'],
  ['https://a.example/x?user_session_id=1', 'query', 'parameter user_session_id'],
  ['https://a.example/cb?code=1&state=2', 'query', 'parameter code'],
  [`https://a.example/x?q=${random}`, 'query', 'parameter q'],
  ['https://a.example/x?d=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x', 'query', 'parameter d'],
  ['https://a.example/x;jsessionid=1', 'path', 'parameter jsessionid'],
  [`https://a.example/s/${random}${random}`, 'path', 'a long random value'],
  ['https://a.example/x#access_token=1', 'fragment', 'parameter access_token'],
  ['https://user@a.example/x', 'user-info', 'user name or password'],
] as const)('%s carries a token', ([url, where, what]) => {
  const found = tokenIn(new URL(url));
  expect(found?.where).toBe(where);
  expect(causeText(found?.what ?? '', 'en')).toBe(what);
});

test.for([
  'https://news.example/2019/05/06/hangzhou-internet-court-orders-a-platform-to-correct-3-messages.html',
  'https://news.example/a?id=20190506123456789012345678901234567890',
  'https://quotes.example/s?code=600519',
  'https://a.example/item/550e8400-e29b-41d4-a716-446655440000',
  'https://mp.weixin.qq.com/s/Ab3dE_f6hIjKlMn0pQrStU',
  'https://mp.weixin.qq.com/s?__biz=MzA4MDA5NjIzMg==&mid=2651&idx=1&sn=0f4ee9a1b2c3d4e5f60718293a4b5c6d&chksm=8f0aa1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f',
  'https://a.example/search?q=青禾公司 华泰一媒',
  'https://a.example/x?token=',
  'https://a.example/x#section-2',
])('%s is an ordinary link', (url) => {
  expect(tokenIn(new URL(url))).toBeNull();
});
