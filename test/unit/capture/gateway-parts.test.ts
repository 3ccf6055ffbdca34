import { connect, createServer, Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Dialler } from '../../../electron/capture/gateway/dialler.ts';
import { Gateway } from '../../../electron/capture/gateway/gateway.ts';
import { systemLookup, type Network } from '../../../electron/capture/gateway/network.ts';
import { Resolver } from '../../../electron/capture/gateway/resolver.ts';
import { reply } from '../../../electron/capture/gateway/socks5.ts';
import { dialThrough, upstreamOf, type Upstream } from '../../../electron/capture/gateway/upstream.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open.splice(0)) await one.close();
});

describe('a host that is dialled', () => {
  /** Sockets that do nothing by themselves, one for each address that is tried. */
  function quiet() {
    const tried: { address: string; socket: Socket }[] = [];
    const connectTo = (address: string) => {
      const socket = new Socket();
      tried.push({ address, socket });
      return socket;
    };
    return { tried, dialler: new Dialler({ lookup: systemLookup, connect: connectTo }) };
  }
  const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });

  test('is tried at one address after the other, and at none after the first that answers', async () => {
    const { tried, dialler } = quiet();
    const dialled = dialler.dial('a.example', 443, ['192.0.2.1', '192.0.2.2', '192.0.2.3']);
    await vi.waitFor(() => expect(tried).toHaveLength(1));
    tried[0]!.socket.emit('error', refused);
    await vi.waitFor(() => expect(tried).toHaveLength(2));
    tried[1]!.socket.emit('connect');
    expect(await dialled).toEqual({ socket: tried[1]!.socket, address: '192.0.2.2' });
    expect(tried.map(({ address }) => address)).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(tried.map(({ socket }) => socket.destroyed)).toEqual([true, false]); // what failed is let go
    const again = dialler.dial('a.example', 443, ['192.0.2.9']);
    await vi.waitFor(() => expect(tried).toHaveLength(3));
    tried[2]!.socket.emit('connect');
    expect(await again).toMatchObject({ address: '192.0.2.2' }); // kept for the whole capture
  });

  test.for([
    ['ECONNREFUSED', 'connection-refused', 2],
    ['ECONNRESET', 'reset', 2],
    ['EHOSTUNREACH', 'unreachable', 2],
    ['ETIMEDOUT', 'timed-out', 1], // not waited for again
  ] as const)('that says %s is %s, and tried %s times in two dials', async ([code, outcome, times]) => {
    const { tried, dialler } = quiet();
    for (let round = 0; round < 2; round += 1) {
      const dialled = dialler.dial('b.example', 80, ['192.0.2.1']);
      await Promise.resolve();
      await new Promise(setImmediate);
      if (tried.length > round) tried[round]!.socket.emit('error', Object.assign(new Error('no'), { code }));
      expect(await dialled).toEqual({ outcome, address: '192.0.2.1', detail: code });
    }
    expect(tried).toHaveLength(times);
  });

  test('that does not answer is waited for 4 seconds while there is another address, and 10 at the last', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { tried, dialler } = quiet();
    const dialled = dialler.dial('c.example', 80, ['192.0.2.1', '192.0.2.2']);
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(tried).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(tried).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(tried[1]!.socket.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await dialled).toMatchObject({ outcome: 'timed-out', address: '192.0.2.2' });
    expect(await new Dialler({ lookup: systemLookup, connect: () => new Socket() }).dial('d', 1, [])).toMatchObject({
      outcome: 'unknown-host',
    });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a name that is looked up', () => {
  test('leaves no timer behind, and says in the log why it has no address', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const resolver = new Resolver((host) => {
      if (host === 'plain.example') return Promise.reject(new Error('broken'));
      if (host === 'none.example') return Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
      return host === 'slow.example' ? new Promise(() => undefined) : Promise.resolve(['198.51.100.7'].slice(0));
    }, false);
    expect(await resolver.resolve('plain.example')).toMatchObject({ at: 'nowhere', detail: 'Error: broken' });
    expect(await resolver.resolve('none.example')).toMatchObject({ why: 'unknown-host', detail: 'ENOTFOUND' });
    const slow = resolver.resolve('slow.example');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(resolver.questions).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await slow).toEqual({ at: 'nowhere', why: 'timed-out', detail: 'ETIMEDOUT' });
    expect(vi.getTimerCount()).toBe(0);
    expect(resolver.questions.map(({ host, error }) => [host, error])).toEqual([
      ['plain.example', 'Error: broken'],
      ['none.example', 'ENOTFOUND'],
      ['slow.example', 'ETIMEDOUT'],
    ]);
  });

  test('by the system gives every address', async () => {
    const found = await systemLookup('localhost');
    expect(found.length).toBeGreaterThan(0);
    for (const address of found) expect(['127.0.0.1', '::1']).toContain(address);
  });
});

describe('a proxy that captures go through', () => {
  async function proxy(
    serve: (socket: Socket) => void,
  ): Promise<Readonly<{ upstream: Upstream; closed: () => number }>> {
    let closed = 0;
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined).on('close', () => (closed += 1));
      serve(socket);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({ close: () => server.close() });
    const { port } = server.address() as AddressInfo; // listening on TCP
    return { upstream: { kind: 'http', host: '127.0.0.1', port, shown: 'x' }, closed: () => closed };
  }

  test('whose tunnel stands is not cut when its time to answer is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { upstream } = await proxy((socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\n')));
    const tunnel = await dialThrough(upstream, { host: 'a.example', port: 443 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tunnel.destroyed).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    tunnel.destroy();
  });

  test('that refuses is let go, in its own words; one that says nothing after 15 seconds', async () => {
    const { upstream, closed } = await proxy((socket) =>
      socket.once('data', () => socket.write('HTTP/1.1 407 Login\r\n\r\n')),
    );
    await expect(dialThrough(upstream, { host: 'a.example', port: 443 })).rejects.toThrow(
      'the proxy said: HTTP/1.1 407 Login',
    );
    await vi.waitFor(() => expect(closed()).toBe(1));
    const silent = await proxy(() => undefined);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = expect(dialThrough(silent.upstream, { host: 'a.example', port: 443 })).rejects.toThrow(
      'gave no answer',
    );
    await vi.advanceTimersByTimeAsync(15_000);
    await waiting;
  });

  test('asked for a host by name or by address, each as RFC 9110 writes it', async () => {
    const asked: string[] = [];
    const { upstream } = await proxy((socket) =>
      socket.once('data', (bytes: Buffer) => {
        asked.push(bytes.toString());
        socket.write('HTTP/1.0 200 \r\n\r\n');
      }),
    );
    for (const host of ['a.example', '2001:db8::1']) (await dialThrough(upstream, { host, port: 443 })).destroy();
    expect(asked).toEqual([
      'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n',
      'CONNECT [2001:db8::1]:443 HTTP/1.1\r\nHost: [2001:db8::1]:443\r\n\r\n',
    ]);
  });

  test.for<readonly [Readonly<Record<string, string>>, object | null]>([
    [{}, null],
    [{ HTTPS_PROXY: '' }, null],
    [
      { https_proxy: 'proxy.example' },
      { kind: 'http', host: 'proxy.example', port: 80, shown: 'http://proxy.example:80 (https_proxy)' },
    ],
    [
      { ALL_PROXY: 'socks5://u:secret@[::1]' },
      { kind: 'socks5', host: '::1', port: 1080, shown: 'socks5://[::1]:1080 (ALL_PROXY)' },
    ],
    [
      { HTTP_PROXY: 'http://a:3128', ALL_PROXY: 'http://b:8080' },
      { kind: 'http', host: 'b', port: 8080, shown: 'http://b:8080 (ALL_PROXY)' },
    ],
    [
      { ALL_PROXY: '::not::', HTTP_PROXY: 'c:81' },
      { kind: 'http', host: 'c', port: 81, shown: 'http://c:81 (HTTP_PROXY)' },
    ],
  ])('%o: %o', ([environment, upstream]) => {
    expect(upstreamOf(environment)).toEqual(upstream);
  });
});

describe('the gateway itself', () => {
  test('listens on this device only, at no other address than 127.0.0.1', async () => {
    const gateway = await Gateway.open({
      allowPrivate: false,
      upstream: null,
      network: { lookup: systemLookup, connect: () => new Socket() },
    } as never);
    open.push(gateway);
    const reached = (host: string) =>
      new Promise<boolean>((done) => {
        const socket = connect({ host, port: gateway.port });
        const end = (answer: boolean) => () => {
          socket.destroy();
          done(answer);
        };
        socket.setTimeout(1_000, end(false)).once('connect', end(true)).once('error', end(false));
      });
    expect(await reached('127.0.0.1')).toBe(true);
    expect(await reached('127.0.0.2')).toBe(false);
    expect(await reached('::1')).toBe(false);
  });

  test('answers in ten octets with the code of RFC 1928', () => {
    const codes = {
      granted: 0,
      'not-allowed': 2,
      'host-unreachable': 4,
      'connection-refused': 5,
      unsupported: 7,
    } as const;
    for (const [name, code] of Object.entries(codes))
      expect([...reply(name as keyof typeof codes)]).toEqual([5, code, 0, 1, 0, 0, 0, 0, 0, 0]);
  });
});

describe('a proxy named by the environment', () => {
  test.for([
    [{ ALL_PROXY: 'socks5h://127.0.0.1:9' }, 'socks5', '127.0.0.1', 9, 'socks5://127.0.0.1:9 (ALL_PROXY)'],
    [
      { https_proxy: 'http://wang:geheim@proxy.example' },
      'http',
      'proxy.example',
      80,
      'http://proxy.example:80 (https_proxy)',
    ],
    [{ HTTP_PROXY: 'proxy.example:3128' }, 'http', 'proxy.example', 3128, 'http://proxy.example:3128 (HTTP_PROXY)'],
    [
      { ALL_PROXY: 'socks5://proxy.example', HTTP_PROXY: 'http://x' },
      'socks5',
      'proxy.example',
      1080,
      'socks5://proxy.example:1080 (ALL_PROXY)',
    ],
    [{ ALL_PROXY: '', http_proxy: 'http://[::1]:8080' }, 'http', '::1', 8080, 'http://[::1]:8080 (http_proxy)'],
    [{ ALL_PROXY: 'http://:::', HTTPS_PROXY: 'http://b:1' }, 'http', 'b', 1, 'http://b:1 (HTTPS_PROXY)'],
  ] as const)('is read from the environment: %o', ([environment, kind, host, port, shown]) => {
    expect(upstreamOf(environment)).toEqual({ kind, host, port, shown });
  });

  test('is none where the environment names none', () => {
    expect(upstreamOf({ PATH: '/bin', NO_PROXY: 'x' })).toBeNull();
  });
});

describe('names that are resolved', () => {
  test('a name server that never answers is not waited for, and said to be late', { timeout: 20_000 }, async () => {
    const resolver = new Resolver(() => new Promise(() => undefined), false);
    expect(await resolver.resolve('dead.example')).toEqual({ at: 'nowhere', why: 'timed-out', detail: 'ETIMEDOUT' });
    expect(resolver.questions).toMatchObject([{ host: 'dead.example', answers: [], error: 'ETIMEDOUT' }]);
  });

  test('brackets and a root dot are no part of a name', async () => {
    const resolver = new Resolver(() => Promise.resolve(['8.8.8.8']), false);
    expect(await resolver.resolve('[2606:4700::1111]')).toEqual({ at: 'address', offered: ['2606:4700::1111'] });
    await resolver.resolve('A.example.');
    await resolver.resolve('a.example');
    expect(resolver.questions.map(({ host }) => host)).toEqual(['a.example']);
  });
});

test('where no port can be opened for a gateway, the capture is told so', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server) {
    setImmediate(() => this.emit('error', Object.assign(new Error('too many files'), { code: 'EMFILE' })));
    return this;
  });
  const network = { lookup: () => Promise.resolve([]), connect: () => new Socket() };
  try {
    await expect(Gateway.open({ allowPrivateNetwork: false, upstream: null, network })).rejects.toThrow(
      'too many files',
    );
  } finally {
    listen.mockRestore();
  }
});

test('once its traffic is ended the gateway lets nothing out: what is open ends, who asks more is counted', async () => {
  const heard: string[] = [];
  const server = createServer((socket) => socket.on('data', (bytes) => heard.push(bytes.toString())));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const network: Network = {
    lookup: () => Promise.resolve(['8.8.8.8']),
    connect: () => connect({ host: '127.0.0.1', port }),
  };
  const gateway = await Gateway.open({ allowPrivateNetwork: false, upstream: null, network });
  /** As RFC 1928 has it: no password, then CONNECT to a name. @returns a socket, and what its end settles */
  const asking = (host: string) => {
    const socket = connect({ host: '127.0.0.1', port: gateway.port });
    const ended = new Promise((done) => socket.on('close', done));
    socket.on('error', () => undefined).resume();
    socket.write(Buffer.from([5, 1, 0, 5, 1, 0, 3, host.length, ...Buffer.from(host), 0, 80]));
    return { socket, ended };
  };
  const { socket, ended } = asking('a.example');
  await expect.poll(() => gateway.log().dials[0]?.outcome).toBe('open');
  socket.write('one');
  await expect.poll(() => heard).toEqual(['one']);
  expect(gateway.askedAfterEnd).toBe(0);
  gateway.endTraffic();
  socket.write('two');
  await Promise.all([ended, asking('a.example').ended, asking('update.googleapis.com').ended]);
  expect(gateway.askedAfterEnd).toBe(1);
  expect([heard, gateway.log().dials.length]).toEqual([['one'], 1]);
  await gateway.close();
  await new Promise((done) => server.close(done));
});
