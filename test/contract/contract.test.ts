import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods, type Input, type Method, type Output } from '../../shared/contract.ts';
import { emptyOrder } from '../../shared/order/order.ts';
import { firstSettings } from '../../shared/window/settings.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { transports, type Transport } from './transports.ts';

/** The same promises over every way to the workbench: what a caller sends is parsed, what comes back fits the contract. */
describe.each(transports)('the contract $name', ({ open }) => {
  const cache = freshFolder();
  const folder = join(cache, '一案 “𠮷”.fascicle');
  const other = join(cache, '另案.fascicle');
  const facts = {
    title: '青禾小贷 “𠮷野家”\nİı',
    court: 'hangzhou',
    cause: null,
    applicants: ['青禾小贷'],
    respondents: [],
    operator: '王某',
    language: 'zh-CN' as const,
  };
  const called = new Set<Method>();
  let way: Transport;
  let item: string;

  /** Calls, and parses the answer with the contract's own schema. */
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    called.add(method);
    const { output, code } = await way.call(method, input);
    expect(code, method).toBeUndefined();
    return methods[method].output.parse(output) as Output<M>; // parsed by the very schema that Output<M> is inferred from
  };
  const refused = async <M extends Method>(method: M, input: Input<M>) => {
    called.add(method);
    return (await way.call(method, input)).code;
  };

  beforeAll(async () => {
    writeFileSync(join(cache, '收据.txt'), '一份文字：进入清算程序');
    way = await open(cache);
  }, 240_000);
  afterAll(() => way.close());

  test.each(Object.keys(methods) as Method[])('%s refuses what it does not take', async (method) => {
    const { code } = await way.call(method, { nonsense: true } as unknown as Input<Method>); // what a hostile caller may send
    expect(code).toBe('bad-call');
  });

  test('a case is made, opened and listed, its words unchanged to the letter', async () => {
    expect((await call('cases.create', { case: folder, facts })).title).toBe(facts.title);
    expect((await call('cases.open', { case: folder })).facts).toEqual(facts);
    expect((await call('cases.pulse', { case: folder })).seal).toEqual({ unsealed: 1, waiting: 0, lastTime: null });
    expect((await call('cases.recent', {})).cases.map((one) => one.folder)).toEqual([folder]);
    expect(await call('cases.change', { case: folder, facts: { ...facts, cause: '商业诋毁' } })).toMatchObject({
      cause: '商业诋毁',
    });
  });

  test('a folder that is no case is an error with its code', async () => {
    expect(await refused('cases.open', { case: join(cache, 'nowhere') })).toBe('not-a-case');
    expect(await refused('cases.create', { case: folder, facts })).toBeDefined();
  });

  test('files come in with their events before the answer, and one that is refused stops no other', async () => {
    const files = [join(cache, '收据.txt'), join(cache, '没有.txt')];
    const order = { category: 'message' as const, title: null, source: '手机', receivedBy: null, receivedOn: null };
    called.add('intake.import');
    const { output, events } = await way.call('intake.import', {
      case: folder,
      files,
      ...order,
      account: null,
      operator: null,
    });
    expect(output).toMatchObject({ items: 1, refused: 1 });
    expect(events.filter(({ event }) => event === 'item' || event === 'error')).toMatchObject([
      { event: 'item', fileName: '收据.txt', outcome: 'complete' },
      { event: 'error', code: 'file-missing', subject: files[1] },
    ]);
  });

  test('what has no place on disk comes in pieces, whole and once, only into the case that it was given to', async () => {
    const said = { category: 'message' as const, title: null, source: null, receivedBy: null, receivedOn: null };
    const of = { case: other, how: 'dropped' as const, ...said, account: null, operator: null };
    await call('cases.create', { case: other, facts });
    const words = Buffer.from('一份没有文件的文字：进入清算程序');
    const bytes = [words.subarray(0, 10), words.subarray(10)].map((piece) => piece.toString('base64'));
    const { given } = await call('intake.piece', { case: other, given: null, bytes: bytes[0] ?? '' });
    await call('intake.piece', { case: other, given, bytes: bytes[1] ?? '' });
    expect(await refused('intake.piece', { case: folder, given, bytes: '' })).toBe('given-lost');
    expect(await refused('intake.given', { ...of, case: folder, given, name: null })).toBe('given-lost');
    expect(await refused('intake.piece', { case: other, given, bytes: 'no base64!' })).toBe('bad-call');
    const { item: taken } = await call('intake.given', { ...of, given, name: '摘录.txt' });
    const { record } = await call('items.show', { case: other, item: taken });
    expect(record).toMatchObject({ fileName: '摘录.txt', warnings: [{ code: 'dropped-without-file' }] });
    expect(record.artifacts[0]?.sha256).toBe(createHash('sha256').update(words).digest('hex'));
    expect(await refused('intake.given', { ...of, given, name: '摘录.txt' })).toBe('given-lost');
    await call('cases.forget', { case: other });
  });

  test('items are listed, shown, left out and taken back', async () => {
    const { items } = await call('items.list', { case: folder, category: null });
    item = items[0]?.item ?? '';
    expect((await call('items.show', { case: folder, item })).record.item).toBe(item);
    expect((await call('items.exclude', { case: folder, item, reason: '重复' })).excluded).toBe('重复');
    expect((await call('items.include', { case: folder, item })).excluded).toBeNull();
    expect(await refused('items.show', { case: folder, item: 'ffffffff' })).toBe('no-such-item');
  });

  test('evidence is decided, tagged and found by two characters', async () => {
    const decision = { is: 'accepted' as const };
    expect((await call('evidence.decide', { case: folder, items: [item], decision })).rows[0]?.decision).toBe(
      'accepted',
    );
    expect((await call('evidence.tag', { case: folder, items: [item], tag: '误报', on: true })).rows[0]?.tags).toEqual([
      '误报',
    ]);
    expect((await call('evidence.list', { case: folder })).rows).toHaveLength(1);
    expect((await call('evidence.history', { case: folder, item })).rows).toHaveLength(1);
    expect((await call('search.run', { case: folder, text: '清算', limit: 5 })).hits[0]).toMatchObject({
      match: '清算',
    });
  });

  test('exhibits and plan are set and read', async () => {
    const exhibit = { item, group: '第一组', title: '收据', source: '手机', purpose: '证明𠮷' };
    expect((await call('exhibits.arrange', { case: folder, exhibits: [exhibit] })).exhibits).toMatchObject([exhibit]);
    const notes = (await call('case.edit', { case: folder, facts: null, plan: { chronology: [] } })).plan;
    expect(notes.chronology).toEqual([]);
    const stops = async (edition: 'filing' | 'working') => {
      const { problems } = await call('bundle.problems', { case: folder, edition });
      return problems.filter(({ rank }) => rank === 'stop').map(({ code, cell, where }) => ({ code, cell, where }));
    };
    expect(await stops('working')).toEqual([]);
    expect(await stops('filing')).toEqual([{ code: 'cell-demanded', cell: 'summary', where: '1' }]);
    await call('exhibits.arrange', { case: folder, exhibits: [{ ...exhibit, summary: '收款二百元' }] });
    expect(await stops('filing')).toEqual([]);
  });

  test('a bundle is built with progress, listed, and verifies', async () => {
    called.add('bundle.build');
    const { output, events } = await way.call('bundle.build', { case: folder, out: null, language: null, draft: true });
    expect(events.some(({ event }) => event === 'progress')).toBe(true);
    const { bundles } = await call('bundle.list', { case: folder });
    expect(bundles.map(({ files }) => files[0]?.pdf)).toEqual([output?.pdf]);
    expect(await call('verify.run', { path: output?.pdf ?? '' })).toMatchObject({ unaltered: 'yes' });
    expect(
      await refused('bundle.sign', {
        pdf: output?.pdf ?? '',
        out: null,
        p12: join(cache, 'none.p12'),
        passphrase: { typed: 'x' },
        services: [],
        policy: null,
        anchors: [],
      }),
    ).toBe('key-unreadable');
  }, 120_000);

  test('addresses wait in the queue, and are cancelled with a reason', async () => {
    const view = { device: 'desktop' as const, width: 1280, height: 900, scale: 1 as const };
    const order = { category: 'coverage' as const, view, timeout: 30, allowPrivateNetwork: false, throughProxy: false };
    const { jobs } = await call('queue.add', { case: folder, urls: ['https://a.example/'], ...order, operator: null });
    expect(jobs).toHaveLength(1);
    expect((await call('queue.cancel', { case: folder, jobs: null, reason: '不需要' })).jobs).toEqual(jobs);
    expect((await call('queue.list', { case: folder })).jobs[0]?.state).toBe('cancelled');
  });

  test('a time stamp that nobody gives waits', async () => {
    const asked = { case: folder, services: [], policy: null, anchors: [] };
    expect((await call('stamps.ask', asked)).stamps).toMatchObject([{ state: 'pending' }]);
    expect((await call('stamps.list', { case: folder, anchors: [] })).stamps).toHaveLength(1);
    expect((await call('cases.pulse', { case: folder })).seal.waiting).toBe(1);
  });

  test('the order and the watch are kept, with what follows from them', async () => {
    const order = structuredClone({ ...emptyOrder, measureTaken: '2019-05-16' });
    const kept = await call('order.keep', { case: folder, order, ics: join(cache, 'dates.ics'), language: null });
    expect(kept.deadlines.find(({ id }) => id === 'suit')?.when).toMatchObject({ at: 'day', day: '2019-06-17' });
    const written = async (language: 'en' | 'zh-CN+en') => {
      await call('order.keep', { case: folder, order: null, ics: join(cache, 'dates.ics'), language });
      return readFileSync(join(cache, 'dates.ics'), 'utf8');
    };
    expect(await written('en')).toContain('SUMMARY:File suit');
    const both = await written('zh-CN+en');
    expect(both.replaceAll('\r\n ', '')).toContain('（30 日） · File suit');
    expect(await written('zh-CN+en')).toBe(both); // nothing of it is of the moment in which it is written
    expect(both).toContain('SEQUENCE:0');
    await call('order.keep', {
      case: folder,
      order: { ...order, measureTaken: '2019-05-17' },
      ics: null,
      language: null,
    });
    expect(await written('en')).toContain('SEQUENCE:1');
    await call('order.keep', { case: folder, order, ics: null, language: null });
    const watched = { url: 'https://a.example/', expect: { is: 'unchanged' as const }, everyMinutes: 60 };
    const list = [{ ...watched, category: 'message' as const }];
    expect((await call('watch.keep', { case: folder, list })).addresses).toMatchObject([{ checks: 0, met: null }]);
  });

  test('what is said of an obligation names it, in the order of the order', async () => {
    const page = { kind: 'homepage', due: { by: 'not-stated' }, address: 'https://a.example/', days: 1 } as const;
    const channel = { channel: '站内信', originals: [], clarifications: [], accounts: [] };
    const channels = [{ ...channel, scopeOfOriginal: null, scopeOfClarification: null }];
    const obligations = ['b', 'a', 'c'].map((id) => {
      const common = { ...page, id, text: `刊登 ${id}`, words: `声明 ${id}` };
      return id === 'a'
        ? { id, text: common.text, words: common.words, due: page.due, kind: 'clarify' as const, channels }
        : common;
    });
    const { tables, obligations: findings } = await call('order.keep', {
      case: folder,
      order: structuredClone({ ...emptyOrder, measureTaken: '2019-05-16', obligations }),
      ics: null,
      language: null,
    });
    expect(tables.map(({ of }) => of)).toEqual([null, 'b', 'a', 'c']);
    expect(findings.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    for (const { of, title } of tables) if (of !== null) expect(title).toContain(`刊登 ${of}`);
  });

  test('claims have a template, and their elements what is mapped to them', async () => {
    const link = { element: 'harm', item, side: 'support' as const, passage: '进入清算程序', note: null };
    const kept = await call('claims.keep', {
      case: folder,
      template: { from: 'program', id: 'plain' },
      stated: { actOn: null, statements: [], links: [link] },
      templates: true,
    });
    expect(kept.elements.filter(({ gap }) => !gap)).toMatchObject([{ id: 'harm', support: [{ found: 'found' }] }]);
    expect(kept.templates).toHaveLength(4);
  });

  test('a case is backed up, its files are checked, and a sound database is left alone', async () => {
    const { path } = await call('window.beside', { case: folder, what: 'backup' });
    expect(await call('case.backup', { case: folder, folder: path })).toMatchObject({ verdict: 'PASSED', left: [] });
    expect((await call('case.health', { case: folder, from: [] })).damaged).toEqual([]);
    expect((await call('case.place', { case: folder })).findings.length).toBeGreaterThan(3);
    expect(await call('case.repair', { case: folder })).toMatchObject({ needed: false, verdict: 'PASSED' });
  }, 120_000);

  test('long work that is stopped at once says so', async () => {
    const { code } = await way.call('case.health', { case: folder, from: [] }, true);
    expect(code).toBe('cancelled');
    const verifying = { path: folder, anchors: [], item: null, since: null, passphrase: null };
    expect((await way.call('verify.run', verifying, true)).code).toBe('cancelled');
  });

  test('a case is verified apart, and says how far it is', async () => {
    called.add('verify.run');
    const verifying = { path: folder, anchors: [], item: null, since: null, passphrase: null };
    const { output, events } = await way.call('verify.run', verifying);
    expect(output).toMatchObject({ verdict: 'PASSED' });
    expect(events.some((event) => event.event === 'progress' && event.stage === 'verify')).toBe(true);
  });

  test('hashes go out for deposit; a case without a filed bundle is not handed over; a package must be one', async () => {
    expect((await call('digests.export', { case: folder, out: join(cache, 'digests') })).archives).toHaveLength(1);
    const out = join(cache, 'package.zip');
    expect(await refused('package.export', { case: folder, out, services: [], anchors: [] })).toBe(
      'package-without-bundle',
    );
    const into = { kind: 'case' as const, case: folder };
    expect(await refused('package.receive', { package: join(cache, '收据.txt'), into, anchors: [] })).toBe(
      'package-unsound',
    );
  });

  test('the log tells it all', async () => {
    const { entries } = await call('custody.list', { case: folder });
    expect(entries.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'case-created',
        'item-added',
        'bundle-built',
        'stamp-requested',
        'order-set',
        'watch-set',
      ]),
    );
  });

  test('what a person chose and where the window was is kept', async () => {
    const settings = {
      ...firstSettings,
      operator: '王某',
      stamping: { services: ['https://tsa.example/'], anchors: [] },
    };
    await call('settings.save', settings);
    expect(await call('settings.load', {})).toEqual(settings);
    await call('window.save', { state: '{"screen":"order"}' });
    expect((await call('window.load', {})).state).toBe('{"screen":"order"}');
    expect((await call('window.place', { title: 'a/b:c' })).folder).toMatch(/a b c\.fascicle$/);
  });

  test('a case is taken off the list', async () => {
    await call('cases.forget', { case: folder });
    expect((await call('cases.recent', {})).cases).toEqual([]);
  });

  test('a good part of the methods was used, not only refused', () => {
    expect(called.size).toBeGreaterThan(Object.keys(methods).length / 2);
  });
});
