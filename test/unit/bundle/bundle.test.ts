import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltBundle } from '../../../electron/bundle/build-bundle.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { Artifact } from '../../../shared/case/record.ts';
import type { SecondPath } from '../../../shared/case/capture/second-path.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';

const tool = (name: string) =>
  spawnSync(name, ['--version']).error === undefined || spawnSync(name, ['-v']).error === undefined;
const haveTools = ['qpdf', 'pdftotext', 'pdfinfo'].every(tool);
if (!haveTools) console.warn('SKIPPED: qpdf, pdftotext or pdfinfo is missing; bundles are not checked with them');

const hardTitle = '一份很长的标题：⼀一 ⾦金 ⻋车，青禾小贷进入清算程序？ A title in “English”, with (marks) & <signs>';

const leaf = { sha256: 'cd'.repeat(32), subject: 'CN=news.example', validTo: '2027-01-01T00:00:00.000Z' };
const tls = { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', certificateError: null, chain: [leaf] };
const connection = { origin: 'https://news.example', keyExchange: 'X25519', ...tls };
const skipped: SecondPath = { ran: false, reason: { code: 'second-path-declined' } };
const ranAndDiffered: SecondPath = {
  ran: true,
  startedAt: '2019-05-06T01:30:09.000Z',
  endedAt: '2019-05-06T01:30:10.000Z',
  userAgent: 'fascicle/0.0.0',
  short: null,
  status: 200,
  finalUrl: 'https://news.example/story',
  address: '93.184.216.34',
  tls,
  bytes: 12,
  same: ['status'],
  differences: [{ field: 'body', browser: '1 B', own: '2 B', cause: null }],
};

/** Two captures with pictures of two tiles, a deposit number, three exhibits in two groups. */
async function filledCase(): Promise<WritableCase> {
  const caseFile = freshCase();
  const tile = async (name: string, y: number, height: number, colour: string): Promise<Artifact> => {
    const png = await sharp({ create: { width: 320, height, channels: 3, background: colour } })
      .png({ adaptiveFiltering: true })
      .toBuffer();
    return {
      role: 'screenshot-tile',
      name,
      mediaType: 'image/png',
      ...caseFile.objects.putBytes(png),
      x: 0,
      y,
      width: 320,
      height,
    };
  };
  const items: string[] = [];
  for (const [n, colour] of ['#b1352a', '#23539c', '#1d7447'].entries()) {
    const tiles = [await tile('tile-0001.png', 0, 4_096, colour), await tile('tile-0002.png', 4_064, 900, colour)];
    const record = someCapture(caseFile, `第 ${n} 项`);
    const picture = { width: 320, height: 4_964, overlap: 32 };
    const seen = n === 0 ? { connection, secondPath: ranAndDiffered } : n === 1 ? { secondPath: skipped } : {};
    items.push(caseFile.addItem({ ...record, ...seen, artifacts: [...tiles, ...record.artifacts], picture }).item);
  }
  const exhibit = (at: number, group: string, title: string) => ({
    item: items[at]!,
    group,
    title,
    source: '自行取证',
    purpose: '证明事实',
  });
  caseFile.logEvent('exhibits-set', {
    exhibits: [exhibit(1, '第一组证据', hardTitle), exhibit(0, '第一组证据', '二'), exhibit(2, '第二组证据', 'Third')],
  });
  return caseFile;
}

let caseFile: WritableCase;
let built: BuiltBundle;
let text: string;
beforeAll(async () => {
  caseFile = await filledCase();
  built = await buildIn(caseFile);
  text = haveTools ? execFileSync('pdftotext', [built.pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }) : '';
});

describe('a bundle', () => {
  test('verifies, and so does the case that holds it', async () => {
    expect((await verifyBundle(built.pdf, 'en')).checks.filter(({ verdict }) => verdict !== 'PASSED')).toEqual([]);
    expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
  });

  test('built again is the same to the byte, and changes nothing', async () => {
    const before = readdirSync(join(caseFile.folder, 'bundles'));
    expect((await buildIn(caseFile)).sha256).toBe(built.sha256);
    expect(readdirSync(join(caseFile.folder, 'bundles'))).toEqual(before);
  });

  test('goes where a person wants it, with its sidecars, the same to the byte', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'fascicle-out-')), '证据 册.pdf');
    const there = await buildIn(caseFile, { out });
    expect(there.sha256).toBe(built.sha256);
    expect(readdirSync(dirname(out)).sort()).toEqual(['证据 册.manifest.json', '证据 册.pdf', '证据 册.sha256'].sort());
    expect((await verifyBundle(out, 'en')).verdict).toBe('PASSED');
  });

  test.skipIf(!haveTools)('is clean for qpdf, and its pages are as many as printed', () => {
    expect(execFileSync('qpdf', ['--check', built.pdf], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
    expect(execFileSync('pdfinfo', [built.pdf], { encoding: 'utf8' })).toMatch(
      new RegExp(`Pages:\\s+${built.pages}\\n`),
    );
  });

  test.skipIf(!haveTools)('gives back every title and every hash exactly, 一 never as ⼀', () => {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
    for (const { title, files } of manifest.exhibits) {
      expect(text).toContain(title);
      for (const { sha256 } of files) expect(text).toContain(sha256);
    }
    expect(text).toContain('⼀一 ⾦金 ⻋车');
    expect(text).toContain('外部存证：无');
  });

  test.skipIf(!haveTools)(
    'says of each capture whether it was fetched independently, with what result, and over which TLS',
    () => {
      const flat = text.replace(/\s/g, '');
      expect(flat).toContain('证据2的二次获取：与浏览器所得有1处差异，其中1处原因不明');
      expect(flat).toContain('证据1的二次获取：未进行：取证人要求不作二次获取');
      expect(flat).toContain('证据3的二次获取：未进行：取证时的程序版本没有此步骤');
      expect(flat).toContain('证据2的加密连接：https://news.example：TLSv1.3');
      expect(flat.split('cd'.repeat(32)).length).toBeGreaterThan(2); // certificate and technical annex
    },
  );

  test.skipIf(!haveTools)('in both languages says everything twice', async () => {
    const both = await buildIn(caseFile, { language: 'zh-CN+en' });
    const words = execFileSync('pdftotext', [both.pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    for (const word of ['证据目录', 'Exhibit catalogue', '哈希值清单', 'Hash list', '核验说明', 'How to verify'])
      expect(words).toContain(word);
  });

  test('refuses what cannot be filed, and builds it as a marked draft', async () => {
    const other = await filledCase();
    other.logEvent('item-excluded', { item: other.items()[0]!.item, reason: '无关' }, other.items()[0]!.item);
    await expect(buildIn(other)).rejects.toMatchObject({ code: 'bundle-stopped', params: { count: 1 } });
    expect(readdirSync(join(other.folder, 'bundles'))).toEqual([]);
    const draft = await buildIn(other, { draft: true });
    expect(draft.problems.map(({ code }) => code)).toContain('item-excluded');
    other.close();
  });

  test('shows a character that no font has by its code, and lists it: a page may bear any title', async () => {
    const other = await filledCase();
    const [first] = other.arrangement() ?? [];
    const { item } = other.addItem(someCapture(other, '𲎯野家'));
    other.logEvent('exhibits-set', { exhibits: [{ ...first!, item, title: '标题 𲎯野家' }] });
    const { problems, pdf } = await buildIn(other);
    expect(problems.find(({ code }) => code === 'glyph-coded')).toMatchObject({ rank: 'warn' });
    expect(problems.find(({ code }) => code === 'glyph-coded')?.message).toContain('U+323AF');
    expect(problems.map(({ code }) => code)).not.toContain('glyph-missing');
    if (haveTools) expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain('[U+323AF]野家');
    other.close();
  });

  test.each([
    [
      'an exhibit',
      '1',
      (caseFile: WritableCase, exhibit: Exhibit) =>
        caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, purpose: '证明𲎯' }] }),
    ],
    [
      'the case',
      'case',
      (caseFile: WritableCase) => caseFile.logEvent('facts-edited', { ...caseFile.facts(), applicants: ['𲎯某'] }),
    ],
  ])('stops where the lawyer wrote such a character for %s', async (_what, where, write) => {
    const other = await filledCase();
    write(other, other.arrangement()![0]!);
    await expect(buildIn(other)).rejects.toMatchObject({ code: 'bundle-stopped' });
    const { problems } = await buildIn(other, { draft: true });
    const [found] = problems.filter(({ code }) => code === 'glyph-missing');
    expect(found).toMatchObject({ rank: 'stop', where });
    expect(found?.message).toContain('U+323AF');
    other.close();
  });

  test.skipIf(!haveTools)(
    'shows rare name characters, other alphabets and emoji from the fonts behind its own',
    async () => {
      const other = await filledCase();
      const [first] = other.arrangement() ?? [];
      const title = '𠮷野家 Dvořák Ђорђевић 繁體 😀❤';
      other.logEvent('exhibits-set', { exhibits: [{ ...first!, title }] });
      const { problems, pdf } = await buildIn(other);
      expect(problems.map(({ code }) => code)).not.toContain('glyph-missing');
      expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain(title);
      other.close();
    },
  );

  test('stops when a picture is no longer what its record says', async () => {
    const other = await filledCase();
    const path = other.objectPath(other.items()[0]!.record.artifacts[0]!.sha256);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    rmSync(path);
    writeFileSync(path, bytes);
    await expect(buildIn(other)).rejects.toMatchObject({ code: 'source-changed' });
    expect(readdirSync(join(other.folder, 'bundles'))).toEqual([]);
    other.close();
  });
});

describe('verify names what was done to a bundle', () => {
  const copy = () => {
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-bundle-'));
    for (const file of [built.pdf, built.manifest, built.sums]) copyFileSync(file, join(folder, basename(file)));
    return {
      pdf: join(folder, basename(built.pdf)),
      manifest: join(folder, basename(built.manifest)),
      sums: join(folder, basename(built.sums)),
    };
  };

  test('a flipped byte anywhere in the PDF', async () => {
    const { pdf } = copy();
    const clean = readFileSync(pdf);
    for (let n = 0; n < 40; n++) {
      const bytes = Buffer.from(clean);
      bytes[Math.floor((clean.length * (n + 0.5)) / 40)]! ^= 1 << (n % 8);
      writeFileSync(pdf, bytes);
      expect((await verifyBundle(pdf, 'en')).verdict, `byte ${n}`).toBe('FAILED');
    }
  });

  test('a picture changed with a forged hash list: the picture is named', async () => {
    const { pdf, sums, manifest } = copy();
    const bytes = readFileSync(pdf);
    const at = bytes.indexOf('/Subtype /Image');
    bytes[bytes.indexOf('stream\n', at) + 40]! ^= 1;
    writeFileSync(pdf, bytes);
    const hash = (file: string) => execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64);
    writeFileSync(sums, `${hash(pdf)}  ${basename(pdf)}\n${hash(manifest)}  ${basename(manifest)}\n`);
    const report = await verifyBundle(pdf, 'en');
    expect(report.verdict).toBe('FAILED');
    expect(report.checks.find(({ verdict }) => verdict === 'FAILED')?.detail).toMatch(/picture in PDF object \d+/);
  });

  test('bytes appended, a changed manifest, a changed hash list', async () => {
    for (const kind of ['pdf', 'manifest', 'sums'] as const) {
      const files = copy();
      const bytes = readFileSync(files[kind]);
      if (kind === 'pdf') writeFileSync(files.pdf, Buffer.concat([bytes, Buffer.from('\n')]));
      else {
        bytes[20]! ^= 1;
        writeFileSync(files[kind], bytes);
      }
      expect((await verifyBundle(files.pdf, 'en')).verdict, kind).toBe('FAILED');
    }
  });

  test('a missing sidecar cannot be told, and is named', async () => {
    const { pdf, sums } = copy();
    rmSync(sums);
    const report = await verifyBundle(pdf, 'en');
    expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
    expect(report.checks.find(({ verdict }) => verdict === 'INDETERMINATE')?.detail).toContain('.sha256');
  });

  test('garbage is FAILED, never an exception', async () => {
    const { pdf } = copy();
    writeFileSync(pdf, 'not a PDF at all');
    expect((await verifyBundle(pdf, 'zh-CN')).verdict).toBe('FAILED');
  });
});
