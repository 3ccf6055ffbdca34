import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportDigests, type DigestServices } from '../../../electron/seal/packages/export-digests.ts';
import { attachFile } from '../../../electron/seal/attach-file.ts';
import { firstItem, sealingRoom, secondItem } from './sealing-room.ts';

const services: DigestServices = { signal: new AbortController().signal, onEvent: () => undefined };
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

describe('the hash list for a deposit', () => {
  it('names every file of every item with its hash, once', async () => {
    const { caseFile, out } = sealingRoom();
    const { list } = await exportDigests(caseFile, out(), services);
    const csv = readFileSync(list.path, 'utf8');
    expect(sha256(csv)).toBe(list.sha256);
    for (const { record, recordSha256 } of caseFile.items()) {
      for (const one of record.artifacts) expect(csv.split(`"${one.sha256}"`)).toHaveLength(2);
      expect(csv).toContain(`"record","record.json"`);
      expect(csv).toContain(recordSha256);
    }
    expect(csv.split('\r\n')).toHaveLength(1 + 2 + 2 + 3 + 1 + 1);
    expect(csv).toContain(`"'=错误推送"`);
    expect(csv).toContain('2019-05-06 09:30:00.000 +08:00');
    expect(csv).toContain('"无"');
  });

  it('is accepted by sha256sum -c, and so are the hashes inside each ZIP', async () => {
    const { caseFile, out } = sealingRoom();
    const folder = out();
    const { sums, archives } = await exportDigests(caseFile, folder, services);
    expect(
      execFileSync('sha256sum', ['--strict', '-c', sums.path], { cwd: folder, encoding: 'utf8' }).match(/OK/g),
    ).toHaveLength(3);
    for (const { path, item } of archives) {
      execFileSync('unzip', ['-q', path, '-d', folder]);
      execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: join(folder, item) });
    }
  });

  it('prints the outside anchors that are there', async () => {
    const { caseFile, out } = sealingRoom();
    const token = join(out(), 'token.tsr');
    writeFileSync(token, 'token');
    await attachFile(caseFile, { item: secondItem, file: token, kind: 'deposit', number: '20190506000123' });
    const { list } = await exportDigests(caseFile, out(), services);
    const lines = readFileSync(list.path, 'utf8').split('\r\n');
    for (const line of lines.filter((one) => one.startsWith(`"${secondItem}`))) {
      expect(line).toMatch(/"deposit 20190506000123"$/);
    }
    expect(lines.find((one) => one.startsWith(`"${firstItem}`))).toMatch(/"无"$/);
  });

  it('is noted in the custody log with every hash, as an act', async () => {
    const { caseFile, acts, out } = sealingRoom();
    const { list, archives } = await exportDigests(caseFile, out(), services);
    expect(acts()).toEqual([
      {
        act: 'digests-exported',
        subject: caseFile.caseId,
        value: { list: list.sha256, archives: archives.map((one) => ({ item: one.item, sha256: one.sha256 })) },
      },
    ]);
  });

  it('is never written into the case folder, not even through a link', async () => {
    const { caseFile, acts, out } = sealingRoom();
    const link = join(out(), 'link');
    symlinkSync(caseFile.folder, link);
    for (const inside of [caseFile.folder, join(caseFile.folder, 'digests'), join(link, 'deep', 'digests')]) {
      await expect(exportDigests(caseFile, inside, services)).rejects.toMatchObject({ code: 'digests-inside-case' });
    }
    expect(existsSync(join(caseFile.folder, 'digests'))).toBe(false);
    expect(acts()).toEqual([]);
  });
});

describe('the ZIP of an item', () => {
  it('opens with other programs and holds the very bytes', async () => {
    const { caseFile, out } = sealingRoom();
    const { archives } = await exportDigests(caseFile, out(), services);
    const [first] = archives;
    expect(execFileSync('unzip', ['-t', first!.path], { encoding: 'utf8' })).toContain('No errors');
    const members = unzipSync(readFileSync(first!.path));
    expect(Object.keys(members)).toEqual(
      ['DISCLOSURE.txt', 'SHA256SUMS', 'files/source.html', 'files/tile-0001.png', 'record.json'].map(
        (name) => `${firstItem}/${name}`,
      ),
    );
    const state = caseFile.item(firstItem);
    expect(sha256(members[`${firstItem}/record.json`]!)).toBe(state.recordSha256);
    expect(sha256(members[`${firstItem}/files/tile-0001.png`]!)).toBe(state.record.artifacts[1]!.sha256);
  });

  it('has the same bytes on every run and in every time zone, whatever is attached later', async () => {
    const { caseFile, out } = sealingRoom();
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Shanghai';
    const first = await exportDigests(caseFile, out(), services);
    process.env['TZ'] = 'America/New_York';
    const token = join(out(), 'token.tsr');
    writeFileSync(token, 'token');
    await attachFile(caseFile, { item: firstItem, file: token, kind: 'timestamp', number: null });
    const second = await exportDigests(caseFile, out(), services);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(second.archives.map((one) => one.sha256)).toEqual(first.archives.map((one) => one.sha256));
    expect(first.archives.map((one) => one.sha256)).toEqual(
      first.archives.map(({ path }) => sha256(readFileSync(path))),
    );
  });

  it('never hands out the network log, whose cookies are nobody’s business', async () => {
    const { caseFile, out } = sealingRoom();
    const { archives } = await exportDigests(caseFile, out(), services);
    expect(readFileSync(archives[0]!.path).includes('secret')).toBe(false);
  });

  it('is not made from a damaged or missing object: no file, no entry', async () => {
    for (const damage of ['changed', 'missing'] as const) {
      const { caseFile, acts, out } = sealingRoom();
      const { sha256: hash } = caseFile.item(firstItem).record.artifacts[0]!;
      const path = caseFile.objectPath(hash);
      rmSync(path);
      if (damage === 'changed') writeFileSync(path, '<html>中丈</html>');
      const folder = out();
      await expect(exportDigests(caseFile, folder, services)).rejects.toMatchObject({
        code: damage === 'changed' ? 'object-damaged' : 'object-missing',
        params: { sha256: hash },
      });
      expect(readdirSync(folder)).toEqual([]);
      expect(acts()).toEqual([]);
    }
  });

  it('replaces what an earlier run left, and a cancelled run leaves nothing half done', async () => {
    const { caseFile, acts, out } = sealingRoom();
    const folder = out();
    writeFileSync(join(folder, `${firstItem}.zip.partial`), 'left by a killed run');
    await exportDigests(caseFile, folder, services);
    const cancelled = AbortSignal.abort(new Error('cancelled'));
    await expect(exportDigests(caseFile, folder, { ...services, signal: cancelled })).rejects.toThrow('cancelled');
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(acts()).toHaveLength(1);
  });
});

describe('a disk that is full', () => {
  it.skipIf(!existsSync('/dev/full'))('is told as such', async () => {
    const { caseFile, out } = sealingRoom();
    const folder = out();
    symlinkSync('/dev/full', join(folder, `${firstItem}.zip.partial`));
    await expect(exportDigests(caseFile, folder, services)).rejects.toMatchObject({ code: 'digests-unwritable' });
  });
});
