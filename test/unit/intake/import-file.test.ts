import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../electron/intake/import-file.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { recordSchema } from '../../../shared/case/record.ts';
import { gradient, IntakeRoom } from './intake-room.ts';

const room = new IntakeRoom();
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const refusal = (path: string) =>
  importFile(
    path,
    { category: 'other', title: null, source: null, receivedBy: null, receivedOn: null, account: null, operator: null },
    room.services,
  );

describe('an imported file', () => {
  it('is stored byte for byte, whatever it is', async () => {
    const bytes = Buffer.from([0, 1, 2, 3, 250, 251, 252, 253]);
    const record = await room.import('unknown.dat', bytes);
    expect(room.stored(record, 'original.bin')).toEqual(bytes);
    expect(record.artifacts[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(record).toMatchObject({ kind: 'import', fileName: 'unknown.dat', outcome: 'partial' });
    expect(record.pages).toEqual({
      as: 'none',
      reason: { code: 'pages-later', params: { type: 'application/octet-stream' } },
    });
    expect(recordSchema.parse(record)).toEqual(record);
  });

  it('keeps what the person said of it', async () => {
    const said = { source: '微信群', receivedBy: '张三', receivedOn: 'HUAWEI P30', account: 'zs', title: '截屏' };
    expect(await room.import('a.txt', 'text', {}, { ...said, category: 'message' })).toMatchObject(said);
  });

  it('is refused when it is missing, a folder, or a pipe, and leaves no item', async () => {
    const items = room.caseFile.items().length;
    mkdirSync(join(room.folder, 'folder'));
    execFileSync('mkfifo', [join(room.folder, 'pipe')]);
    await expect(refusal(join(room.folder, 'nothing'))).rejects.toMatchObject({ code: 'file-missing' });
    await expect(refusal(join(room.folder, 'folder'))).rejects.toMatchObject({ code: 'file-is-folder' });
    await expect(refusal(join(room.folder, 'pipe'))).rejects.toMatchObject({ code: 'file-not-regular' });
    await expect(refusal('/dev/null')).rejects.toMatchObject({ code: 'file-not-regular' });
    expect(room.caseFile.items()).toHaveLength(items);
  });

  it('that is empty is evidence too, with a warning', async () => {
    const record = await room.import('empty.txt', '');
    expect(record.outcome).toBe('partial'); // nothing can be shown of it
    expect(codes(record.warnings)).toContain('file-empty');
  });

  it('may be named by a link', async () => {
    const target = room.write('target.txt', 'linked text');
    symlinkSync(target, join(room.folder, 'link.txt'));
    const { record } = await refusal(join(room.folder, 'link.txt'));
    expect(record.artifacts[0]?.bytes).toBe(11);
  });

  it('never lends its name to a path, and shows what the name hides', async () => {
    const record = await room.import('annex\u202efdp.exe', 'hello');
    expect(record.artifacts[0]?.name).toBe('original.txt');
    expect(record.warnings).toContainEqual({
      code: 'hidden-characters-in-name',
      params: { name: 'annex[U+202E]fdp.exe' },
    });
  });

  it('whose ending contradicts its content is marked', async () => {
    const record = await room.import('report.pdf', 'only text');
    expect(codes(record.warnings)).toContain('type-differs-from-name');
    expect(record.pages.as).toBe('text');
  });

  it('that the case already holds is taken and marked as the same file', async () => {
    await room.import('first.bin', Buffer.from([0, 7, 7, 7]));
    const twin = await room.import('second.bin', Buffer.from([0, 7, 7, 7]));
    expect(codes(twin.warnings)).toContain('same-file-as');
  });

  it('cancelled on the way leaves no item', async () => {
    const items = room.caseFile.items().length;
    const cancel = new AbortController();
    const running = room.import('c.png', await gradient(20, 20).png().toBuffer(), { signal: cancel.signal });
    setImmediate(() => {
      cancel.abort(new Error('cancelled'));
    });
    await expect(running).rejects.toThrow('cancelled');
    expect(room.caseFile.items()).toHaveLength(items);
  });

  it('is stored whole when the process that reads it dies, and its record says so', async () => {
    const record = await room.import('d.png', await gradient(20, 20).png().toBuffer(), {
      spawnChild: () => ({
        send: () => undefined,
        onMessage: () => undefined,
        onEnd: (listener) => {
          listener({ code: null, signal: 'SIGSEGV', said: '' });
        },
        kill: () => undefined,
      }),
    });
    expect(record).toMatchObject({ outcome: 'partial', pages: { as: 'none', reason: { code: 'reading-crashed' } } });
    expect(record.artifacts[0]?.role).toBe('original');
  });
});

describe('a case with imported files', () => {
  it('verifies: every object, record and custody entry is as it should be', async () => {
    const own = new IntakeRoom();
    await own.import('a.png', await gradient(30, 30).png({ progressive: true }).toBuffer());
    await own.import('b.jpg', Buffer.from('\xff\xd8\xffnonsense', 'latin1'));
    await own.import('c.eml', 'From: a\r\nTo: b\r\n\r\n');
    own.caseFile.close();
    expect(verifyCase(own.caseFile.folder, 'en').verdict).toBe('PASSED');
  });
});

describe('an imported PDF', () => {
  const pdf = '%PDF-1.4\n';

  it('has as many pages as the engine counted', async () => {
    const page = { width: 595, height: 842, rotation: 0 };
    const warnings = [{ code: 'pdf-damaged-parts', params: { count: 1 } }];
    const inspectPdf = () => Promise.resolve({ pages: [page, page, page], warnings });
    const record = await room.import('x.pdf', pdf, { inspectPdf });
    expect(record).toMatchObject({ outcome: 'partial', pages: { as: 'document', count: 3 }, warnings });
    expect(
      await room.import('w.pdf', pdf, { inspectPdf: () => Promise.resolve({ pages: [page], warnings: [] }) }),
    ).toMatchObject({
      outcome: 'complete',
      pages: { as: 'document', count: 1 },
    });
  });

  it('cancelled while its pages are counted leaves no item', async () => {
    const items = room.caseFile.items().length;
    const cancel = new AbortController();
    const inspectPdf = () => {
      cancel.abort(new Error('cancelled'));
      return Promise.resolve({ refused: { code: 'pdf-without-pages' } });
    };
    await expect(room.import('z.pdf', pdf, { inspectPdf, signal: cancel.signal })).rejects.toThrow('cancelled');
    expect(room.caseFile.items()).toHaveLength(items);
  });

  it('that the engine refuses stays an item with the reason', async () => {
    const inspectPdf = () => Promise.resolve({ refused: { code: 'pdf-password' } });
    const record = await room.import('y.pdf', pdf, { inspectPdf });
    expect(record).toMatchObject({ outcome: 'partial', pages: { as: 'none', reason: { code: 'pdf-password' } } });
    expect(record.steps.at(-1)).toMatchObject({ step: 'make-pages', outcome: 'failed' });
  });
});
