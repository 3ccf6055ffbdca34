import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { manifestSchema, type Manifest } from '../../shared/verify/package/manifest.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { EditablePdf } from '../unit/verify-bundle/edit-pdf.ts';
import { packageCopy, exported, filedCase, forgeLists, ours } from './package-room.ts';

let authority: Authority;
let caseFile: WritableCase;
let unsealed: string;
beforeAll(async () => {
  authority = await startAuthority();
  caseFile = await filedCase(authority);
  unsealed = (await exported(caseFile, 'unsealed')).path;
});
afterAll(async () => {
  caseFile.close();
  await authority.close();
});

/** Rewrites the package's bundle with another manifest, inside and beside it, and makes every list agree. */
function forgeBundle(folder: string, change: (manifest: Manifest, pdf: EditablePdf) => unknown): void {
  const at = (end: string) => join(folder, `data/bundle/evidence-bundle.${end}`);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(at('manifest.json'), 'utf8')));
  const pdf = new EditablePdf(readFileSync(at('pdf'), 'latin1'));
  const text = JSON.stringify(change(manifest, pdf));
  writeFileSync(at('manifest.json'), text);
  const packed = deflateSync(Buffer.from(text)).toString('latin1');
  const dictionary = `<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>`;
  pdf.edit(pdf.find(/^<< \/Type \/EmbeddedFile/), () => `${dictionary}\nstream\n${packed}\nendstream`);
  writeFileSync(at('pdf'), pdf.text(), 'latin1');
  const line = (end: string) =>
    `${createHash('sha256')
      .update(readFileSync(at(end)))
      .digest('hex')}  evidence-bundle.${end}\n`;
  writeFileSync(at('sha256'), line('pdf') + line('manifest.json'));
  forgeLists(folder);
}

const isTile = ({ role }: Manifest['exhibits'][number]['files'][number]) => role === 'screenshot-tile';

test('a bundle written again with its own manifest passes in its package', async () => {
  const folder = packageCopy(unsealed);
  forgeBundle(folder, (manifest) => manifest);
  expect(await ours(folder, authority)).toMatchObject({ verdict: 'PASSED', said: '' });
});

test('pictures exchanged between two exhibits, with a manifest that agrees: each is named by its number', async () => {
  const folder = packageCopy(unsealed);
  forgeBundle(folder, (manifest, pdf) => {
    const [first, second] = manifest.exhibits.map(({ files }) => files.filter(isTile));
    const objects = manifest.images.map(({ object }) => object);
    const [a = 0, b = 0] = objects;
    expect([first?.length, second?.length, objects.length]).toEqual([1, 1, 2]);
    const [bodyOfA = '', bodyOfB = ''] = [a, b].map((object) => pdf.objects.get(object));
    pdf.edit(a, () => bodyOfB);
    pdf.edit(b, () => bodyOfA);
    return {
      ...manifest,
      images: manifest.images.map((image) => ({ ...image, object: image.object === a ? b : a })),
      exhibits: manifest.exhibits.map((exhibit, at) => ({
        ...exhibit,
        files: [...((at === 0 ? second : first) ?? []), ...exhibit.files.filter((file) => !isTile(file))],
      })),
    };
  });
  const { verdict, said } = await ours(folder, authority);
  expect(verdict).toBe('FAILED');
  expect(said).toMatch(/exhibit 1 of the bundle does not match the record/);
  expect(said).toMatch(/exhibit 2 of the bundle does not match the record/);
});

test.each<readonly [string, (manifest: Manifest) => unknown]>([
  ['another case', (manifest) => ({ ...manifest, case: { ...manifest.case, id: '0'.repeat(32) } })],
  [
    'a file whose name no record could hold',
    ({ exhibits: [first, ...others], ...manifest }) => {
      const files = first?.files.map((file) => ({ ...file, name: '\ud800' }));
      return { ...manifest, exhibits: [{ ...first, files }, ...others] };
    },
  ],
  [
    'a redaction that the record does not tell of',
    ({ exhibits: [first, ...others], ...manifest }) => {
      const regions = [{ x: 0, y: 0, width: 1, height: 1 }];
      const redaction = { parent: first?.item, parentRecord: first?.record, reason: '—', regions };
      return { ...manifest, exhibits: [{ ...first, redaction }, ...others] };
    },
  ],
])('a manifest that tells of %s: FAILED', async (_what, change) => {
  const folder = packageCopy(unsealed);
  forgeBundle(folder, change);
  expect(await ours(folder, authority)).toMatchObject({
    verdict: 'FAILED',
    said: expect.stringContaining('exhibit 1 of the bundle does not match the record'),
  });
});
