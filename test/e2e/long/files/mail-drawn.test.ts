import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DrawingBrowser } from '../../../../electron/capture/drawn/drawing-browser.ts';
import { findWords } from '../../../../shared/page/find-words.ts';
import { pageTextSchema } from '../../../../shared/page/page-text.ts';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { IntakeRoom } from '../../../unit/intake/intake-room.ts';

const room = new IntakeRoom();
const drawing = new DrawingBrowser({ packaged: null, sandboxWorks: null });
const services = {
  drawPage: (page: Parameters<DrawingBrowser['draw']>[0], signal: AbortSignal) =>
    drawing.draw(page, { objects: room.caseFile.objects, read: (sha256) => room.caseFile.readObject(sha256) }, signal),
};
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end('x');
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(async () => {
  await drawing.close();
  server.close();
  room.caseFile.close();
});

/** A mail of HTML with the files that it shows. */
async function mailOf(html: string, related: readonly (readonly [id: string, bytes: Buffer])[] = []): Promise<string> {
  const parts = related.flatMap(([id, bytes]) => [
    '--R',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${id}>`,
    'Content-Disposition: inline; filename=i.png',
    '',
    bytes.toString('base64'),
  ]);
  return Promise.resolve(
    [
      'From: a@b.example',
      'To: c@d.example',
      'Subject: s',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=R',
      '',
      '--R',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      ...parts,
      '--R--',
      '',
    ].join('\r\n'),
  );
}

const textOf = (record: ImportRecord, name = 'page-text.json') =>
  pageTextSchema.parse(JSON.parse(room.stored(record, name).toString('utf8')));
const codes = (record: ImportRecord) => textOf(record).notes.map(({ code }) => code);

async function pixel(record: ImportRecord, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(room.stored(record, 'drawn-0001.png')).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

const plain = 'margin:0;padding:0;border:0';

describe('the HTML of a mail', () => {
  test('is drawn with the pictures that came with it, at their pixels; its words lie where they are seen', async () => {
    const red = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c81e1e' } })
      .png()
      .toBuffer();
    const html = `<body style="${plain}"><img src="cid:logo@x" style="display:block;width:400px;height:100px"><p style="${plain};position:absolute;left:50px;top:150px;font-size:20px">青禾小贷已进入清算程序</p><p style="color:#fff">unseen words</p></body>`;
    const record = await room.import('drawn.eml', await mailOf(html, [['logo@x', red]]), services);
    expect(await pixel(record, 400, 100)).toEqual([0xc8, 0x1e, 0x1e]); // two pixels for one of CSS
    expect(await pixel(record, 820, 100)).toEqual([255, 255, 255]);
    expect(await pixel(record, 400, 210)).toEqual([255, 255, 255]);
    const { runs } = parseTextPositions(JSON.parse(room.stored(record, 'drawn-words.json').toString('utf8')));
    const [found] = findWords(runs, '清算');
    expect(found?.x).toBeGreaterThan(50 + 6 * 20);
    expect(found?.x).toBeLessThan(50 + 9 * 20);
    expect(found?.y).toBeGreaterThan(145);
    expect(found?.y).toBeLessThan(165);
    expect(runs.map(({ text }) => text)).not.toContain('unseen words');
    expect(codes(record)).toEqual(['mail-html-drawn', 'html-drawn-here', 'drawn-words-unseen']);
    expect(textOf(record).drawn).toMatchObject({ by: expect.stringMatching(/Chrom/), left: [], leftCount: 0 });
    expect(record.outcome).toBe('complete');
  });

  test('asks nobody for anything: what did not come with it is named by its address, and counted', async () => {
    const { port } = server.address() as AddressInfo;
    const there = `http://127.0.0.1:${port}`;
    const html = `<link rel=stylesheet href="${there}/s.css"><img src="${there}/pixel.gif"><img src="${there}/pixel.gif"><div style="background:url(${there}/bg.png)">x</div><iframe src="${there}/frame"></iframe><img src="file:///etc/passwd"><img src="cid:absent"><p>words</p>`;
    const record = await room.import('remote.eml', await mailOf(html), services);
    expect(asked).toEqual([]);
    const { drawn } = textOf(record);
    expect(drawn?.left.toSorted()).toEqual([
      'cid:absent',
      'file:///etc/passwd',
      `${there}/bg.png`,
      `${there}/frame`,
      `${there}/pixel.gif`,
      `${there}/s.css`,
    ]);
    expect(drawn?.leftCount).toBe(6);
    expect(codes(record)).toContain('html-parts-not-fetched');
  });

  test.each([
    ['a script', `<script>addEventListener('load', () => (document.body.textContent = 'OTHER'))</script>`],
    ['a handler', `<img src="data:,x" onerror="document.body.textContent = 'OTHER'">`],
    ['a refresh', `<meta http-equiv="refresh" content="0; url=http://other.example/">`],
  ])('stays the document that it is: %s changes nothing', async (_, hostile) => {
    const record = await room.import('hostile.eml', await mailOf(`${hostile}<p>the words</p>`), services);
    const { runs } = parseTextPositions(JSON.parse(room.stored(record, 'drawn-words.json').toString('utf8')));
    expect(runs.map(({ text }) => text).join(' ')).toContain('the words');
  });

  test('that no browser can draw is listed by its words, which is said; the import goes on', async () => {
    const refused = { refused: { code: 'html-no-browser' } };
    const record = await room.import('none.eml', await mailOf('<p>words</p>'), {
      drawPage: () => Promise.resolve(refused),
    });
    expect(record.pages).toEqual({ as: 'text' });
    expect(codes(record)).toEqual(['mail-html-as-text', 'html-no-browser']);
    expect(record.artifacts.some(({ role }) => role === 'drawn-tile')).toBe(false);
    expect(record.outcome).toBe('partial');
  });
});
