import { connect, createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Dialler } from '../../../electron/capture/gateway/dialler.ts';
import { Gateway } from '../../../electron/capture/gateway/gateway.ts';
import type { Upstream } from '../../../electron/capture/gateway/upstream.ts';

/** The bytes of RFC 1928, written by hand: greeting without password, then CONNECT to a name, an IPv4 or an IPv6 address. */
const greeting = [5, 1, 0];
const toName = (host: string, port: number) => [5, 1, 0, 3, host.length, ...Buffer.from(host), port >> 8, port & 255];
const to4 = (octets: readonly number[], port: number) => [5, 1, 0, 1, ...octets, port >> 8, port & 255];
const to6 = (words: readonly number[], port: number) => [
  5,
  1,
  0,
  4,
  ...words.flatMap((word) => [word >> 8, word & 255]),
  port >> 8,
  port & 255,
];

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A server on loopback that answers every connection with what `serve` does. @returns its port */
async function server(serve: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const made: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    serve(socket);
  });
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => made.close(done));
    },
  });
  return (made.address() as AddressInfo).port;
}
const echo = () => server((socket) => socket.on('data', (bytes) => socket.write(`echo ${bytes.toString()}`)));

/** A gateway whose names are these; every address that it dials is the loopback server at `port` unless `dead` has it. */
async function gateway(
  names: Record<string, readonly string[]>,
  port: number,
  more: { upstream?: Upstream; allowPrivate?: boolean; dead?: readonly string[] } = {},
) {
  const dialled: string[] = [];
  const asked: string[] = [];
  const made = await Gateway.open({
    allowPrivateNetwork: more.allowPrivate ?? false,
    upstream: more.upstream ?? null,
    network: {
      lookup: (host) => {
        asked.push(host);
        const found = names[host];
        return found ? Promise.resolve(found) : Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
      },
      connect: (address, to) => {
        dialled.push(`${address}:${to}`);
        return connect({ host: '127.0.0.1', port: more.dead?.includes(address) ? 1 : port });
      },
    },
  });
  open.push(made);
  return { made, dialled, asked };
}

/** Speaks to a gateway as a browser does. @returns the reply code of its request, and what came after `then` was sent */
async function ask(port: number, request: readonly number[], then = '', hello: readonly number[] = greeting) {
  const socket = connect({ host: '127.0.0.1', port });
  const bytes: Buffer[] = [];
  const come = () => Buffer.concat(bytes);
  let ended = false;
  socket
    .on('data', (some) => bytes.push(some))
    .on('close', () => (ended = true))
    .on('error', () => undefined);
  const until = async (enough: () => boolean) => {
    while (!enough() && !ended) await new Promise((done) => setTimeout(done, 2));
  };
  socket.write(Buffer.from(hello));
  await until(() => come().length >= 2);
  const method = [...come().subarray(0, 2)];
  socket.write(Buffer.from(request));
  await until(() => come().length >= 12);
  const answer = [...come().subarray(2, 12)];
  if (then !== '') {
    socket.write(then);
    await until(() => come().length >= 12 + 5 + then.length);
  }
  const said = come().subarray(12).toString();
  return { method, code: answer[1], answer, said, end: () => socket.destroy() };
}

const granted = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0];

describe('the one way out of a capture browser', () => {
  test('takes it to the address that the name has, to that port, byte for byte, and logs what went', async () => {
    const { made, dialled } = await gateway({ 'news.example': ['93.184.216.34'] }, await echo());
    const got = await ask(made.port, toName('News.Example', 443), 'hello');
    expect(got).toMatchObject({ method: [5, 0], answer: granted, said: 'echo hello' });
    expect(dialled).toEqual(['93.184.216.34:443']);
    got.end();
    expect(made.lastDial('NEWS.example', 443)).toMatchObject({
      host: 'news.example',
      port: 443,
      outcome: 'open',
      address: '93.184.216.34',
      sent: 5,
      received: 10,
      detail: null,
    });
    expect(made.lastDial('news.example', 80)).toBeNull();
    const { questions, dials, ownTraffic, through } = made.log();
    expect(questions).toMatchObject([{ host: 'news.example', answers: ['93.184.216.34'], error: null }]);
    expect([dials.length, ownTraffic.length, through]).toEqual([1, 0, null]);
  });

  test('takes addresses of both families as they are written, and asks nobody about them', async () => {
    const { made, dialled, asked } = await gateway({}, await echo());
    expect((await ask(made.port, to4([8, 8, 8, 8], 80))).code).toBe(0);
    expect((await ask(made.port, to6([0x2606, 0x4700, 0, 0, 0, 0, 0, 0x1111], 8443))).code).toBe(0);
    expect(dialled).toEqual(['8.8.8.8:80', '2606:4700:0:0:0:0:0:1111:8443']);
    expect(asked).toEqual([]);
  });

  test.for([
    ['loopback', to4([127, 0, 0, 1], 80), 'loopback: 127.0.0.1'],
    ['a private network behind a name', toName('inside.example', 80), 'private: 8.8.8.8, 10.0.0.1'],
    ['localhost', toName('localhost', 80), 'loopback: 127.0.0.1'],
    ['a name below localhost', toName('a.localhost', 80), 'loopback: 127.0.0.1'],
    ['the metadata service', to4([169, 254, 169, 254], 80), 'metadata: 169.254.169.254'],
    ['loopback, as IPv6', to6([0, 0, 0, 0, 0, 0, 0, 1], 80), 'loopback: 0:0:0:0:0:0:0:1'],
  ] as const)('never takes it to %s, and says so in the log', async ([, request, detail]) => {
    const { made, dialled } = await gateway({ 'inside.example': ['8.8.8.8', '10.0.0.1'] }, await echo());
    expect((await ask(made.port, request)).code).toBe(2);
    expect(dialled).toEqual([]);
    expect(made.log().dials).toMatchObject([{ outcome: 'refused-by-policy', address: null, detail }]);
    const allowed = await gateway({ 'inside.example': ['8.8.8.8', '10.0.0.1'] }, await echo(), { allowPrivate: true });
    expect((await ask(allowed.made.port, request)).code).toBe(0);
  });

  test('names that nothing can be behind are asked of nobody; unknown ones end as unknown', async () => {
    const { made, asked } = await gateway({ 'none.example': [] }, await echo());
    for (const host of ['x.invalid', 'invalid', 'x.onion', 'gone.example', 'none.example'])
      expect((await ask(made.port, toName(host, 80))).code).toBe(4);
    expect(asked).toEqual(['gone.example', 'none.example']);
    expect(made.log().dials.map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['unknown-host', 'reserved-name'],
      ['unknown-host', 'reserved-name'],
      ['unknown-host', 'reserved-name'],
      ['unknown-host', 'ENOTFOUND'],
      ['unknown-host', 'no-address'],
    ]);
    expect(made.log().questions.map(({ error }) => error)).toEqual(['ENOTFOUND', null]);
  });

  test('asks about a name once, and keeps to the first of its addresses that answered', async () => {
    const { made, dialled, asked } = await gateway({ 'two.example': ['1.1.1.1', '8.8.8.8'] }, await echo(), {
      dead: ['1.1.1.1'],
    });
    for (let n = 0; n < 3; n++) expect((await ask(made.port, toName('two.example.', 443))).code).toBe(0);
    expect(asked).toEqual(['two.example']);
    expect(dialled).toEqual(['1.1.1.1:443', '8.8.8.8:443', '8.8.8.8:443', '8.8.8.8:443']);
  });

  test('a server that refuses is told apart, and tried again', async () => {
    const { made, dialled } = await gateway({ 'shut.example': ['8.8.8.8'] }, 1, { dead: ['8.8.8.8'] });
    for (let n = 0; n < 2; n++) expect((await ask(made.port, toName('shut.example', 443))).code).toBe(5);
    expect(dialled).toHaveLength(2);
    expect(made.log().dials).toMatchObject([
      { outcome: 'connection-refused', detail: 'ECONNREFUSED', address: '8.8.8.8' },
      { outcome: 'connection-refused' },
    ]);
  });

  test('what the browser asks on its own account is refused and logged apart, unless the page asked for that host', async () => {
    const { made, dialled } = await gateway({ 'update.googleapis.com': ['8.8.8.8'] }, await echo());
    expect((await ask(made.port, toName('update.googleapis.com', 443))).code).toBe(2);
    expect(dialled).toEqual([]);
    expect([made.log().dials.length, made.log().ownTraffic.length]).toEqual([0, 1]);
    made.askedByPage('Update.GoogleApis.com');
    expect((await ask(made.port, toName('update.googleapis.com', 443))).code).toBe(0);
    expect([made.log().dials.length, made.log().ownTraffic.length]).toEqual([1, 1]);
  });

  test('a client that speaks something else gets nothing, one that wants more than a connection is told so', async () => {
    const { made } = await gateway({}, await echo());
    expect((await ask(made.port, [], '', [4, 1, 0])).method).toEqual([]);
    expect((await ask(made.port, [4, 1, 0, 1, 8, 8, 8, 8, 0, 80])).answer).toEqual([]);
    expect((await ask(made.port, [5, 2, 0, 1, 8, 8, 8, 8, 0, 80])).code).toBe(7);
    expect((await ask(made.port, [5, 1, 0, 2, 0, 80])).code).toBe(7);
    expect(made.log().dials).toEqual([]);
  });

  test('a server that breaks off is told apart from one that ends', async () => {
    const breaking = await server((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const { made } = await gateway({ 'b.example': ['8.8.8.8'] }, breaking);
    await ask(made.port, toName('b.example', 80), 'x');
    await expect.poll(() => made.lastDial('b.example', 80)).toMatchObject({ outcome: 'reset', detail: 'ECONNRESET' });
    const ending = await server((socket) => socket.once('data', () => socket.end('bye')));
    const other = await gateway({ 'e.example': ['8.8.8.8'] }, ending);
    expect((await ask(other.made.port, toName('e.example', 80), 'x')).said).toBe('bye');
    await expect.poll(() => other.made.lastDial('e.example', 80)?.closedAt).not.toBeNull();
    expect(other.made.lastDial('e.example', 80)).toMatchObject({ outcome: 'open', received: 3 });
  });
});

describe('the port of a gateway', () => {
  test('is open on 127.0.0.1 alone, and not on other addresses of this computer', async () => {
    const { made } = await gateway({}, await echo());
    const reached = (host: string) =>
      new Promise<boolean>((done) => {
        const socket = connect({ host, port: made.port });
        open.push({ close: () => socket.destroy() });
        socket.on('connect', () => done(true)).on('error', () => done(false));
      });
    expect([await reached('127.0.0.1'), await reached('127.0.0.2'), await reached('::1')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('one connection that is torn down takes neither the others nor the program with it', async () => {
    const uncaught = vi.fn();
    process.on('uncaughtExceptionMonitor', uncaught);
    open.push({ close: () => process.off('uncaughtExceptionMonitor', uncaught) });
    const { made } = await gateway({ 'a.example': ['8.8.8.8'] }, await echo());
    const kept = await ask(made.port, toName('a.example', 80));
    const torn = connect({ host: '127.0.0.1', port: made.port });
    torn.on('error', () => undefined).write(Buffer.from([...greeting, ...toName('a.example', 80)]));
    await expect.poll(() => made.log().dials[1]?.outcome).toBe('open');
    torn.resetAndDestroy();
    await expect.poll(() => made.log().dials[1]?.closedAt).not.toBeNull();
    expect(made.log().dials[0]).toMatchObject({ outcome: 'open', closedAt: null });
    expect((await ask(made.port, toName('a.example', 80), 'again')).said).toBe('echo again');
    expect(uncaught).not.toHaveBeenCalled();
    kept.end();
  });

  test('a server that is reached after the browser left is let go of at once', async () => {
    let arrived: (() => void) | undefined;
    const ends: string[] = [];
    const port = await server((socket) => socket.on('close', () => ends.push('closed')).resume());
    const made = await Gateway.open({
      allowPrivateNetwork: false,
      upstream: null,
      network: {
        lookup: () => new Promise((found) => (arrived = () => found(['8.8.8.8']))),
        connect: () => connect({ host: '127.0.0.1', port }),
      },
    });
    open.push(made);
    const socket = connect({ host: '127.0.0.1', port: made.port });
    socket.write(Buffer.from([...greeting, ...toName('slow.example', 80)]));
    await expect.poll(() => arrived).toBeDefined();
    socket.destroy();
    await expect.poll(() => made.lastDial('slow.example', 80)?.outcome).toBe('given-up');
    arrived?.();
    await expect.poll(() => ends).toEqual(['closed']);
    expect(made.lastDial('slow.example', 80)).toMatchObject({ outcome: 'given-up', connectedAt: null, sent: 0 });
  });
});

describe('a connection that does not come about', () => {
  /** A socket that says this error, or nothing at all where there is none. */
  const failing = (code: string | null): Socket => {
    const socket = new Socket();
    if (code !== null) setImmediate(() => socket.destroy(Object.assign(new Error('failed'), { code })));
    return socket;
  };
  const dialler = (codes: Record<string, string | null>) => {
    const tried: string[] = [];
    const connectTo = (address: string) => {
      tried.push(address);
      return failing(codes[address] ?? null);
    };
    return { made: new Dialler({ lookup: () => Promise.resolve([]), connect: connectTo }), tried };
  };

  test.for([
    ['ECONNREFUSED', 'connection-refused'],
    ['ETIMEDOUT', 'timed-out'],
    ['ECONNRESET', 'reset'],
    ['EHOSTUNREACH', 'unreachable'],
  ] as const)('%s is %s', async ([code, outcome]) => {
    const { made, tried } = dialler({ '8.8.8.8': code });
    expect(await made.dial('a.example', 443, ['8.8.8.8'])).toEqual({ outcome, address: '8.8.8.8', detail: code });
    await made.dial('a.example', 443, ['8.8.8.8']);
    await made.dial('a.example', 80, ['8.8.8.8']);
    expect(tried).toHaveLength(code === 'ETIMEDOUT' ? 2 : 3); // one that did not answer is not waited for again
  });

  test('of no address is told so', async () => {
    expect(await dialler({}).made.dial('a.example', 443, [])).toMatchObject({ outcome: 'unknown-host', address: null });
  });

  test('an address gets four seconds while there is another one to try, the last one ten', async () => {
    vi.useFakeTimers();
    try {
      const { made, tried } = dialler({ '1.1.1.1': null, '8.8.8.8': null });
      const dialled = made.dial('a.example', 443, ['1.1.1.1', '8.8.8.8']);
      let done = false;
      void dialled.then(() => (done = true));
      await vi.advanceTimersByTimeAsync(3_999);
      expect(tried).toEqual(['1.1.1.1']);
      await vi.advanceTimersByTimeAsync(1);
      expect(tried).toEqual(['1.1.1.1', '8.8.8.8']);
      await vi.advanceTimersByTimeAsync(9_999);
      expect(done).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(await dialled).toEqual({ outcome: 'timed-out', address: '8.8.8.8', detail: 'ETIMEDOUT' });
    } finally {
      vi.useRealTimers();
    }
  });

  test('a browser that leaves before there is an answer gave up; what comes later changes nothing', async () => {
    let answer: ((found: readonly string[]) => void) | undefined;
    const made = await Gateway.open({
      allowPrivateNetwork: false,
      upstream: null,
      network: { lookup: () => new Promise((found) => (answer = found)), connect: () => failing('ECONNREFUSED') },
    });
    open.push(made);
    const socket = connect({ host: '127.0.0.1', port: made.port });
    socket.write(Buffer.from([...greeting, ...toName('slow.example', 80)]));
    await expect.poll(() => answer).toBeDefined();
    socket.destroy();
    await expect.poll(() => made.lastDial('slow.example', 80)?.outcome).toBe('given-up');
    expect(made.lastDial('slow.example', 80)?.closedAt).not.toBeNull();
    answer?.(['8.8.8.8']);
    await expect.poll(() => made.lastDial('slow.example', 80)?.detail).toBe('ECONNREFUSED');
    expect(made.lastDial('slow.example', 80)?.outcome).toBe('given-up');
  });

  test('a request that comes byte by byte is the same request', async () => {
    const { made, dialled } = await gateway({ 'slow.example': ['8.8.8.8'] }, await echo());
    const socket = connect({ host: '127.0.0.1', port: made.port, noDelay: true });
    open.push({ close: () => socket.destroy() });
    for (const byte of [...greeting, ...toName('slow.example', 443)]) {
      socket.write(Buffer.from([byte]));
      await new Promise((done) => setTimeout(done, 3));
    }
    await expect.poll(() => dialled).toEqual(['8.8.8.8:443']);
  });
});

describe('a proxy of the system', () => {
  const proxyAt = (port: number) => ({ host: '127.0.0.1', port, shown: 'x' });

  test('over HTTP is asked by CONNECT, name or address; the name is resolved by nobody here', async () => {
    const heard: string[] = [];
    const proxy = await server((socket) =>
      socket.once('data', (bytes) => {
        heard.push(bytes.toString());
        socket.write('HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n');
        socket.on('data', (more) => socket.write(`echo ${more.toString()}`));
      }),
    );
    const { made, asked } = await gateway({}, 1, { upstream: { kind: 'http', ...proxyAt(proxy) } });
    expect((await ask(made.port, toName('far.example', 443), 'hello')).said).toBe('echo hello');
    expect((await ask(made.port, to6([0x2606, 0x4700, 0, 0, 0, 0, 0, 1], 443))).code).toBe(0);
    expect(heard).toEqual([
      'CONNECT far.example:443 HTTP/1.1\r\nHost: far.example:443\r\n\r\n',
      'CONNECT [2606:4700:0:0:0:0:0:1]:443 HTTP/1.1\r\nHost: [2606:4700:0:0:0:0:0:1]:443\r\n\r\n',
    ]);
    expect(asked).toEqual([]);
    expect(made.log()).toMatchObject({
      through: 'x',
      dials: [{ outcome: 'open', address: null }, { outcome: 'open' }],
    });
    expect((await ask(made.port, to4([10, 0, 0, 1], 80))).code).toBe(2); // the policy holds all the same
  });

  test.for([
    [
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      'the proxy said: HTTP/1.1 407 Proxy Authentication Required',
    ],
    ['', 'the proxy closed the connection'],
    [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}`, 'the proxy’s answer is too long'],
  ] as const)('that answers otherwise is quoted: %s', async ([answer, detail]) => {
    const proxy = await server((socket) => socket.once('data', () => socket.end(answer)));
    const { made } = await gateway({}, 1, { upstream: { kind: 'http', ...proxyAt(proxy) } });
    expect((await ask(made.port, toName('far.example', 443))).code).toBe(4);
    expect(made.log().dials).toMatchObject([{ outcome: 'unreachable', detail }]);
  });

  test.for([
    ['an IPv4 address', [5, 0, 0, 1, 1, 2, 3, 4, 0, 80]],
    ['an IPv6 address', [5, 0, 0, 4, ...Array<number>(16).fill(0), 0, 80]],
    ['a name', [5, 0, 0, 3, 2, 97, 98, 0, 80]],
  ] as const)('over SOCKS is given the name, and its answer may bind %s', async ([, answer]) => {
    const heard: number[] = [];
    const proxy = await server((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([5, 0]));
        socket.once('data', (bytes) => {
          heard.push(...bytes);
          socket.write(Buffer.from(answer));
          socket.on('data', (more) => socket.write(`echo ${more.toString()}`));
        });
      });
    });
    const { made } = await gateway({}, 1, { upstream: { kind: 'socks5', ...proxyAt(proxy) } });
    expect((await ask(made.port, toName('far.example', 8443), 'hello')).said).toBe('echo hello');
    expect(heard).toEqual(toName('far.example', 8443));
  });

  test.for([
    [[5, 255], [], 'the proxy asks for a password'],
    [[5, 0], [5, 5, 0, 1, 0, 0, 0, 0, 0, 0], 'the proxy refused with code 5'],
  ] as const)('over SOCKS that refuses is quoted: %s', async ([first, second, detail]) => {
    const proxy = await server((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from(first));
        socket.once('data', () => socket.write(Buffer.from(second)));
      });
    });
    const { made } = await gateway({}, 1, { upstream: { kind: 'socks5', ...proxyAt(proxy) } });
    expect((await ask(made.port, toName('far.example', 443))).code).toBe(4);
    expect(made.log().dials).toMatchObject([{ outcome: 'unreachable', detail }]);
  });
});
