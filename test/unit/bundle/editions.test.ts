import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import { deviceClockAndRandom } from '../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem } from '../../../electron/intake/redact/redact-item.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';

const forever = new AbortController().signal;
const haveTools = spawnSync('pdftotext', ['-v']).error === undefined;
if (!haveTools) console.warn('SKIPPED: pdftotext is missing; text is not read back with it');
const textOf = (pdf: string) => spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).stdout;

/** A word of which no character stands anywhere else in a bundle. */
const secret = '龘靐';

/** Two captures with words over their pictures, one more item left out, and something private in every private field. */
async function caseWithSecrets(): Promise<WritableCase> {
  const caseFile = freshCase();
  const items: string[] = [];
  for (const [n, words] of ['青禾小贷进入清算程序', '电话 13800138000'].entries()) {
    let seed = n + 1;
    const noise = Buffer.from(
      Array.from({ length: 320 * 900 * 3 }, () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 24),
    );
    const png = await sharp(noise, { raw: { width: 320, height: 900, channels: 3 } })
      .png()
      .toBuffer();
    const runs = [{ x: 20, y: 100 + n, width: 200, height: 20, text: words }];
    const positions = new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false)));
    const record = someCapture(caseFile, `第 ${n} 项`);
    const tile = { x: 0, y: 0, width: 320, height: 900 };
    items.push(
      caseFile.addItem({
        ...record,
        picture: { width: 320, height: 900, overlap: 32 },
        artifacts: [
          {
            role: 'screenshot-tile',
            name: 'tile-0001.png',
            mediaType: 'image/png',
            ...caseFile.objects.putBytes(png),
            ...tile,
          },
          {
            role: 'text-positions',
            name: 'text-positions.json',
            mediaType: 'application/json',
            ...caseFile.objects.putBytes(positions),
          },
          ...record.artifacts,
        ],
      }).item,
    );
  }
  const { item: left } = caseFile.addItem(someCapture(caseFile, 'left out'));
  caseFile.logEvent('item-excluded', { item: left, reason: secret }, left);
  caseFile.logEvent('exhibits-set', {
    exhibits: items.map((item, n) => ({
      item,
      group: '第一组',
      title: `标题 ${n}`,
      source: '自行取证',
      purpose: '证明',
      elements: ['basis'],
      notes: secret,
      marks: n === 0 ? [{ kind: 'key' as const, words: '清算程序' }] : [],
    })),
  });
  caseFile.logEvent('plan-set', {
    chronology: [{ when: '2019-05-05', what: '推送', items }],
    elements: [{ id: 'basis', fact: '信息虚假', contrary: secret, gap: secret }],
    accepted: [
      { code: 'profile-unverified', where: null, reason: secret },
      {
        code: 'plain-http',
        where: 'case',
        reason: secret,
        finding: { 'zh-CN': `质疑${secret}`, en: `attack ${secret}` },
      },
    ],
    notes: [secret],
    drafts: [{ title: secret, text: secret }],
  });
  return caseFile;
}

let caseFile: WritableCase;
beforeAll(async () => {
  caseFile = await caseWithSecrets();
});

describe('editions of a bundle', () => {
  test.skipIf(!haveTools)(
    'a filing has no byte of what is private; a working edition has it, and says so',
    async () => {
      const filing = await buildIn(caseFile);
      const working = await buildIn(caseFile, { edition: 'working' });
      const [filed, worked] = [textOf(filing.pdf), textOf(working.pdf)];
      for (const character of secret) expect(filed).not.toContain(character);
      expect(readFileSync(filing.manifest, 'utf8')).not.toContain(secret);
      expect(worked.split(secret).length - 1).toBeGreaterThanOrEqual(10);
      // An answer to the challenge check, with the attack that it answers.
      expect(worked.replace(/\s+/g, '')).toContain(`[plain-http]case：质疑${secret}—${secret}`);
      expect(worked).toContain('不得提交');
      // A character that is drawn anywhere has an entry in some font's map: a filing's maps do not know these.
      expect(filing.conformance).toBe('PDF/A-3b');
    },
  );

  test.skipIf(!haveTools)(
    'words of a captured page are found and copied in place, the disputed ones on a key page',
    async () => {
      const { pdf, manifest, problems } = await buildIn(caseFile);
      expect(textOf(pdf)).toContain('青禾小贷进入清算程序');
      expect(problems.map(({ code }) => code)).not.toContain('text-layer-missing');
      const { pages } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
      expect(pages.filter(({ kind }) => kind === 'key-page')).toHaveLength(1);
    },
  );

  test('has every part that the profile asks for, in the order of a court’s list', async () => {
    const { manifest } = await buildIn(caseFile);
    const { pages } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
    expect([...new Set(pages.map(({ kind }) => kind))]).toEqual([
      'cover',
      'summary',
      'catalogue',
      'matrix',
      'time-axis',
      'key-page',
      'exhibit',
      'hash-list',
      'certificate',
      'verification',
      'technical-annex',
      'file-list',
      'custody',
    ]);
  });
});

describe('files of a bundle', () => {
  test('volumes go on counting, and each verifies by itself', async () => {
    const plain = profileNamed('plain');
    const profile = { ...plain, sizeCap: { portal: null, volume: 1_600_000 } };
    const { volumes } = await buildIn(caseFile, { profile });
    expect(volumes.length).toBeGreaterThan(1);
    for (const { pdf, bytes } of volumes) {
      expect(bytes).toBeLessThanOrEqual(1_600_000);
      expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    }
  });

  test('a file that cannot be brought under the cap stops the bundle', async () => {
    const profile = { ...profileNamed('plain'), sizeCap: { portal: null, volume: 100_000 } };
    await expect(buildIn(caseFile, { profile })).rejects.toMatchObject({ code: 'bundle-stopped' });
  });

  test('a filing copy names each original and what was lost, and each exhibit can stand alone', async () => {
    const { pdf, manifest, singles } = await buildIn(caseFile, { filingCopy: true, perExhibit: true });
    const { images } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
    expect(images).toHaveLength(2);
    for (const { derived } of images)
      expect(derived?.loss).toMatch(/^JPEG q\d+, ×[\d.]+, PSNR [\d.]+ dB, SSIM (?:0\.9[89]\d|1\.000)$/);
    expect(singles).toHaveLength(2);
    for (const file of [pdf, ...singles.map((one) => one.pdf)])
      expect((await verifyBundle(file, 'en')).verdict).toBe('PASSED');
  });
});

test.skipIf(!haveTools)(
  'redaction leaves neither pixels nor words, names its sealed parent, and takes its place',
  async () => {
    const other = await caseWithSecrets();
    const parent = other.items()[1]!;
    const redaction = { regions: [], words: ['13800138000'], reason: '个人电话' };
    const { state: derived } = await redactItem(other, parent, redaction, deviceClockAndRandom, spawnChild, forever);
    expect(derived.record.redaction).toMatchObject({ parent: parent.item, reason: '个人电话' });
    const { x, y, width, height } = derived.record.redaction!.regions[0]!;
    const tile = derived.record.artifacts.find(({ role }) => role === 'screenshot-tile')!;
    const painted = await sharp(other.objectPath(tile.sha256))
      .extract({ left: x, top: y, width, height })
      .raw()
      .toBuffer();
    expect(painted.every((value) => value === 0)).toBe(true);
    const { pdf } = await buildIn(other);
    const text = textOf(pdf);
    expect(text).not.toContain('13800138000');
    expect(text).toContain('个人电话');
    other.close();
  },
);
