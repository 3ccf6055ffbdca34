// One process that works on a case until somebody kills it, or once where `once` says so. It says `ready` when its work
// begins, `ack ITEM` for each acknowledged item, and `done` after each round.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { backupCase } from '../../electron/casefile/backup-case.ts';
import { nodeChildren } from '../../electron/casefile/children.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { importFile } from '../../electron/intake/import-file.ts';
import { receivePackage } from '../../electron/intake/receive-package.ts';
import { exportPackage } from '../../electron/seal/export-package.ts';
import { packageFolder } from '../../electron/verify/package-folder.ts';
import { buildIn } from '../fixtures/build-bundle.ts';
import { context } from '../fixtures/case-room.ts';

const [mode = '', folder = '', extra = '', once = ''] = process.argv.slice(2);
const signal = new AbortController().signal;
const spawnChild = nodeChildren((entry) => resolve(import.meta.dirname, '../../electron', `${entry}.ts`));
const say = (line: string) => writeSync(1, `${line}\n`); // at once: what was said before a kill was said

const rounds: Readonly<Record<string, () => Promise<void>>> = {
  import: async () => {
    const kase = openCase(folder, context);
    const file = join(mkdtempSync(join(tmpdir(), 'fascicle-crash-file-')), 'note.txt');
    for (let n = 0; n < (once === '' ? 20 : 1); n++) {
      writeFileSync(file, `正文 ${randomBytes(2_000).toString('hex')}`);
      const words = { category: 'message', title: null, source: null, receivedBy: null, receivedOn: null } as const;
      const services = {
        kase,
        surroundings: context.surroundings,
        spawnChild,
        inspectPdf: () => Promise.reject(new Error('no PDF here')),
        askDns: null,
        signal,
        program: context.program,
      };
      const { item } = await importFile(file, { ...words, account: null, operator: null }, services);
      say(`ack ${item}`);
    }
    rmSync(join(file, '..'), { recursive: true });
    kase.close();
  },
  bundle: async () => {
    const kase = openCase(folder, context);
    await buildIn(kase);
    kase.close();
  },
  export: async () => {
    const kase = openCase(folder, context);
    const out = join(extra, `${randomBytes(4).toString('hex')}${Math.random() < 0.5 ? '.zip' : ''}`);
    await exportPackage(
      kase,
      out,
      { edition: 'filing', passphrase: null },
      {
        program: 'fascicle',
        page: new Uint8Array(300_000),
        signal,
        onFile: () => undefined,
        ask: null,
      },
    );
    kase.close();
  },
  receive: async () => {
    const kase = openCase(folder, context);
    const passed = { verdict: 'PASSED', unaltered: 'yes', timeProven: 'none' } as const;
    await receivePackage(kase, packageFolder(extra), {
      path: extra,
      signal,
      onFile: () => undefined,
      verify: () => Promise.resolve({ ...passed, checks: [] }),
    });
    for (const { item } of kase.items()) say(`ack ${item}`);
    kase.close();
  },
  migration: () => {
    const kase = openCase(folder, context);
    for (const { item } of kase.items()) say(`ack ${item}`);
    kase.close();
    return Promise.resolve();
  },
  backup: () => {
    backupCase(folder, extra);
    return Promise.resolve();
  },
};

say('ready');
const round = rounds[mode];
if (!round || !existsSync(folder)) throw new Error(`no such work: ${mode} ${folder}`);
do {
  await round();
  say('done');
} while (once === '');
