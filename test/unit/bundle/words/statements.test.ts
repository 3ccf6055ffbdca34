import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { attachFile } from '../../../../electron/seal/attach-file.ts';
import type { CaptureRecord, ItemRecord } from '../../../../shared/case/record.ts';
import { fieldsOf } from '../../../../shared/fields/fields-of.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';
import { freshCase, someCapture } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { gradient, IntakeRoom } from '../../intake/intake-room.ts';
import { have } from '../../pdf/pdf-room.ts';
import { nothingElse } from '../../../fixtures/made/field-sources.ts';
import { storedPng } from '../../../fixtures/made/fixed-case.ts';

/*
 * What a bundle says is held against its records by a reader of its own: each sentence of a paper that speaks of facts
 * must be true of the exhibits that it names, and what was found against an exhibit must be said.
 */

const textOf = (pdf: string) =>
  spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.replace(/\s+/gu, '');

const ok = { outcome: 'ok' } as const;
const clocks = [
  { check: 'clock-server-date', ...ok, detail: 'this device +120 ms (± 500 ms and the way of the answer)' },
  { check: 'clock-ntp', ...ok, detail: 'time.example: this device -31 ms (± 9 ms)' },
];
const wrongClock = [
  {
    check: 'clock-server-date',
    outcome: 'noted' as const,
    detail: 'this device +238780953430 ms (± 500 ms and the way of the answer)',
  },
  { check: 'clock-ntp', outcome: 'not-verified' as const, detail: 'no-server-answered' },
  { check: 'root-certificates', outcome: 'noted' as const, detail: 'sandboxing-egress-ca.crt' },
];
const ran = (host: string, secure: boolean): NonNullable<CaptureRecord['secondPath']> => ({
  ran: true,
  startedAt: '2019-05-06T01:30:09.000Z',
  endedAt: '2019-05-06T01:30:10.000Z',
  userAgent: 'fascicle/0.0.0',
  short: null,
  status: 200,
  finalUrl: `${secure ? 'https' : 'http'}://${host}/a`,
  address: '127.0.0.1',
  tls: secure
    ? {
        protocol: 'TLSv1.3',
        cipher: 'x',
        certificateError: null,
        chain: [{ sha256: 'cd'.repeat(32), subject: 'CN=x', validTo: '2027-01-01T00:00:00.000Z' }],
      }
    : null,
  bytes: 12,
  same: ['status'],
  differences: [{ field: 'header', name: 'date', browser: 'a', own: 'b', cause: 'made-per-answer' }],
});

/** A capture of a page in one picture. */
function page(
  caseFile: WritableCase,
  host: string,
  secure: boolean,
  change: Partial<CaptureRecord> = {},
): CaptureRecord {
  const record = someCapture(caseFile, `${host} ${Math.random()}`);
  const tile = {
    role: 'screenshot-tile',
    name: 'tile-0001.png',
    mediaType: 'image/png',
    ...caseFile.objects.putBytes(storedPng(40, 30, 1)), // a filing copy can make it smaller
  } as const;
  const url = `${secure ? 'https' : 'http'}://${host}/a`;
  const environment = {
    role: 'environment',
    name: 'environment.json',
    mediaType: 'application/json',
    ...caseFile.objects.putBytes(new TextEncoder().encode(`{"a":"${host}"}`)),
  } as const;
  return {
    ...record,
    url,
    finalUrl: url,
    picture: { width: 40, height: 30, overlap: 32 },
    artifacts: [{ ...tile, x: 0, y: 0, width: 40, height: 30 }, environment, ...record.artifacts],
    secondPath: ran(host, secure),
    ...change,
  };
}

type Found = Readonly<{ number: string; record: ItemRecord }>;

/** Numbers in the sentence that a pattern finds: 「证据1、3的…」. */
const named = (text: string, sentence: RegExp): readonly string[] =>
  [...text.matchAll(sentence)].flatMap(([, numbers = '']) => numbers.split(/[、,和]/));

/** Each sentence that a record contradicts, and each finding that is not told. */
function contradictions(text: string, exhibits: readonly Found[], filingCopy: boolean): readonly string[] {
  const found: string[] = [];
  const of = (sentence: RegExp, what: string, holds: (record: ItemRecord) => boolean) => {
    for (const number of named(text, sentence)) {
      const one = exhibits.find((exhibit) => exhibit.number === number);
      if (!one || !holds(one.record)) found.push(`${what}: ${number}`);
    }
  };
  const capture = (record: ItemRecord) => (record.kind === 'capture' ? record : null);
  const run = (record: ItemRecord) => {
    const path = capture(record)?.secondPath;
    return path?.ran === true ? path : null;
  };
  const compared = (record: ItemRecord) =>
    (capture(record)?.checks ?? []).some(
      ({ check, outcome }) => ['clock-server-date', 'clock-ntp'].includes(check) && outcome !== 'not-verified',
    );
  const numbers = '([\\d、]+)';
  of(new RegExp(`证据${numbers}的二次获取自行查询DNS`, 'gu'), 'DNS', (record) => {
    const host = URL.parse(run(record)?.finalUrl ?? '')?.hostname ?? '';
    return /[a-z]/i.test(host) && host !== 'localhost';
  });
  of(new RegExp(`证据${numbers}的二次获取自行建立TLS`, 'gu'), 'TLS', (record) => run(record)?.tls != null);
  of(new RegExp(`证据${numbers}的时间未与其他时钟比对`, 'gu'), 'clock not compared', (record) => !compared(record));
  of(new RegExp(`证据${numbers}的environment.json`, 'gu'), 'environment.json', ({ artifacts }) =>
    artifacts.some(({ role }) => role === 'environment'),
  );
  of(new RegExp(`证据${numbers}的画面为所存[^。]{2,8}的原样嵌入`, 'gu'), 'not recoded', (record) => {
    const converted = record.artifacts.some(({ role }) => role === 'page-image');
    return !filingCopy && !converted && !record.redaction;
  });
  of(new RegExp(`证据${numbers}的网页由程序自动打开`, 'gu'), 'fixed steps', (record) => {
    const one = capture(record);
    return one !== null && !one.byHand && !one.session && one.picture !== null;
  });
  of(new RegExp(`证据${numbers}的取证时间`, 'gu'), 'captured', (record) => record.kind === 'capture');
  of(new RegExp(`证据${numbers}的导入时间`, 'gu'), 'imported', (record) => record.kind === 'import');
  const anyTiles = exhibits.some(
    ({ record }) => record.artifacts.filter(({ role }) => role === 'screenshot-tile').length > 1,
  );
  if (!anyTiles && /相邻图块/.test(text)) found.push('neighbours of one tile');
  if (/各项证据的environment\.json|每项证据的environment\.json|原因均已查明|记录服务器发送的全部内容/.test(text))
    found.push('a sentence about every exhibit, or more than was measured');
  if (filingCopy && /未经重新编码|未重新编码|画面本身未改动|可从PDF还原/.test(text))
    found.push('recoded and not recoded');
  const certificate = text.slice(text.lastIndexOf('一、计算机系统'), text.lastIndexOf('下列为'));
  if (certificate.includes('未填写')) found.push('a blank that blames');
  for (const { number, record } of exhibits) {
    // What was measured, or the name that was found; the words around it are the paper's language's.
    const measured = (detail: string) => /[+-]\d+/u.exec(detail)?.[0] ?? detail.replace(/\s+/gu, '');
    for (const { check, outcome, detail } of capture(record)?.checks ?? [])
      if (outcome === 'noted' && !certificate.includes(measured(detail))) found.push(`${check} of ${number} not told`);
    if (
      record.artifacts.some(({ role }) => role === 'page-image') &&
      !new RegExp(`证据${numbers}的页面图像由程序`, 'u').test(certificate)
    )
      found.push(`conversion of ${number} not told`);
  }
  return found;
}

async function read(caseFile: WritableCase, change: Parameters<typeof buildIn>[1] = {}) {
  const built = await buildIn(caseFile, { draft: true, language: 'zh-CN', ...change });
  const text = textOf(built.pdf);
  const exhibits = caseFile.items().map(({ record }, at) => ({ number: String(at + 1), record }));
  return { text, contradictions: contradictions(text, exhibits, change.filingCopy === true) };
}

describe.skipIf(!have('pdftotext'))('no sentence of a bundle is contradicted by its records', () => {
  test('imports only: no environment, no capture, no fetch; conversions are told, the time is the import’s', async () => {
    const room = new IntakeRoom();
    await room.import('a.gif', await gradient(60, 40).gif().toBuffer());
    await room.import('b.webp', await gradient(60, 40).webp().toBuffer());
    await room.import('c.png', await gradient(60, 40).png().toBuffer());
    const { text, contradictions: found } = await read(room.caseFile);
    expect(found).toEqual([]);
    expect(text).not.toMatch(/environment\.json|DNS|TLS|自动打开|网页的取证由/);
    expect(text).toMatch(/证据1、2的页面图像由程序自原文件生成/);
    expect(text).toMatch(/证据3的画面为所存图片文件的原样嵌入/);
    expect(text).toMatch(/导入时间20/);
    room.caseFile.close();
  });

  test('plain http to an address, beside https to a name: each says what took place', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, '127.0.0.1:8080', false, { checks: clocks }));
    caseFile.addItem(page(caseFile, 'news.example', true));
    const { text, contradictions: found } = await read(caseFile);
    expect(found).toEqual([]);
    expect(text).toContain('证据2的二次获取自行查询DNS');
    expect(text).toContain('证据2的二次获取自行建立TLS');
    // The server is on the device itself, so its Date is no other clock; a time server was asked, too.
    expect(text).not.toContain('时钟与服务器Date比对');
    expect(text).toContain('证据1：时钟与NTP服务器比对，测得相差不超过31毫秒，误差不超过±9毫秒');
    expect(text).toContain('证据1：网站服务器就在取证的计算机上');
    expect(text).toContain('证据1：该网址指向取证的计算机自身');
    expect(text).toContain('证据2：未记录网页来自哪一网络地址');
    expect(text).not.toContain('可以对同一网址重复');
    expect(text).toContain('证据2的时间未与其他时钟比对');
    caseFile.close();
  });

  test('a clock that was years off heads its item, and every noted check is in the certificate', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, '127.0.0.1:8080', false, { checks: wrongClock }));
    const { text, contradictions: found } = await read(caseFile);
    expect(found).toEqual([]);
    expect(text.split('快7年206天（2763天）').length).toBeGreaterThan(2); // by hand: 238,780,953 s; sheet and certificate
    expect(text).not.toContain('未与其他时钟比对');
    caseFile.close();
  });

  test('a filing copy never says that its pictures were not recoded', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, 'news.example', true, { checks: clocks }));
    expect((await read(caseFile, { filingCopy: true })).contradictions).toEqual([]);
    caseFile.close();
  });

  test('captures by hand and in a session are not said to be repeatable by the program', async () => {
    const caseFile = freshCase();
    caseFile.addItem(
      page(caseFile, 'news.example', true, {
        byHand: { seconds: 30, navigations: 1, clicks: 2, keys: 3, scrolls: 4, typed: false, frames: 1, capped: false },
      }),
    );
    caseFile.addItem(page(caseFile, 'news.example', true));
    const { text, contradictions: found } = await read(caseFile);
    expect(found).toEqual([]);
    expect(text).toContain('证据1的网页系人工操作之后');
    caseFile.close();
  });

  test('a redacted item says so, in the certificate and in its fields, and is not “as stored”', async () => {
    const caseFile = freshCase();
    const { item: parent, recordSha256 } = caseFile.addItem(page(caseFile, 'news.example', true));
    const redaction = {
      parent,
      parentRecord: recordSha256,
      reason: '个人电话',
      regions: [{ x: 1, y: 1, width: 5, height: 5 }],
    };
    const { record } = caseFile.addItem(page(caseFile, 'news.example', true, { redaction }));
    const { text, contradictions: found } = await read(caseFile);
    expect(found).toEqual([]);
    expect(text).toContain('证据2为遮盖件');
    const fields = fieldsOf(
      {
        ...nothingElse,
        record,
        recordSha256,
        caseFacts: caseFile.facts(),
      },
      'zh-CN',
    );
    const field = (id: string) => JSON.stringify(fields.find((one) => one.id === id));
    expect(field('redactions')).toContain('个人电话');
    expect(field('conversions')).not.toContain('按取得时的字节保存');
    expect(field('method')).not.toContain('自动对网页取证');
    caseFile.close();
  });

  test('a file that was attached later has its own time; its number stands beside it alone, no check of it recorded', async () => {
    const caseFile = freshCase();
    const { item } = caseFile.addItem(page(caseFile, 'news.example', true));
    const paper = join(freshFolder(), 'receipt.pdf');
    writeFileSync(paper, '%PDF-1.4 receipt');
    await attachFile(caseFile, { item, file: paper, kind: 'deposit', number: '2019-0506-001' });
    const built = await buildIn(caseFile, { draft: true, language: 'zh-CN' });
    const pages = spawnSync('pdftotext', ['-layout', built.pdf, '-'], { encoding: 'utf8' }).stdout.split('\f');
    const list = pages.filter((one) => one.includes('哈希值清单') && one.includes('字节数')).join('\n');
    const rows = list.split('\n').filter((line) => /[0-9a-f]{64}/.test(line));
    expect(rows.filter((line) => line.includes('2019-0506-001'))).toHaveLength(1);
    expect(list).toContain('未记载核验'); // a case keeps no result of a check, whatever one would find
    const wall = caseFile.entries('content').find(({ act }) => act === 'attachment-added')!.wall;
    const beijing = new Date(Date.parse(wall) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23);
    expect(rows.find((line) => line.includes('receipt'))).toContain(beijing);
    caseFile.close();
  });

  test('in both languages each sentence is whole in its own, and no blank of the cover blames', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, 'news.example', true, { checks: wrongClock }));
    caseFile.addItem(page(caseFile, 'other.example', true, { checks: clocks }));
    const both = textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN+en' })).pdf);
    expect(both).toMatch(/证据1、2的时钟曾与其他时钟比对，结果见技术附录。Generatedby/);
    expect(both).toMatch(/theclockofexhibits1,2wascomparedwithanotherclock/);
    expect(both).toMatch(
      /本机时钟；时钟与服务器Date比对：[^/]*；[^/]*thedevice’sownclock;clockcomparedwiththeserver’sDate:/,
    );
    const cover = both.slice(0, both.indexOf('证据目录'));
    expect(cover).not.toMatch(/未填写|notstated/);
    caseFile.close();
  });

  test('of a shortfall without a reason it is said what is not recorded, never that there is none', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, 'news.example', true, { outcome: 'partial' }));
    const text = textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN' })).pdf);
    expect(text).toMatch(/证据1：结果为部分（[^）]*），[^。]*截取整页画面：操作日志中没有记录[^。]*没有网络归档/u);
    caseFile.close();
  });

  test('under FRE 902 the declaration has the declarant’s lines, and no blank that says “not stated”', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, '127.0.0.1:8080', false, { checks: clocks }));
    const built = await buildIn(caseFile, {
      draft: true,
      language: 'en',
      profile: profileNamed('us-cmecf'),
      filingCopy: true,
    });
    const text = textOf(built.pdf);
    const declaration = text.slice(text.indexOf('certifyunderFed'), text.lastIndexOf('Howtoverify'));
    expect(declaration).toContain('Signatureofthedeclarant');
    expect(declaration).toContain('Dateexecuted');
    expect(declaration).not.toContain('notstated');
    expect(declaration).not.toContain('Copiesfortheotherside');
    expect(text).not.toMatch(/withoutrecoding|notrecoded|canbemadeagainfromthePDF/);
    caseFile.close();
  });
});
