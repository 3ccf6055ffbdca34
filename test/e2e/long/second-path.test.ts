import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { captured, type Captured } from '../../fixtures/capture-room.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
import { openSecureSite, type SecureSite } from '../../fixtures/site/secure-site.ts';
import { openSite } from '../../fixtures/site/site.ts';
import { rowColour, tall, tallPage } from '../../fixtures/site/tall-page.ts';
import { nothingElse } from '../../fixtures/made/field-sources.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { answerNames } from '../../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';

/** Picture, resources, text and archive of an item, each in a word. */
const words = (record: ItemRecord) => answerNames.map((name) => fourAnswers(record)[name].answer);

let secure: SecureSite;
beforeAll(async () => {
  secure = await openSecureSite();
});
afterAll(() => secure.close());

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const step = ({ record }: Captured, name: string) => record.steps.find((one) => one.step === name);
const warned = ({ record }: Captured) => record.warnings.map(({ code }) => code);
const leafOf = ({ leaf }: SecureSite) => sha256(leaf.certificate.bytes);

test('a page over HTTP/2 and TLS is stored as the server sent it, and the second path finds the same', async () => {
  const done = await captured(`${secure.origin}/tall?rows=8`, { acceptInvalidCertificate: true });
  const { record } = done;
  expect(words(record)).toEqual(['whole', 'whole', 'none', 'whole']); // a page of colours, without a word
  expect(secure.asked.filter((path) => path.includes('/tall'))).toEqual(['2.0 /tall?rows=8', '1.1 /tall?rows=8']);

  const sent = Buffer.from(tallPage(8));
  expect(sha256(done.bytes('source.bin'))).toBe(sha256(sent));
  expect(sha256(done.bytes('second-path-body.bin'))).toBe(sha256(sent));
  for (let row = 0; row < 8; row++)
    expect(await colourAt(done, 500, tall.header + tall.hero + row * 100 + 50)).toEqual(rowColour(row));

  expect(warned(done)).toContain('certificate-invalid-accepted');
  expect(record.connection).toMatchObject({ certificateError: 'ERR_CERT_AUTHORITY_INVALID', protocol: 'TLS 1.3' });
  expect(record.connection?.chain[0]?.sha256).toBe(leafOf(secure));
  expect(step(done, 'second-path')?.outcome).toBe('ok');
  expect(record.secondPath).toMatchObject({
    ran: true,
    short: null,
    status: 200,
    address: '127.0.0.1',
    bytes: sent.length,
  });
  const { same, differences } = record.secondPath?.ran === true ? record.secondPath : { same: [], differences: [] };
  expect(same).toEqual(
    expect.arrayContaining(['status', 'final-url', 'tls-certificate', 'media-type', 'charset', 'body']),
  );
  expect(differences.filter(({ cause }) => cause === null)).toEqual([]);

  const shown = fieldsOf({ ...nothingElse, record }, 'en').map((field) =>
    'values' in field ? field.values.join('\n') : '',
  );
  for (const words of [leafOf(secure), 'TLS 1.3', 'ERR_CERT_AUTHORITY_INVALID', 'same as the browser’s copy'])
    expect(shown.join('\n')).toContain(words);
});

test('a connection that is refused for its certificate leaves its chain and verdict, and is not spoken over', async () => {
  const before = secure.asked.length;
  const done = await captured(`${secure.origin}/plain`);
  expect(done.record.outcome).toBe('blocked');
  expect(secure.asked.length).toBe(before);
  const { connection, secondPath } = done.record;
  expect(connection?.chain.map(({ sha256: one }) => one)[0]).toBe(leafOf(secure));
  expect(connection?.certificateError).toBe('ERR_CERT_AUTHORITY_INVALID');
  expect(secondPath).toMatchObject({
    ran: true,
    short: { code: 'second-path-certificate-invalid' },
    tls: { certificateError: 'SELF_SIGNED_CERT_IN_CHAIN' },
  });
  expect(Buffer.from(done.bytes('second-path-chain.pem')).toString()).toContain('BEGIN CERTIFICATE');
});

test('with --no-second-path the address is asked for once, and show says that it was so wished', async () => {
  const site = await openSite();
  const folder = freshFolder();
  await fascicle(['new', 'a.fascicle', '--title', 'A'], { folder });
  const url = `${site.origin}/plain`;
  const run = await fascicle(['capture', 'a.fascicle', url, '--allow-private-network', '--no-second-path', '--json'], {
    folder,
  });
  expect(run.last).toMatchObject({ event: 'result', complete: 1 });
  expect(site.asked.filter((path) => path === '/plain')).toHaveLength(1);
  const item = (run.lines.find(({ event }) => event === 'item') as { item: string }).item;
  const shown = await fascicle(['show', 'a.fascicle', item], { folder });
  expect(shown.stdout).toMatch(/no second fetch|不作二次获取/);
  await site.close();
});

/** The picture's colour at a point of the page, in device pixels. */
async function colourAt({ record, bytes }: Captured, x: number, y: number): Promise<number[]> {
  const tile = record.artifacts.find(
    (one) => one.role === 'screenshot-tile' && y >= (one.y ?? 0) && y < (one.y ?? 0) + (one.height ?? 0),
  );
  const { data, info } = await sharp(bytes(tile?.name ?? ''))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = ((y - (tile?.y ?? 0)) * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}
