import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lockForWriting } from '../../../../electron/casefile/database/lock.ts';
import type { Shell } from './shell.ts';
import type { Ids, Room } from './room.ts';

/** Calls whose words are wrong: nothing is read or written. */
export async function wrongWords(shell: Shell, { site }: Room, { note, photo, report }: Ids): Promise<void> {
  shell.about('Words that are wrong');
  await shell.types(`
    --jsn
    captcha a.fascicle
    frobnicate
    capture a.fascicle ${site}/report --categroy coverage
    list a.fascicle --everything
    list
    list a.fascicle b.fascicle
    new x.fascicle
    new x.fascicle --title
    new x.fascicle --title ''
    new x.fascicle --title 某案 --language fr
    capture a.fascicle
    capture a.fascicle --list missing.txt
    capture a.fascicle ${site}/report --viewport wide
    capture a.fascicle ${site}/report --scale 3
    capture a.fascicle ${site}/report --concurrency 0
    exclude a.fascicle ${note}
    exclude a.fascicle ${note} --reason ''
    redact a.fascicle ${report} --region 1,2 --reason 隐私
    stitch a.fascicle ${photo} --accept
    import a.fascicle watch.json --dns-server dns.example
    attach a.fascicle ${note} watch.json --kind letter
    bundle a.fascicle --compliance --add-to x.pdf
    bundle a.fascicle --password-file x
    sign x.pdf --timestamp tsa.example
    timestamp a.fascicle --tsa tsa.example
    timestamp a.fascicle --tsa ${site}/tsa --policy mine
    export a.fascicle --out x.zip --passphrase-env A --passphrase-file B
    export a.fascicle --out whole.zip.age --whole
    receive whole.zip
    verify a.fascicle --accept-history ''
    verify a.fascicle --accept-history 备份恢复
    verify source.proof.json --item ${note}
    capture --help
    verify --help
    help sign`);
}

/** Cases and files that are missing, locked, damaged or too large. */
export async function damage(shell: Shell, { folder, files }: Room, { note }: Ids): Promise<void> {
  const here = (...names: string[]) => join(folder, ...names);
  shell.about('Cases and files that are missing, locked, damaged or too large');
  mkdirSync(here('plain'));
  await shell.types(`
    list plain
    list missing.fascicle
    list watch.json
    verify plain
    verify missing.pdf
    verify watch.json
    repair plain
    demo ${files}/note.txt`);
  const unlock = lockForWriting(here('a.fascicle'));
  await shell.type(`exclude a.fascicle ${note} --reason 与本案无关`);
  unlock();
  for (const name of ['huge.json', 'huge.txt']) {
    writeFileSync(here(name), '');
    truncateSync(here(name), 900_000_000_000); // nothing is written: a hole
  }
  await shell.types(`
    exhibits a.fascicle --set huge.json
    import a.fascicle huge.txt`);

  cpSync(here('a.fascicle'), here('d.fascicle'), { recursive: true });
  const sha256 = createHash('sha256')
    .update(readFileSync(join(files, 'note.txt')))
    .digest('hex');
  const stored = here('d.fascicle', 'objects', sha256.slice(0, 2), sha256.slice(2));
  chmodSync(stored, 0o600);
  appendFileSync(stored, 'x');
  await shell.types(`
    verify d.fascicle
    verify d.fascicle --item ${note}
    health d.fascicle
    health d.fascicle --from backup.fascicle`);
  rmSync(here('d.fascicle', 'case.db'));
  writeFileSync(here('b.fascicle', 'case.db'), 'not a database');
  copyFileSync(here('whole.zip'), here('short.zip'));
  truncateSync(here('short.zip'), 20_000);
  copyFileSync(here('signed.pdf'), here('cut.pdf'));
  appendFileSync(here('cut.pdf'), 'x');
  writeFileSync(here('bad.proof.json'), '{}');
  await shell.types(`
    list d.fascicle
    repair d.fascicle
    list b.fascicle
    verify short.zip
    receive short.zip --new e.fascicle
    verify cut.pdf
    verify bad.proof.json`);
}
