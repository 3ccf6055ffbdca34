import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SecondProcess } from '../../../../electron/bundle/beside/beside.ts';
import type { SpawnChild } from '../../../../electron/casefile/processes/children.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';

const beside = new SecondProcess(spawnChild);
afterAll(() => beside.end());

/** The fixed case's bundle, with a second process from its first byte on. */
async function builtWith(spawn: SpawnChild) {
  const asked: string[] = [];
  const caseFile = fixedCase();
  const heard: SpawnChild = (entry) => {
    const child = spawn(entry);
    if (!entry.endsWith('beside-child')) return child;
    return {
      ...child,
      send: (message) => {
        asked.push((message as { work: string }).work); // of SecondProcess
        child.send(message);
      },
    };
  };
  try {
    const { sha256, manifestSha256 } = await buildIn(caseFile, {}, { spawnChild: heard, besideFrom: 0 });
    return { sha256, manifestSha256, asked: [...new Set(asked)].sort() };
  } finally {
    caseFile.close();
  }
}

/** A child that ends when it is asked for this kind of work. */
const dyingAt =
  (work: string): SpawnChild =>
  (entry) => {
    const child = spawnChild(entry);
    const send = (message: unknown) => {
      if ((message as { work?: string }).work === work) child.kill();
      else child.send(message);
    };
    return { ...child, send };
  };

describe('a bundle that is built with a second process beside', () => {
  const alone = (async () => {
    const caseFile = fixedCase();
    const { sha256, manifestSha256 } = await buildIn(caseFile);
    caseFile.close();
    return { sha256, manifestSha256 };
  })();

  test('has the same bytes, and asks it for everything', async () => {
    const asked = ['check-pages', 'hash-files', 'hash-written'];
    expect(await builtWith(spawnChild)).toEqual({ ...(await alone), asked });
  });

  test.for(['check-pages', 'hash-files', 'hash-written'])(
    'has the same bytes where it is killed at %s',
    async (work) => {
      expect(await builtWith(dyingAt(work))).toMatchObject(await alone);
    },
  );

  test('tells of a file that is not what its record says', async () => {
    const caseFile = fixedCase();
    const text = caseFile.items()[0]!.record.artifacts.find(({ role }) => role === 'text')!;
    rmSync(caseFile.objectPath(text.sha256));
    writeFileSync(caseFile.objectPath(text.sha256), 'another');
    const refused = await buildIn(caseFile, {}, { besideFrom: 0 }).catch((error: unknown) => error);
    caseFile.close();
    expect(refused).toMatchObject({ code: 'bundle-stopped' });
    const another = createHash('sha256').update('another').digest('hex');
    expect(String(refused)).toContain(another);
  });
});

describe('the second process', () => {
  test('hashes files; one that is not there has no hash', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, 'evidence');
    const digest = createHash('sha256').update('evidence').digest('hex');
    expect(await beside.hashFiles([file, `${file}-gone`, file])).toEqual([digest, null, digest]);
  });

  test('finds the pages of a bundle well, or leaves the words on what is wrong to the one that asks', async () => {
    const caseFile = fixedCase();
    const { pdf, manifest } = await buildIn(caseFile);
    caseFile.close();
    const marks = await beside.checkPages(pdf, manifest);
    const pages = (JSON.parse(readFileSync(manifest, 'utf8')) as { pages: unknown[] }).pages.length;
    expect(marks?.size).toBe(pages);
    const bytes = readFileSync(pdf, 'latin1');
    const otherwise: Readonly<Record<string, string>> = {
      label: bytes.replace('/Nums [0 << /S /D >>]', '/Nums [0 << /S /R >>]'),
      picture: bytes.replace(/\/XObject << \/X(\d)/, '/XObject << /Y$1'),
      end: bytes.slice(0, -6),
      table: bytes.replace('\nxref\n0 ', '\nxref\n1 '),
    };
    for (const [what, text] of Object.entries(otherwise)) {
      expect(text, what).not.toBe(bytes);
      const forged = join(freshFolder(), 'forged.pdf');
      writeFileSync(forged, text, 'latin1');
      expect(await beside.checkPages(forged, manifest), what).toBeNull();
    }
    const short = join(freshFolder(), 'manifest.json');
    copyFileSync(manifest, short);
    appendFileSync(short, '}');
    expect(await beside.checkPages(pdf, short), 'a manifest that is none').toBeNull();
    expect(await beside.checkPages(`${pdf}-gone`, manifest), 'no file').toBeNull();
  });

  test('that rests answers nothing of before, and begins again when it is asked', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, 'evidence');
    const digest = createHash('sha256').update('evidence').digest('hex');
    const resting = new SecondProcess(spawnChild);
    const before = resting.hashFiles([file]);
    resting.rest();
    expect(await before).toBeNull();
    expect(await resting.hashFiles([file])).toEqual([digest]);
    resting.rest();
    resting.wrote(file, 8);
    expect(await resting.hashOf(file, 8)).toBe(digest);
    resting.end();
    expect(await resting.hashFiles([file])).toBeNull();
  });

  test('answers nothing when it is gone, at once', async () => {
    const gone = new SecondProcess(spawnChild);
    const asked = gone.hashFiles(['/nowhere']);
    gone.end();
    expect(await asked).toBeNull();
    expect(await gone.hashFiles(['/nowhere'])).toBeNull();
    expect(await gone.checkPages('/nowhere', '/nowhere')).toBeNull();
    expect(await gone.hashOf('/nowhere', 1)).toBeNull();
  });
});
