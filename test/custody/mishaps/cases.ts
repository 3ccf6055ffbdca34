import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../fixtures/custody-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { copyOf, pathsBelow, leaveLitter, type MishapRoom } from './mishap-room.ts';
import { asAnother, copies, mishapsOf, openToAll, verify } from './mishap.ts';

const row = mishapsOf('case');
const ofCase = (change: (folder: string) => unknown) => copies(({ case: path }) => path, change);
const anObject = (folder: string) => {
  const inside = join(folder, 'objects');
  return join(inside, pathsBelow(inside)[0] ?? '');
};

/** A case whose computer has a clock that is fast, or a zone that changes, with a stamp of an authority whose clock is right. */
async function atOddTimes(made: MishapRoom, ahead: number, between: () => void = () => undefined) {
  const { room } = made;
  const desk = openDesk(ahead);
  const path = await room.create(`odd-${Math.random()}`, desk);
  const take = async (name: string) => {
    writeFileSync(join(desk.folder, name), `一段文字 ${name}`);
    const said = { title: null, source: null, receivedBy: null, receivedOn: null, account: null, formed: null };
    const files = [join(desk.folder, name)];
    const asked = {
      case: path,
      category: 'record',
      operator: null,
      ...said,
    } as const;
    await desk.call('intake.import', { ...asked, files, dkim: false, ocr: false, dnsServer: null, index: null });
  };
  await take('a.txt');
  between();
  await take('b.txt');
  const anchors = [room.authority.anchorFile];
  await desk.call('stamps.ask', { case: path, services: [room.authority.url], policy: null, anchors });
  return verify(made, path, desk);
}

async function throughZones(made: MishapRoom) {
  const before = process.env['TZ'];
  process.env['TZ'] = 'Europe/London'; // as in July, an hour ahead
  try {
    return await atOddTimes(made, 0, () => (process.env['TZ'] = 'America/New_York'));
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

export const caseMishaps = [
  row(
    'litter of macOS and Windows',
    'unaltered',
    ofCase((folder) => {
      leaveLitter(folder);
      leaveLitter(join(folder, 'objects'));
      mkdirSync(join(folder, 'System Volume Information'));
    }),
    /left by an operating/,
  ),
  row(
    'moved and renamed',
    'unaltered',
    ofCase((folder) => {
      renameSync(folder, `${folder} 旧`);
      return `${folder} 旧`;
    }),
  ),
  row(
    'copied over a disk without rights (FAT: all 0777)',
    'unaltered',
    ofCase((folder) => void execFileSync('chmod', ['-R', '0777', folder])),
  ),
  row('a read-only disk', 'unaltered', (made) => {
    const folder = copyOf(made.case);
    openToAll(folder);
    execFileSync('chmod', ['-R', 'a-w', folder]);
    return asAnother(() => verify(made, folder));
  }),
  row(
    'an object without rights',
    'not-told',
    (made) => {
      const folder = copyOf(made.case);
      openToAll(folder);
      chmodSync(anObject(folder), 0);
      return asAnother(() => verify(made, folder));
    },
    /EACCES/,
  ),
  row(
    'an object that lies in a cloud only (0 bytes)',
    'not-told',
    ofCase((folder) => {
      chmodSync(anObject(folder), 0o600);
      truncateSync(anObject(folder), 0);
    }),
    /0 bytes here/,
  ),
  row(
    'all its objects in a cloud only',
    'not-told',
    ofCase((folder) => {
      for (const path of pathsBelow(join(folder, 'objects'))) {
        chmodSync(join(folder, 'objects', path), 0o600);
        truncateSync(join(folder, 'objects', path), 0);
      }
    }),
    /0 bytes here/,
  ),
  row(
    'its database in a cloud only (0 bytes)',
    'not-told',
    ofCase((folder) => {
      for (const name of ['case.db-wal', 'case.db-shm']) rmSync(join(folder, name), { force: true });
      truncateSync(join(folder, 'case.db'), 0);
    }),
    /case\.db cannot be read: it has 0 bytes here/,
  ),
  row(
    'on a network share that is gone',
    'refused',
    ofCase((folder) => rmSync(folder, { recursive: true })),
  ),
  row(
    'a second copy made by a sync program',
    'unaltered',
    ofCase((folder) => cpSync(join(folder, 'case.db'), join(folder, 'case (王某的冲突副本 2026-01-01).db'))),
    /left by an operating or sync program/,
  ),
  row('copied while a program writes it', 'unaltered', async (made) => {
    const desk = openDesk();
    const path = await made.room.create(`open-${Math.random()}`, desk);
    const kept = join(freshFolder(), 'open.fascicle');
    await desk.call('case.backup', { case: path, folder: kept });
    return verify(made, kept);
  }),
  row('no room for temporary files', 'not-told', async (made) => {
    const before = process.env['TMPDIR'];
    const desk = openDesk();
    process.env['TMPDIR'] = '/proc/nowhere';
    try {
      return await verify(made, made.case, desk);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  }),
  row('a clock seven minutes fast, then a time stamp', 'clock', (made) => atOddTimes(made, 7 * 60_000)),
  row('a clock fast by fourteen years, then a time stamp', 'clock', (made) => atOddTimes(made, 14 * 365 * 86_400_000)),
  row('a clock seven minutes slow, then a time stamp', 'unaltered', (made) => atOddTimes(made, -7 * 60_000)),
  row('through time zones and daylight saving', 'unaltered', throughZones),
];
