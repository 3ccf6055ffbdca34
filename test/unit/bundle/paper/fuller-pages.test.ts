import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verifyBundle } from '../../../../electron/verify/verify-bundle.ts';
import { manifestSchema } from '../../../../shared/verify/package/manifest.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { contents, type CaseContent } from '../../../layout/kinds.ts';
import { makeCase } from '../../../layout/make-case.ts';
import { have } from '../../pdf/pdf-room.ts';

const page = { width: 1280, height: 2400, letters: 15, columns: [[320, 640]] } as const;
const [plain] = contents;
const haveTools = have('pdftotext');
const textOf = (pdf: string, page: number) =>
  execFileSync('pdftotext', ['-f', String(page), '-l', String(page), pdf, '-'], { encoding: 'utf8' });

async function built(content: Partial<CaseContent>, number = '1') {
  if (!plain) throw new Error('no kinds of case');
  const caseFile = await makeCase({ ...plain, ...content }, 'en');
  try {
    const { pdf, manifest } = await buildIn(caseFile, { language: 'en' });
    const { pages } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
    expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    const own = pages.filter(({ exhibit }) => exhibit === number);
    const said = haveTools ? own.map((one) => textOf(pdf, one.page).replace(/\s+/g, ' ')) : [];
    return { kinds: own.map(({ kind }) => kind), said };
  } finally {
    caseFile.close();
  }
}

test('pages of a picture that would show nothing but its blank foot are not printed, and the first says so', async () => {
  const lines = { ...page, height: 8_000, blank: 6_900 };
  const { kinds, said } = await built({ pictures: [lines] });
  expect(kinds).toEqual(['exhibit']);
  const [, rows = ''] = /without the (\d+) px at its foot/.exec(said[0] ?? '') ?? [];
  if (haveTools) expect(Number(rows)).toBeGreaterThan(5_000);
  if (haveTools) expect(Number(rows)).toBeLessThanOrEqual(6_900 + 100);
  // One row of another colour at the very foot, and every row is printed.
  const { kinds: all } = await built({ pictures: [{ ...lines, spot: true }] });
  expect(all.length).toBeGreaterThan(3);
});

test('key page and whole exhibit share a page where both fit, and do not where they do not', async () => {
  const marked = { full: true } as const;
  const low = await built({ ...marked, pictures: [{ ...page, height: 360 }] });
  expect(low.kinds).toEqual(['key-and-whole']);
  if (haveTools) expect(low.said[0]).toContain('The full capture stands below');
  const tall = await built({ ...marked, pictures: [page] });
  expect(tall.kinds.slice(0, 2)).toEqual(['key-page', 'exhibit']);
});

test('a sentence that a file carries stands under the last page of the file', async () => {
  const { kinds, said } = await built({ files: true, pictures: [{ ...page, height: 300 }] }, '5');
  expect(kinds).toEqual(['exhibit']);
  if (haveTools)
    expect(said[0]).toMatch(/An extract of the register.*A sentence alone\.|A sentence alone\..*An extract/);
});
