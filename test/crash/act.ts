// One process that works on a case until somebody kills it, or once where `once` says so. It says `ready` when its work
// begins, `ack ITEM` for each acknowledged item, and `done` after each round.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { backupCase } from '../../electron/casefile/upkeep/backup-case.ts';
import { nodeChildren } from '../../electron/casefile/processes/children.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { importFile } from '../../electron/intake/import-file.ts';
import { receivePackage } from '../../electron/intake/packages/receive-package.ts';
import { exportPackage } from '../../electron/seal/packages/export-package.ts';
import { packageFolder } from '../../electron/verify/package-folder.ts';
import { buildIn } from '../fixtures/build-bundle.ts';
import { context, someCapture } from '../fixtures/case-room.ts';

const [mode = '', folder = '', extra = '', once = ''] = process.argv.slice(2);
const signal = new AbortController().signal;
const spawnChild = nodeChildren((entry) => resolve(import.meta.dirname, '../../electron', `${entry}.ts`));
const say = (line: string) => writeSync(1, `${line}\n`); // at once: what was said before a kill was said

const rounds: Readonly<Record<string, () => Promise<void>>> = {
  import: async () => {
    const caseFile = openCase(folder, context);
    const file = join(mkdtempSync(join(tmpdir(), 'fascicle-crash-file-')), 'note.txt');
    for (let n = 0; n < (once === '' ? 20 : 1); n++) {
      writeFileSync(file, `正文 ${randomBytes(2_000).toString('hex')}`);
      const words = { category: 'message', title: null, source: null, receivedBy: null, receivedOn: null } as const;
      const services = {
        caseFile,
        clockAndRandom: context.clockAndRandom,
        spawnChild,
        inspectPdf: () => Promise.reject(new Error('no PDF here')),
        askDns: null,
        fontConfig: () => null,
        drawPage: null,
        signal,
        program: context.program,
      };
      const { item } = await importFile(file, { ...words, account: null, operator: null }, services);
      say(`ack ${item}`);
    }
    rmSync(join(file, '..'), { recursive: true });
    caseFile.close();
  },
  settle: async () => {
    const caseFile = openCase(folder, context);
    for (let n = 0; n < (once === '' ? 20 : 1); n++) {
      const objects = caseFile.lateObjects();
      const text = `正文 ${randomBytes(2_000).toString('hex')}`;
      const record = { ...someCapture(caseFile, text), artifacts: [] };
      const kept = (role: 'text' | 'dom', name: string, bytes: Uint8Array) =>
        ({ role, name, mediaType: 'text/plain', ...objects.putBytes(bytes) }) as const;
      const artifacts = [kept('text', 'text.txt', Buffer.from(text)), kept('dom', 'dom.html', randomBytes(30_000 + n))];
      await objects.settle();
      const { item } = caseFile.addItem({ ...record, artifacts });
      say(`ack ${item}`);
    }
    caseFile.close();
  },
  bundle: async () => {
    const caseFile = openCase(folder, context);
    await buildIn(caseFile);
    caseFile.close();
  },
  export: async () => {
    const caseFile = openCase(folder, context);
    const out = join(extra, `${randomBytes(4).toString('hex')}${Math.random() < 0.5 ? '.zip' : ''}`);
    await exportPackage(
      caseFile,
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
    caseFile.close();
  },
  receive: async () => {
    const caseFile = openCase(folder, context);
    const passed = { verdict: 'PASSED', unaltered: 'yes', timeProven: 'none', timeScope: null } as const;
    await receivePackage(caseFile, packageFolder(extra), {
      path: extra,
      signal,
      onFile: () => undefined,
      verify: () => Promise.resolve({ ...passed, checks: [] }),
    });
    for (const { item } of caseFile.items()) say(`ack ${item}`);
    caseFile.close();
  },
  migration: () => {
    const caseFile = openCase(folder, context);
    for (const { item } of caseFile.items()) say(`ack ${item}`);
    caseFile.close();
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
