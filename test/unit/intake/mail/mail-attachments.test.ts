import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { toolOnPath } from '../../../../electron/intake/outside-tool.ts';
import { inspectPdf } from '../../../../electron/bundle/pdf/imported/read-document.ts';
import { pageTextSchema } from '../../../../shared/page/page-text.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { have } from '../../pdf/pdf-room.ts';
import { gradient, IntakeRoom } from '../intake-room.ts';

const ffmpeg = toolOnPath('ffmpeg');
const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const engine = {
  inspectPdf: (path: string, signal: AbortSignal) => inspectPdf(path, room.services.spawnChild, signal),
};

type Part = Readonly<{ name: string; type?: string; bytes: Uint8Array | string; as?: '7bit' }>;

/** A mail that carries files, as a mail program writes it. */
function mailWith(subject: string, parts: readonly Part[]): string {
  const carried = parts.flatMap(({ name, type = 'application/octet-stream', bytes, as }) => [
    '--X-' + subject,
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${as ?? 'base64'}`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    as
      ? String(bytes)
      : (
          Buffer.from(bytes)
            .toString('base64')
            .match(/.{1,76}/g) ?? []
        ).join('\r\n'),
  ]);
  return [
    'From: Wang <w@qinghe.example>',
    'To: b@c.example',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="X-${subject}"`,
    '',
    '--X-' + subject,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Words of ${subject}`,
    ...carried,
    `--X-${subject}--`,
    '',
  ].join('\r\n');
}

async function paper(words: string, pages = 1): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1)
    pdf.addPage([595, 842]).drawText(`${words} ${page}`, { x: 60, y: 700, size: 24, font });
  return pdf.save();
}

const textOf = (record: ImportRecord, name = 'page-text.json') =>
  pageTextSchema.parse(JSON.parse(room.stored(record, name).toString('utf8')));

describe('a mail that carries files', () => {
  let record: ImportRecord;
  let inner: string;
  beforeAll(async () => {
    inner = mailWith('inner', [
      { name: 'note.txt', bytes: '内层附件 words of the note' },
      { name: 'deep.png', bytes: await gradient(300, 200).png().toBuffer() },
    ]);
    const mail = mailWith('outer', [
      { name: 'shot.png', bytes: await gradient(400, 240).png().toBuffer() },
      { name: '../../contract.pdf', bytes: await paper('Contract page', 2) },
      { name: 'forwarded.eml', type: 'message/rfc822', bytes: inner, as: '7bit' },
      { name: 'photo.gif', bytes: await gradient(60, 40).gif().toBuffer() },
      { name: 'broken.pdf', bytes: '%PDF-1.7 and nothing' },
      { name: 'table.zip', bytes: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]) },
    ]);
    record = await room.import('mail.eml', mail, engine);
  }, 60_000);

  test('keeps each byte for byte, with its pages, mails in it opened in turn', () => {
    expect(record.parts?.map(({ fileName, within, pages }) => [fileName, within ?? '', pages.as])).toEqual([
      ['shot.png', '', 'images'],
      ['../../contract.pdf', '', 'document'],
      ['forwarded.eml', '', 'text'],
      ['note.txt', 'attachment-0003.eml', 'text'],
      ['deep.png', 'attachment-0003.eml', 'images'],
      ['photo.gif', '', 'images'],
      ['broken.pdf', '', 'none'],
      ['table.zip', '', 'none'],
    ]);
    expect(room.stored(record, 'attachment-0003.eml').equals(Buffer.from(inner))).toBe(true);
    expect(new Set(record.artifacts.map(({ name }) => name)).size).toBe(record.artifacts.length);
    expect(textOf(record, 'attachment-0004-page-text.json').body).toContain('words of the note');
  });

  test('lists each with bytes and SHA-256, and why one has no pages; a damaged one makes the item partial', () => {
    const { attachments } = textOf(record);
    expect(attachments.map(({ name, refused }) => [name, refused?.code ?? null])).toEqual([
      ['shot.png', null],
      ['../../contract.pdf', null],
      ['forwarded.eml', null],
      ['photo.gif', null],
      ['broken.pdf', 'pdf-damaged'],
      ['table.zip', 'archive-not-read'],
    ]);
    expect(record.outcome).toBe('partial');
    expect(record.steps.at(-1)).toMatchObject({
      step: 'attachments',
      outcome: 'partial',
      reason: { code: 'attachments-without-pages', params: { count: 2, names: 'broken.pdf, table.zip' } },
    });
  });

  test.skipIf(!have('pdftotext'))(
    'gives them pages behind its own, numbered as its list has them',
    { timeout: 90_000 },
    async () => {
      const { pdf } = await buildIn(room.caseFile);
      const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split(
        '\f',
      );
      const at = (words: string) => pages.findLastIndex((page) => page.includes(words));
      const order = ['Words of outer', 'Contract page 1', 'Contract page 2', 'Words of inner', 'words of the note'].map(
        at,
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order[0]).toBeGreaterThan(0);
      for (const words of [
        '附件1 shot.png',
        '附件2 ../../contract.pdf',
        '附件3.1 note.txt',
        '附件3.2 deep.png',
        '附件4 photo.gif',
      ])
        expect(at(words)).toBeGreaterThan(order[0] ?? 0);
      if (process.env['LOOK']) execFileSync('cp', [pdf, process.env['LOOK']]);
    },
  );
});

test('mails in mails are opened to a bound, and the rest is kept', { timeout: 60_000 }, async () => {
  let mail = mailWith('level0', [{ name: 'end.txt', bytes: 'the end' }]);
  for (let level = 1; level <= 6; level += 1)
    mail = mailWith(`level${level}`, [
      { name: `level${level - 1}.eml`, type: 'message/rfc822', bytes: mail, as: '7bit' },
    ]);
  const record = await room.import('deep.eml', mail, engine);
  expect(record.parts?.map(({ pages }) => (pages.as === 'none' ? pages.reason.code : pages.as))).toEqual([
    'text',
    'text',
    'text',
    'text',
    'attachment-too-deep',
  ]);
  expect(room.stored(record, 'attachment-0005.eml').toString('utf8')).toContain('Subject: level1');
});

test('a mail cancelled among its attachments leaves no item', async () => {
  const items = room.caseFile.items().length;
  const cancel = new AbortController();
  const mail = mailWith('cancelled', [
    { name: 'a.pdf', bytes: await paper('A') },
    { name: 'b.pdf', bytes: await paper('B') },
  ]);
  const stopping = () => {
    cancel.abort(new Error('cancelled'));
    return Promise.resolve({ refused: { code: 'pdf-without-pages' } });
  };
  await expect(room.import('c.eml', mail, { inspectPdf: stopping, signal: cancel.signal })).rejects.toThrow(
    'cancelled',
  );
  expect(room.caseFile.items()).toHaveLength(items);
});

test.skipIf(ffmpeg === null)(
  'a mail shows frames of a film that it carries, each with its time in the film',
  async () => {
    const film = join(freshFolder(), 'clip.mp4');
    const scenes = ['red', 'green'].flatMap((colour) => [
      '-f',
      'lavfi',
      '-i',
      `color=${colour}:size=180x320:duration=2`,
    ]);
    const made = spawnSync(ffmpeg ?? '', ['-v', 'error', ...scenes, '-filter_complex', 'concat=n=2', film]);
    expect(made.status).toBe(0);
    const mail = mailWith('film', [{ name: '录屏.mp4', type: 'video/mp4', bytes: readFileSync(film) }]);
    const films = new IntakeRoom();
    const taken = await films.import('film.eml', mail, engine);
    const [part] = taken.parts ?? [];
    expect(part).toMatchObject({ fileName: '录屏.mp4', pages: { as: 'images' } });
    expect(part?.film?.frames.map(({ at }) => at)).toEqual(expect.arrayContaining([0, 2_000]));
    const names = new Set(taken.artifacts.map(({ name }) => name));
    expect(part?.film?.frames.filter(({ artifact }) => !names.has(artifact))).toEqual([]);
    const { pdf } = await buildIn(films.caseFile);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(text).toMatch(/录屏\.mp4.*00:00:02\.000/);
    films.caseFile.close();
  },
);
