import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupCase } from '../../../electron/casefile/upkeep/backup-case.ts';
import { NotRegular, readRegular } from '../../../electron/casefile/files/regular-file.ts';
import { openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { cpuTime } from '../../fixtures/runner/cpu-time.ts';

const root = process.getuid?.() === 0;
const checkout = resolve(import.meta.dirname, '../../..');
const services = { ...deviceServices(checkout, '0.0.0'), stateFolder: freshFolder() };
const workbench = createWorkbench({ ...services, cacheFolder: freshFolder() });
const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;

/**
 * A user who is put on reads the program's own files too. Below root's home, as anywhere that others may not enter, what
 * was tried would fail for that, and not for what the test closed.
 */
const othersMayEnter = (folder: string): boolean =>
  (statSync(folder).mode & 0o1) !== 0 && (folder === dirname(folder) || othersMayEnter(dirname(folder)));
const mayPutOn = !root || othersMayEnter(checkout);
if (!mayPutOn) console.warn(`SKIPPED, three tests: users other than root may not read ${checkout}`);

/** A case with one item, closed. */
function someCase() {
  const caseFile = freshCase();
  const { record } = caseFile.addItem(someCapture(caseFile, '一'));
  const object = caseFile.objectPath(record.artifacts[0]?.sha256 ?? '');
  const payload = caseFile.objectPath(caseFile.entries().at(-1)?.payload ?? '');
  caseFile.close();
  return { folder: caseFile.folder, object, payload };
}

const said = ({ checks }: VerifyReport) =>
  checks.flatMap(({ finding, detail }) => (finding ? [detail] : [])).join('\n');

/** Runs `work` as a user who may not read what belongs to others. */
function asAnother<T>(work: () => T): T {
  if (!root) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

/** All of a case may be read by everybody, but this one file. */
function closed(folder: string, file: string): void {
  execFileSync('chmod', ['-R', 'a+rX', join(folder, '..')]);
  chmodSync(file, 0o000);
}

describe('what cannot be read here', () => {
  test.each(['object', 'payload'] as const)(
    'an %s without rights is not told, and nothing is called altered',
    (which) => {
      const made = someCase();
      closed(made.folder, made[which]);
      const report = asAnother(() => verifyCase(made.folder, 'en'));
      chmodSync(made[which], 0o400);
      expect(said(report)).toContain('EACCES');
      expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
      expect(verifyCase(made.folder, 'en').verdict).toBe('PASSED');
    },
  );

  test('a database without rights is not told; who opens the case hears of rights, not of damage', () => {
    const { folder } = someCase();
    closed(folder, join(folder, 'case.db'));
    const report = asAnother(() => verifyCase(folder, 'en'));
    expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
    expect(() => asAnother(() => openCaseToRead(folder))).toThrow(expect.objectContaining({ code: 'case-unreadable' }));
  });

  test('a temporary folder that is not to be had is not told', () => {
    const { folder } = someCase();
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = '/proc/nowhere';
    try {
      expect(verifyCase(folder, 'en')).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  test.skipIf(!mayPutOn).each(['', 'data', 'tagmanifest-sha256.txt'])(
    'a package whose %j is without rights is not told',
    async (part) => {
      const { folder } = someCase();
      const out = join(freshFolder(), 'p');
      await workbench.call('package.export', { case: folder, out, edition: 'whole', services: [], anchors: [] }, quiet);
      closed(out, join(out, part));
      const home = freshFolder(); // made before: for a user that was put on, Node does not read TMPDIR
      chmodSync(home, 0o777);
      process.seteuid?.(root ? 65_534 : (process.geteuid?.() ?? 0));
      try {
        const report = await workbench.call('verify.run', { path: out, anchors: [] }, quiet);
        expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
        const into = { kind: 'new', folder: join(home, 'n'), title: null, operator: null } as const;
        await expect(workbench.call('package.receive', { package: out, into, anchors: [] }, quiet)).rejects.toThrow(
          expect.objectContaining({ code: 'file-unreadable' }),
        );
      } finally {
        if (root) process.seteuid?.(0);
        chmodSync(join(out, part), 0o700);
      }
    },
  );

  test('a case’s folder without rights is not told, and not called something else', async () => {
    const { folder } = someCase();
    closed(folder, folder);
    process.seteuid?.(root ? 65_534 : (process.geteuid?.() ?? 0));
    try {
      const report = await workbench.call('verify.run', { path: folder, anchors: [] }, quiet);
      expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
      expect(() => openCaseToRead(folder)).toThrow(expect.objectContaining({ code: 'case-unreadable' }));
    } finally {
      if (root) process.seteuid?.(0);
      chmodSync(folder, 0o700);
    }
  });

  test('what is gone is altered all the same', () => {
    const { folder, object } = someCase();
    rmSync(object);
    expect(verifyCase(folder, 'en')).toMatchObject({ verdict: 'FAILED', unaltered: 'no' });
  });
});

describe('nothing but a regular file is opened', () => {
  const others: Readonly<Record<string, (path: string) => void>> = {
    'a pipe': (path) => execFileSync('mkfifo', [path]),
    'a link to a device': (path) => symlinkSync('/dev/zero', path),
    'a link to a file': (path) => symlinkSync('/etc/hostname', path),
    'a folder': (path) => mkdirSync(path),
  };

  test.each(Object.keys(others))('%s in an object’s place is named, and left alone', (what) => {
    const { folder, object } = someCase();
    rmSync(object);
    others[what]?.(object);
    const report = verifyCase(folder, 'en');
    expect(report.verdict).toBe('FAILED');
    expect(said(report)).toMatch(/not a regular file|unregistered/);
    expect(() => readRegular(object)).toThrow(NotRegular);
    const backup = join(freshFolder(), 'backup');
    expect(backupCase(folder, backup).left).toHaveLength(1);
  });

  test.each(['case.db', 'case.db-wal'])('a pipe in the place of %s is named, and left alone', (name) => {
    const { folder } = someCase();
    rmSync(join(folder, name), { force: true });
    execFileSync('mkfifo', [join(folder, name)]);
    expect(verifyCase(folder, 'en').verdict).toBe('FAILED');
    expect(() => openCaseToRead(folder)).toThrow();
  });

  test('an object of another size is not read through to say so', async () => {
    const { folder, object } = someCase();
    renameSync(object, `${object}.old`);
    writeFileSync(object, '');
    truncateSync(object, 64 * 1024 ** 3);
    rmSync(`${object}.old`);
    let report = '';
    const spent = await cpuTime(() => (report = said(verifyCase(folder, 'en'))));
    expect(report).toContain('68719476736 bytes, expected');
    expect(spent).toBeLessThan(10_000); // 64 GiB of zeros take minutes to read
  });
});
