import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskEncryption } from '../../../electron/casefile/place/disk-encryption.ts';
import { placeOf } from '../../../electron/casefile/place/place-of.ts';
import {
  cloudOf,
  isNetwork,
  mountOf,
  mountsOfLinux,
  mountsOfMac,
  othersMay,
} from '../../../shared/place/place-signs.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const linux = mountsOfLinux(
  [
    '24 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
    '30 24 0:45 / /mnt/share rw - cifs //server/share rw',
    '31 24 0:46 / /home/wang/remote rw - fuse.sshfs wang@host:/data rw',
    '32 24 0:47 / /mnt/nas\\040two rw - nfs4 nas:/two rw',
    '33 24 253:1 / /home rw - ext4 /dev/mapper/home rw',
  ].join('\n'),
);

describe('the place of a case', () => {
  test.each([
    ['/home/wang/a.fascicle', false],
    ['/mnt/share/a.fascicle', true],
    ['/mnt/shared/a.fascicle', false],
    ['/home/wang/remote/a.fascicle', true],
    ['/mnt/nas two/a.fascicle', true],
    ['\\\\server\\share\\a.fascicle', true],
    ['C:\\Users\\wang\\a.fascicle', false],
  ])('%s on another machine: %s', (path, far) => {
    expect(isNetwork(mountOf(path, path.startsWith('/') ? linux : []), path)).toBe(far);
  });

  test('on macOS is told by what mount prints', () => {
    const mounts = mountsOfMac(
      '/dev/disk3s1s1 on / (apfs, sealed, local)\n//wang@nas/share on /Volumes/share (smbfs, nodev)\n',
    );
    expect(isNetwork(mountOf('/Volumes/share/a.fascicle', mounts), '/Volumes/share/a.fascicle')).toBe(true);
    expect(isNetwork(mountOf('/Users/wang/a.fascicle', mounts), '/Users/wang/a.fascicle')).toBe(false);
  });

  test.each([
    ['C:\\Users\\王\\OneDrive - 某律师事务所\\案件\\a.fascicle', 'OneDrive'],
    ['/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/a.fascicle', 'iCloud'],
    ['/Users/wang/Library/CloudStorage/Dropbox/a.fascicle', 'macOS CloudStorage'],
    ['/home/wang/Dropbox/a.fascicle', 'Dropbox'],
    ['D:\\我的坚果云\\a.fascicle', '坚果云 Nutstore'],
    ['D:\\BaiduSyncdisk\\a.fascicle', '百度网盘 Baidu'],
    ['G:\\我的云端硬盘\\a.fascicle', 'Google Drive'],
    ['/home/wang/Dropbox案/a.fascicle', null],
    ['/home/wang/案件/a.fascicle', null],
    ['/home/wang/boxes/a.fascicle', null],
  ])('%s is copied to a cloud by: %s', (path, cloud) => {
    expect(cloudOf(path, () => [], {})).toBe(cloud);
  });

  test('under a folder with a program’s marker, or the one that the system names, is copied too', () => {
    const markers = (folder: string) => (folder === '/srv/team' ? ['.stfolder'] : []);
    expect(cloudOf('/srv/team/2019/a.fascicle', markers, {})).toBe('Syncthing');
    expect(cloudOf('D:\\Firm\\a.fascicle', () => [], { OneDriveCommercial: 'D:\\Firm' })).toBe('OneDrive');
  });

  test('may be read or changed by others as its mode says', () => {
    expect([0o700, 0o750, 0o755, 0o770, 0o777, 0o701].map(othersMay)).toEqual([
      null,
      'read',
      'read',
      'write',
      'write',
      'read',
    ]);
  });
});

describe('encryption of the disk', () => {
  const sys = freshFolder();
  const device = (number: string, uuid: string | null, below: string | null) => {
    const folder = join(sys, 'devices', number.replace(':', '-'));
    mkdirSync(join(folder, 'slaves'), { recursive: true });
    mkdirSync(join(sys, 'dev/block'), { recursive: true });
    symlinkSync(folder, join(sys, 'dev/block', number));
    if (uuid !== null) {
      mkdirSync(join(folder, 'dm'));
      writeFileSync(join(folder, 'dm/uuid'), `${uuid}\n`);
    }
    if (below !== null) symlinkSync(join(sys, 'devices', below.replace(':', '-')), join(folder, 'slaves', 'below'));
  };
  device('8:1', null, null);
  device('253:0', 'CRYPT-LUKS2-0123-luks', '8:1');
  device('253:1', 'LVM-abc', '253:0');
  device('253:2', 'LVM-def', '8:1');
  const of = (number: string) => diskEncryption('/x', { at: '/', type: 'ext4', device: number, source: '' }, sys);

  test.skipIf(process.platform !== 'linux')('is found in any layer, and not claimed where nothing says so', () => {
    expect(of('253:0')).toBe('on');
    expect(of('253:1')).toBe('on');
    expect(of('253:2')).toBe('off');
    expect(of('8:1')).toBe('off');
    expect(of('0:45')).toBe('unknown');
    expect(of('9:9')).toBe('unknown');
  });
});

describe.skipIf(process.platform === 'win32')('a case on this computer', () => {
  test('is made for its own user only, and what others may do is said once that is changed', () => {
    const caseFile = freshCase();
    caseFile.close();
    const codes = () => placeOf(caseFile.folder, {}).map(({ code }) => code);
    expect(codes()).toContain('place-mode-own');
    if (process.platform === 'linux') expect(codes()).toContain('place-local');
    expect(codes()).toContain('place-no-cloud');
    chmodSync(caseFile.folder, 0o755);
    expect(codes()).toContain('place-mode-read');
    chmodSync(caseFile.folder, 0o777);
    expect(codes()).toContain('place-mode-write');
  });
});
