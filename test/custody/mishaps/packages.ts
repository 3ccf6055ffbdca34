import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOf, edit, pathsBelow, leaveLitter, renameAll } from './mishap-room.ts';
import { asAnother, bom, crlf, mishapsOf, openToAll, packages, verify } from './mishap.ts';

const row = mishapsOf('package');
const pdf = 'data/bundle/evidence-bundle.pdf';
/** The texts of a package that have lines, as a program sees it that changes line ends. */
const texts = /\.(?:txt|json|jsonl|csv|sha256|html|mhtml)$/;
const eachText = (folder: string, change: (text: string) => string) => {
  for (const path of pathsBelow(folder)) if (texts.test(path)) edit(join(folder, path), change);
};
const lists = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];
const ofPeople = ['bagit.txt', 'bag-info.txt', 'VERIFY.txt', 'manifest-sha256.txt', 'custody/checkpoint.txt'];

export const packageMishaps = [
  row(
    'litter of macOS and Windows',
    'unaltered',
    packages((folder) => {
      leaveLitter(folder);
      leaveLitter(join(folder, 'data'));
    }),
    /left by an operating system/,
  ),
  row(
    'folders of a disk (System Volume Information, .Trashes)',
    'unaltered',
    packages((folder) => {
      for (const name of ['System Volume Information', '.Trashes']) mkdirSync(join(folder, name));
    }),
    /left by an operating system/,
  ),
  row(
    'the folder renamed',
    'unaltered',
    packages((folder) => {
      const to = `${folder} - 副本 (2)`;
      renameSync(folder, to);
      return to;
    }),
  ),
  row(
    'both lists with CRLF line ends',
    'unaltered',
    packages((folder) => {
      for (const list of lists) edit(join(folder, list), crlf);
    }),
    /saved again by another program/,
  ),
  row(
    'every text with CRLF line ends',
    'not-told',
    packages((folder) => eachText(folder, crlf)),
    /line ends of custody\/checkpoint\.txt/,
  ),
  row(
    'every text with LF line ends',
    'not-told',
    packages((folder) => eachText(folder, (text) => text.replaceAll('\r\n', '\n'))),
    /line ends of .* were changed on the way/,
  ),
  row(
    'byte order marks before the texts',
    'unaltered',
    packages((folder) => {
      for (const name of ofPeople) edit(join(folder, name), bom);
    }),
    /line ends of bagit\.txt/,
  ),
  row(
    'a list written in capitals with stars',
    'unaltered',
    packages((folder) =>
      edit(join(folder, 'manifest-sha256.txt'), (text) =>
        text.replace(/^[0-9a-f]{64} {2}/gm, (hex) => `${hex.trim().toUpperCase()} *`),
      ),
    ),
    /saved again by another program/,
  ),
  row(
    'the bundle in it renamed',
    'unaltered',
    packages((folder) =>
      renameAll(join(folder, 'data/bundle'), (name) => name.replace('evidence-bundle', '证据册 终稿')),
    ),
    /the file was renamed/,
  ),
  row(
    'names folded to capitals (a disc by ISO 9660)',
    'unaltered',
    packages((folder) => renameAll(folder, (name) => name.toUpperCase())),
    /the file was renamed/,
  ),
  row('a read-only disk', 'unaltered', (made) => {
    const folder = copyOf(made.whole);
    openToAll(folder);
    execFileSync('chmod', ['-R', 'a-w', folder]);
    return asAnother(() => verify(made, folder));
  }),
  row(
    'a file without rights',
    'not-told',
    (made) => {
      const folder = copyOf(made.whole);
      openToAll(folder);
      chmodSync(join(folder, pdf), 0);
      return asAnother(() => verify(made, folder));
    },
    /evidence-bundle\.pdf cannot be read: .*EACCES/,
  ),
  row(
    'a file that lies in a cloud only (0 bytes)',
    'not-told',
    packages((folder) => truncateSync(join(folder, pdf), 0)),
    /evidence-bundle\.pdf cannot be read: it has 0 bytes here/,
  ),
  row(
    'a file that lies in iCloud only (.NAME.icloud)',
    'not-told',
    packages((folder) => {
      rmSync(join(folder, pdf));
      writeFileSync(join(folder, 'data/bundle/.evidence-bundle.pdf.icloud'), 'bplist00');
    }),
    /evidence-bundle\.pdf cannot be read: it has 0 bytes here/,
  ),
  row(
    'a copy that broke off (the rest of 0 bytes)',
    'not-told',
    packages((folder) => {
      const items = pathsBelow(folder).filter((path) => path.startsWith('data/items/'));
      for (const path of items.slice(3)) truncateSync(join(folder, path), 0);
    }),
    /it has 0 bytes here/,
  ),
];
