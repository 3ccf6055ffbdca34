import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SecondProcess } from '../../../electron/bundle/beside/beside.ts';
import { checkOwnFile } from '../../../electron/bundle/write/check-own-file.ts';
import { manifestSchema, type Manifest } from '../../../shared/verify/package/manifest.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';

let pdf: string;
let manifest: Manifest;
beforeAll(async () => {
  const caseFile = fixedCase();
  const built = await buildIn(caseFile);
  pdf = built.pdf;
  manifest = manifestSchema.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
  caseFile.close();
});

const second = new SecondProcess(spawnChild);
afterAll(() => second.end());

/** What a second process finds of a bundle's pages. */
function lookedAtBeside(of: Readonly<{ pdf: string; manifest: Manifest }>) {
  const path = join(freshFolder(), 'manifest.json');
  writeFileSync(path, JSON.stringify(of.manifest));
  return second.checkPages(of.pdf, path);
}

/** The file with one text in it replaced by another of the same length. */
const forged = (from: string, to: string) => () => {
  const text = readFileSync(pdf, 'latin1');
  expect(from.length).toBe(to.length);
  expect(text).toContain(from);
  const path = join(freshFolder(), 'forged.pdf');
  copyFileSync(pdf, path);
  writeFileSync(
    path,
    text.replace(from, () => to),
    'latin1',
  );
  return { pdf: path, manifest };
};

/** The first exhibit, said to be otherwise than its file has it. */
const claimed = (change: (exhibit: Manifest['exhibits'][number]) => Partial<Manifest['exhibits'][number]>) => () => {
  const [one, ...others] = manifest.exhibits;
  return { pdf, manifest: { ...manifest, exhibits: [{ ...one!, ...change(one!) }, ...others] } };
};

/** What the finished file may never be, each with the code that the refusal names, and where. */
const faults: readonly (readonly [code: string, where: string, () => { pdf: string; manifest: Manifest }])[] = [
  [
    'page-number',
    '3',
    () => ({
      pdf,
      manifest: { ...manifest, pages: manifest.pages.map((one, at) => (at === 2 ? { ...one, page: 4 } : one)) },
    }),
  ],
  ['page-count', '14', () => ({ pdf, manifest: { ...manifest, pages: manifest.pages.slice(0, -1) } })],
  ['page-labels', 'PDF', forged('/Nums [0 << /S /D >>]', '/Nums [0 << /S /R >>]')],
  ['exhibit-pages', '1', claimed(({ pages: [from, to] }) => ({ pages: [from, to + 1] }))],
  ['catalogue-pages', '1', claimed(({ pages: [from, to] }) => ({ pages: [from, to + 1] }))],
  ['outline-page', '1', claimed(({ pages: [from, to] }) => ({ pages: [from + 1, to] }))],
  ['outline-missing', '1', claimed(() => ({ title: 'another' }))],
  ['pdf-active', '/AA', forged('/PageMode /UseOutlines', '/AA (aaaaaaaaaaaaaaaa)')],
  ['pdf-active', '/Encrypt', forged('/PageMode /UseOutlines', '/Encrypt (aaaaaaaaaaa)')],
  ['pdf-active', '/S /Launch', forged('/S /GTS_PDFA1', '/S /Launch   ')],
  ['pdf-archival', 'PDF/A-3b', forged('/Border [0 0 0] /F 4', '/Border [0 0 0] /F 0')],
];

describe('no bundle leaves the house', () => {
  test('but one that is as its manifest has it', async () => {
    await checkOwnFile(pdf, manifest, 'PDF/A-3b', 'zh-CN');
    await checkOwnFile(pdf, manifest, 'PDF/A-3b', 'zh-CN', lookedAtBeside({ pdf, manifest }));
  });

  test.each(faults)('with the fault %s at %s', async (code, where, make) => {
    const wrong = make();
    const said = new Set<string>();
    for (const language of ['zh-CN', 'en'] as const) {
      const refusal = await checkOwnFile(wrong.pdf, wrong.manifest, 'PDF/A-3b', language).catch(
        (error: unknown) => error,
      );
      expect(refusal).toMatchObject({ code: 'bundle-inconsistent' });
      const why = String(refusal);
      expect(why).toContain(`[${code}]`);
      expect(why).toContain(where);
      said.add(why);
      const beside = lookedAtBeside(wrong);
      const again = checkOwnFile(wrong.pdf, wrong.manifest, 'PDF/A-3b', language, beside);
      expect(String(await again.catch((error: unknown) => error)), 'with a second process').toBe(why);
    }
    expect(said.size, 'in both languages').toBe(2);
  });
});
