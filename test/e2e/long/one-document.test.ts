import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';
import { captured, captureRoom, type Captured } from '../../fixtures/capture-room.ts';
import { checkWacz } from '../../fixtures/oracles/check-warc.ts';
import {
  greens,
  openLeavingSite,
  sectionColour,
  skipped,
  skippingPage,
  type Way,
} from '../../fixtures/site/leaving.ts';

let site: Awaited<ReturnType<typeof openLeavingSite>>;
beforeAll(async () => {
  site = await openLeavingSite();
});
afterAll(() => site.close());

/** Captures a page that goes its way as soon as the step begins. */
async function leaving(way: Way, at: string): Promise<Captured> {
  const room = captureRoom();
  const onStep = (step: string) => {
    if (step === at) site.leave();
  };
  const services = { ...room.services, onStep };
  return captured(`${site.origin}/leaves/${way}`, {}, { ...room, services });
}

const has = ({ record }: Captured, name: string) => record.artifacts.some((one) => one.name === name);
const text = (done: Captured, name: string) => (has(done, name) ? Buffer.from(done.bytes(name)).toString() : '');
const warning = ({ record }: Captured, code: string) => record.warnings.find((one) => one.code === code);

/** The greens of all rows of all tiles, beside the line of words. */
async function greensOf(done: Captured): Promise<number[]> {
  const found = new Set<number>();
  for (const tile of done.record.artifacts.filter(({ role }) => role === 'screenshot-tile')) {
    const { data, info } = await sharp(done.bytes(tile.name)).raw().toBuffer({ resolveWithObject: true });
    for (let y = 0; y < info.height; y++)
      if ((tile.y ?? 0) + y >= 40) found.add(data[(y * info.width + 900) * info.channels + 1] ?? 0);
  }
  return [...found];
}

/** Everything that is kept of the page, as one text; MHTML is quoted-printable: its B is looked for by colour. */
function kept(done: Captured): string {
  const listed = has(done, 'page.wacz')
    ? checkWacz(Buffer.from(done.bytes('page.wacz'))).files.get('pages/pages.jsonl')
    : '';
  const files = ['text.txt', 'dom.html', 'source.bin', 'page.mhtml', 'text-positions.json', 'page-facts.json'];
  return [done.record.title ?? '', String(listed), ...files.map((name) => text(done, name))].join('\n');
}

function nothingOfB(done: Captured): void {
  for (const word of ['标题B', '第B页的话', `,${greens.b},77`, `, ${greens.b}, 77`])
    expect(kept(done)).not.toContain(word);
}

describe('a capture is of one document, from the moment when it is held to the end', () => {
  test.for([
    ['refresh', 'picture'],
    ['location', 'picture'],
    ['location', 'dom-and-text'],
  ] as const)(
    'a page that would leave (%s, at “%s”) is kept where it is, whole, and that is said',
    async ([way, at]) => {
      const done = await leaving(way, at);
      // Nothing is short of it, but for the answer that led it on: it came while the page was held.
      const { word, picture, resources, text: read, archive } = fourAnswers(done.record);
      const grounds = [picture, resources, read, archive].flatMap((one) =>
        one.grounds.map(({ reason }) => reason?.code),
      );
      expect([word, ...new Set(grounds)]).toEqual(['undetermined', 'answered-while-held']);
      expect(done.record).toMatchObject({
        title: '标题A',
        finalUrl: `${site.origin}/leaves/${way}`,
      });
      expect(await greensOf(done)).toEqual([greens.a]);
      expect(text(done, 'source.bin')).toContain('第A页的话');
      expect(warning(done, 'leaving-refused')?.params).toMatchObject({ to: `${site.origin}/b` });
      nothingOfB(done);
    },
  );

  test.for([
    ['blob', 'picture', 'failed'],
    ['written', 'picture', 'failed'],
    ['blob', 'mhtml', 'partial'],
    ['written', 'mhtml', 'partial'],
  ] as const)(
    'a page that puts another in its place (%s, at “%s”) is %s, with both addresses',
    async ([way, at, outcome]) => {
      const done = await leaving(way, at);
      expect(done.record.outcome).toBe(outcome);
      expect(done.record.finalUrl).toBe(`${site.origin}/leaves/${way}`);
      const { from, to } = warning(done, 'document-changed')?.params ?? {};
      expect(from).toBe(`${site.origin}/leaves/${way}`);
      expect(to).toContain(way === 'blob' ? `blob:${site.origin}/` : site.origin);
      expect(await greensOf(done)).toEqual(outcome === 'partial' ? [greens.a] : []);
      expect(text(done, 'source.bin')).toContain('第A页的话');
      nothingOfB(done);
    },
  );

  test('a document that the page made itself is not filed under the server’s address', async () => {
    const done = await captured(`${site.origin}/at-once/blob`);
    expect(done.record).toMatchObject({ outcome: 'partial', httpStatus: null });
    expect(done.record.finalUrl).toMatch(/^blob:http/);
    expect(warning(done, 'document-made-by-page')?.params).toEqual({
      address: done.record.finalUrl,
      served: `${site.origin}/at-once/blob`,
    });
    expect(has(done, 'source.bin')).toBe(false);
    const listed =
      checkWacz(Buffer.from(done.bytes('page.wacz')))
        .files.get('pages/pages.jsonl')
        ?.toString() ?? '';
    expect(listed).toContain(`"${site.origin}/at-once/blob"`);
    expect(listed).not.toContain('第B页的话');
  });

  test('a page that leads on by itself is captured where it led, and both addresses are said', async () => {
    const done = await captured(`${site.origin}/at-once/location`);
    expect(done.record).toMatchObject({ title: '标题B', finalUrl: `${site.origin}/b`, httpStatus: 200 });
    expect(await greensOf(done)).toEqual([greens.b]);
    expect(text(done, 'source.bin')).not.toContain('第A页的话');
    expect(warning(done, 'document-followed')?.params).toEqual({
      from: `${site.origin}/at-once/location`,
      to: `${site.origin}/b`,
    });
  });

  test('a page that only changes its address is complete under its new address; who served it is said', async () => {
    const done = await captured(`${site.origin}/at-once/pushed`);
    expect(done.record).toMatchObject({
      outcome: 'complete',
      finalUrl: `${site.origin}/pushed?to=1#here`,
      servedUrl: `${site.origin}/at-once/pushed`,
      httpStatus: 200,
    });
    expect(text(done, 'source.bin')).toContain('第A页的话');
  });
});

describe('what the browser skips off screen', () => {
  let server: ReturnType<typeof createServer>;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(skippingPage());
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => server.close());

  test('is in the picture, the text and the layer, at its place; what a page hides stays hidden', async () => {
    const done = await captured(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`); // listening on TCP
    expect(done.record.outcome).toBe('complete');
    expect(Number(warning(done, 'sections-brought-in')?.params?.['count'])).toBe(skipped.length * 12);
    const { data, info } = await sharp(done.bytes('tile-0001.png')).raw().toBuffer({ resolveWithObject: true });
    expect(done.record.picture?.height).toBeGreaterThanOrEqual(4_800);
    const order = [0, 1, 2, 3]; // of the kinds on the page
    const second = await sharp(done.bytes('tile-0002.png')).raw().toBuffer({ resolveWithObject: true });
    for (const [index, kind] of order.entries())
      for (let n = 0; n < 12; n++) {
        const y = (index * 12 + n) * 100 + 50;
        const [pixels, top] =
          y < info.height
            ? [data, 0]
            : [second.data, done.record.artifacts.find(({ name }) => name === 'tile-0002.png')?.y ?? 0];
        const at = ((y - top) * info.width + 900) * info.channels;
        expect([...pixels.subarray(at, at + 3)], `${skipped[kind]}-${n}`).toEqual([...sectionColour(n, kind)]);
      }
    const { runs } = parseTextPositions(JSON.parse(text(done, 'text-positions.json')));
    for (const [kind, name] of skipped.entries())
      for (let n = 0; n < 12; n++) {
        const run = runs.find((one) => one.text === `${name}-${n}`);
        expect(Math.floor((run?.y ?? 0) / 100), `${name}-${n}`).toBe(order.indexOf(kind) * 12 + n);
        if (kind < 2) expect(text(done, 'text.txt')).toContain(`${name}-${n}`);
      }
    expect(runs.map((run) => run.text)).not.toContain('hidden-for-good');
  });
});
