import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { captured, captureRoom, type Captured } from '../../../fixtures/capture-room.ts';

/** What the page draws 4,000 px down once a reader came there: no other colour of the page has this green. */
const reached = { red: 200, green: 90, blue: 33 };

const head =
  '<!doctype html><html lang="zh"><meta charset="utf-8"><style>body{margin:0;font:16px/24px "DejaVu Sans"}</style>';
const pages: Readonly<Record<string, string>> = {
  '/leads': `${head}<title>标题A</title><p>第A页的话</p><script>fetch('/go').then((one) => one.text()).then(() => location.replace('/long'))</script>`,
  '/long': `${head}<title>标题B</title><p>第B页的话</p><div id="place" style="margin-top:4000px;height:60px"></div><p>末行</p>
<script>new IntersectionObserver(([one]) => {
  if (one.isIntersecting) place.style.background = 'rgb(${Object.values(reached).join(',')})';
}).observe(place)</script>`,
  '/asks': `${head}<title>标题C</title><p>第C页的话</p><p id="place"></p>
<script>fetch('/go').then((one) => one.text()).then((words) => (place.textContent = words))</script>`,
  '/never-rests': `${head}<title>标题D</title><p>第D页的话</p>
<script>setTimeout(() => location.replace('/never-rests?' + Date.now()), 400)</script>`,
};

const waiting: ServerResponse[] = [];
const release = () => {
  for (const one of waiting.splice(0)) one.end('迟到的话');
};
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  response.writeHead(pathname in pages || pathname === '/go' ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
  });
  if (pathname === '/go') waiting.push(response);
  else response.end(pages[pathname] ?? '');
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
});
beforeEach(release);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Captures a page whose request is answered as soon as the step begins. */
async function answeredAt(path: string, at: string | null): Promise<Captured> {
  const room = captureRoom();
  const onStep = (step: string) => {
    if (step === at) release();
  };
  return captured(`${origin}${path}`, {}, { ...room, services: { ...room.services, onStep } });
}

const codes = ({ record }: Captured) => record.warnings.map(({ code }) => code);
const lines = ({ record }: Captured) => record.steps.map(({ step }) => step);
/** Why a page is not whole. */
function grounds({ record }: Captured): readonly unknown[] {
  const { picture, resources, text, archive } = fourAnswers(record);
  return [picture, resources, text, archive].flatMap((one) => one.grounds);
}
const codesOfSteps = ({ record }: Captured) => record.steps.map(({ reason }) => reason?.code);
const words = (done: Captured) => Buffer.from(done.bytes('text.txt')).toString();

async function showsWhatWasReached(done: Captured): Promise<boolean> {
  for (const { name } of done.record.artifacts.filter(({ role }) => role === 'screenshot-tile')) {
    const { data, info } = await sharp(done.bytes(name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += info.channels * info.width)
      if (data[at] === reached.red && data[at + 1] === reached.green && data[at + 2] === reached.blue) return true;
  }
  return false;
}

describe('the document that is captured is the one that was brought to rest', () => {
  test.for(['scroll', 'scroll-inside', 'pictures-and-fonts', 'quiet-network', 'scroll-to-top'])(
    'a page that leads on while it is made ready (at “%s”) is followed, and the other made ready from the start',
    async (at) => {
      const done = await answeredAt('/leads', at);
      expect(done.record.title).toBe('标题B');
      expect(lines(done).filter((line) => ['scroll', 'follow-document'].includes(line))).toEqual([
        'follow-document',
        'scroll',
      ]);
      expect(codes(done)).not.toContain('not-brought-to-rest');
      expect(codes(done)).toContain('document-followed');
      expect(await showsWhatWasReached(done)).toBe(true);
      expect([fourAnswers(done.record).word, ...grounds(done)]).toEqual(['complete']);
    },
  );

  test.for(['stillness', 'hold-still', 'hold-document'])(
    'a page that leads on at the last moment (“%s”) is whole, kept where it was, or not called complete',
    async (at) => {
      const done = await answeredAt('/leads', at);
      const followed = done.record.title === '标题B';
      expect(words(done)).toContain(followed ? '第B页的话' : '第A页的话');
      const whole = followed ? await showsWhatWasReached(done) : codes(done).includes('leaving-refused');
      if (!whole) expect(fourAnswers(done.record).word).not.toBe('complete');
    },
  );

  test('a page that never stays is captured as it stands, and that it was not made ready is said', async () => {
    const done = await answeredAt('/never-rests', null);
    expect(lines(done).filter((line) => line === 'follow-document')).toHaveLength(2);
    const kept = codes(done).filter((code) => ['not-brought-to-rest', 'leaving-refused'].includes(code));
    expect(kept.length).toBeGreaterThan(0);
    if (kept.includes('not-brought-to-rest')) expect(fourAnswers(done.record).word).not.toBe('complete');
  });
});

describe('what a page waits for when it is held', () => {
  test('an answer that its script could still use is in picture and text', async () => {
    const done = await answeredAt('/asks', 'pictures-and-fonts');
    expect(words(done)).toContain('迟到的话');
    expect(codes(done)).not.toContain('answered-while-held');
    expect([fourAnswers(done.record).word, ...grounds(done)]).toEqual(['complete']);
  });

  // The browser stops events and timers, and no promise: an answer that comes early may still be worked on.
  test.for(['picture', 'mhtml', 'dom-and-text', 'text-positions', 'inner-scroll'])(
    'an answer that came while it was held (at “%s”) may have brought words: no such page is called complete',
    async (at) => {
      const done = await answeredAt('/asks', at);
      const warned = done.record.warnings.find(({ code }) => code === 'answered-while-held');
      expect(warned?.params).toEqual({ count: 1 });
      const { word } = fourAnswers(done.record);
      expect(word).toBe(codesOfSteps(done).includes('text-changed-while-held') ? 'partial' : 'undetermined');
    },
  );
});
