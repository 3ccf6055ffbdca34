import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leaveLitter, ran } from './mishap-room.ts';
import { copies, mishapsOf, zips, type Mishap } from './mishap.ts';

const name = '移交包 (副本)';
/** Of the package as one file. */
const ofZip = (change: (zip: string) => unknown, as?: string) => copies(({ zip }) => zip, change, as);
const again = /repacked by another program/;
const by = (program: string, what: string, args: (to: string) => readonly string[], inside = true): Mishap =>
  mishapsOf('zip', program)(
    what,
    'unaltered',
    zips((folder, to) => ran(program, args(to), inside ? folder : dirname(folder))),
    again,
  );
const unread = (program: string, what: string, args: (to: string) => readonly string[], says: RegExp): Mishap =>
  mishapsOf('zip', program)(
    what,
    'not-told',
    zips((folder, to) => ran(program, args(to), folder)),
    says,
  );
const spoilt = mishapsOf('zip');

export const zipMishaps = [
  by('zip', 'zipped again by zip', (to) => ['-qr', to, '.']),
  by('zip', 'by zip, without entries for folders', (to) => ['-qrD', to, '.']),
  by('7z', 'by 7z, in its outer folder', (to) => ['a', '-bd', to, name], false),
  by('bsdtar', 'by bsdtar', (to) => ['-a', '-cf', to, '.']),
  by('python3', 'by Python', (to) => ['-c', `import shutil; shutil.make_archive('${to.slice(0, -4)}', 'zip', '.')`]),
  unread('zip', 'with LF turned into CRLF (zip -l)', (to) => ['-qrl', to, '.'], /were changed on the way/),
  mishapsOf('zip', 'zip')(
    'by a Mac (__MACOSX, .DS_Store, an outer folder)',
    'unaltered',
    zips((folder, to) => {
      mkdirSync(join(folder, '../__MACOSX'));
      writeFileSync(join(folder, '../__MACOSX/._x'), 'x');
      leaveLitter(folder);
      ran('zip', ['-qr', to, name, '__MACOSX'], dirname(folder));
    }),
    again,
  ),
  unread('7z', 'compressed by BZip2', (to) => ['a', '-bd', '-tzip', '-mm=BZip2', to, '.'], /unpack it, and verify/),
  unread('zip', 'with a password', (to) => ['-qr', '-P', 'x', to, '.'], /is encrypted; unpack it, and verify/),
  mishapsOf('zip', 'zip')(
    'with a letter beside the package',
    'not-told',
    zips((folder, to) => {
      writeFileSync(join(folder, '../letter.txt'), '您好');
      ran('zip', ['-qr', to, name, 'letter.txt'], dirname(folder));
    }),
    /unpack it, and verify/,
  ),
  spoilt(
    'a download that broke off',
    'refused',
    ofZip((zip) => truncateSync(zip, 200_000)),
  ),
  spoilt(
    'a page “log in first” saved under its name',
    'refused',
    ofZip((zip) => writeFileSync(zip, '<!doctype html><title>登录</title>')),
  ),
  spoilt(
    'that lies in a cloud only (0 bytes)',
    'not-told',
    ofZip((zip) => truncateSync(zip, 0)),
  ),
  spoilt(
    'renamed by a mail gateway (.zi_)',
    'unaltered',
    ofZip(() => undefined, 'package.zi_'),
  ),
];
