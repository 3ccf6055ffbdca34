import { expect, test } from 'vitest';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { failedRequestLines } from '../../../../shared/messages/reasons/request-texts.ts';

type Requests = NonNullable<CaptureRecord['requests']>;
const picture = { kind: 'image', url: 'https://img.example/1.png', error: 'HTTP 404' } as const;
const style = { kind: 'stylesheet', url: 'https://img.example/a.css', error: 'net::ERR_NAME_NOT_RESOLVED' } as const;

test('what a page lacks is said by address, with the status or the browser’s word', () => {
  const requests: Requests = {
    count: 9,
    failed: [
      { kind: 'stylesheet', count: 1 },
      { kind: 'image', count: 1 },
      { kind: 'icon', count: 1 },
    ],
    named: [style, picture],
  };
  expect(failedRequestLines({ requests }, 'zh-CN', 5)).toEqual([
    '样式表：https://img.example/a.css；域名无法解析（ERR_NAME_NOT_RESOLVED）',
    '图片：https://img.example/1.png（HTTP 404）',
  ]);
  expect(failedRequestLines({ requests }, 'en', 5)).toEqual([
    'style sheet: https://img.example/a.css; the host name was not found (ERR_NAME_NOT_RESOLVED)',
    'image: https://img.example/1.png (HTTP 404)',
  ]);
});

test('those that are not named on the page, and those that the record does not name, are counted apart', () => {
  const requests: Requests = { count: 9, failed: [{ kind: 'image', count: 5 }], named: [picture, picture, picture] };
  expect(failedRequestLines({ requests }, 'zh-CN', 1)).toEqual([
    '图片：https://img.example/1.png（HTTP 404）',
    '另有 2 个，网址见该证据的 record.json',
    '2 个未成功的请求，网址未记录',
  ]);
  expect(failedRequestLines({ requests }, 'en', 1).slice(1)).toEqual([
    '2 more; for the addresses see record.json of the exhibit',
    '2 failed requests whose addresses were not recorded',
  ]);
});

test('a record that only counted says so; one without failures, or that did not count, says nothing', () => {
  expect(failedRequestLines({ requests: { count: 3, failed: [{ kind: 'font', count: 1 }] } }, 'en', 5)).toEqual([
    '1 failed request whose address was not recorded',
  ]);
  expect(failedRequestLines({ requests: { count: 3, failed: [] } }, 'en', 5)).toEqual([]);
  expect(
    failedRequestLines({ requests: { count: 3, failed: [{ kind: 'icon', count: 1 }], named: [] } }, 'en', 5),
  ).toEqual([]);
  expect(failedRequestLines({}, 'en', 5)).toEqual([]);
});

test('a hidden character in an address is written out', () => {
  const requests: Requests = {
    count: 2,
    failed: [{ kind: 'image', count: 1 }],
    named: [{ kind: 'image', url: 'https://img.example/a\u202egnp.exe', error: 'HTTP 404' }],
  };
  expect(failedRequestLines({ requests }, 'en', 5)).toEqual(['image: https://img.example/a[U+202E]gnp.exe (HTTP 404)']);
});
