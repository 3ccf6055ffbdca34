import { copyFileSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { bundleCopy, smallBundle, type BundleFiles } from './bundle-room.ts';

let built: BundleFiles;
beforeAll(async () => {
  built = await smallBundle();
});

/** The three files under other names. */
function renamed(pdf: string, manifest: string, sums: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-renamed-'));
  copyFileSync(built.pdf, join(folder, pdf));
  copyFileSync(built.manifest, join(folder, manifest));
  copyFileSync(built.sums, join(folder, sums));
  return join(folder, pdf);
}
const stem = () => basename(built.pdf, '.pdf');

test('a bundle under another name is unaltered, with a note', async () => {
  for (const pdf of [
    renamed('证据册.pdf', '证据册.manifest.json', '证据册.sha256'),
    renamed(`${stem()}.PDF`, `${stem()}.manifest.json`, `${stem()}.sha256`),
    renamed(`${stem()} (1).pdf`, `${stem()}.manifest.json`, `${stem()}.sha256`),
    renamed(`${stem()} - 副本.pdf`, `${stem()}.manifest.json`, `${stem()}.sha256`),
  ]) {
    const report = await verifyBundle(pdf, 'en');
    expect(report, pdf).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
    expect(report.checks.map(({ detail }) => detail).join()).toContain('the file was renamed');
  }
});

test('a hash list with other line ends, a star or capitals says the same', async () => {
  for (const change of [
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => text.replaceAll('  ', ' *'),
    (text: string) => text.replace(/^[0-9a-f]{64}/gm, (hex) => hex.toUpperCase()),
  ]) {
    const files = bundleCopy(built);
    writeFileSync(files.sums, change(readFileSync(files.sums, 'utf8')));
    expect(await verifyBundle(files.pdf, 'en')).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
  }
});

test('another file under the name, or a renamed one that was changed, is altered', async () => {
  const files = bundleCopy(built);
  const other = join(files.pdf, '..', 'other.pdf');
  renameSync(files.pdf, other);
  const bytes = readFileSync(other);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(other, bytes);
  renameSync(files.sums, join(files.pdf, '..', 'other.sha256'));
  renameSync(files.manifest, join(files.pdf, '..', 'other.manifest.json'));
  expect((await verifyBundle(other, 'en')).verdict).toBe('FAILED');
});
