import { readFileSync, writeFileSync } from 'node:fs';
import { captureByWorkbench } from './by-workbench.ts';
import type { KindOfCase } from './kind.ts';
import { kindsAfterOrder } from './after-order.ts';
import { kindsArgued } from './argued.ts';
import { kindsShown } from './shown.ts';
import { capture, imported, itemsOf, quiet, typed, type StatementRoom } from './room.ts';

/** A capture and an import with an outside paper, as a lawyer has arranged them. */
async function mixed(room: StatementRoom, folder: string): Promise<void> {
  const [page = ''] = itemsOf(await capture(room, folder, `${room.site}/plain`));
  const [note = ''] = itemsOf(
    await imported(room, folder, ['note.txt'], '--source', '当事人提供', '--received-by', '李某'),
  );
  const paper = ['--kind', 'certificate', '--number', '2019-0506-001'];
  await typed(room, ['attach', folder, page, room.file('receipt.pdf'), ...paper]);
  const exhibits = [page, note].map((item, at) => ({
    item,
    group: '第一组',
    title: `证据名称${at + 1}`,
    source: '自行取证',
    summary: `经营情况之${at + 1}`,
    purpose: '经营正常',
    ...(at === 0 && { marks: [{ kind: 'frame', region: { x: 10, y: 10, width: 80, height: 20 } }] }),
  }));
  writeFileSync(`${folder}.exhibits.json`, JSON.stringify(exhibits));
  await typed(room, ['exhibits', folder, '--set', `${folder}.exhibits.json`]);
}

export const kinds: readonly KindOfCase[] = [
  {
    name: 'imports',
    make: (room, folder) => imported(room, folder, ['note.txt', 'photo.png']).then(() => undefined),
  },
  {
    name: 'converted',
    make: (room, folder) =>
      imported(room, folder, ['moving.gif', 'photo.webp', 'photo.heic'], '--received-on', '手机').then(() => undefined),
  },
  {
    name: 'drawn',
    make: (room, folder) => imported(room, folder, ['drawn.eml', 'contract.rtf']).then(() => undefined),
  },
  { name: 'by-hand', make: (room, folder) => captureByWorkbench(room, folder, 'by-hand') },
  { name: 'session', make: (room, folder) => captureByWorkbench(room, folder, 'in-session') },
  {
    name: 'http-https',
    make: async (room, folder) => {
      await capture(room, folder, `${room.site.replace('127.0.0.1', 'localhost')}/plain`);
      await capture(room, folder, `${room.secure}/plain`, '--accept-invalid-certificate');
    },
  },
  {
    name: 'ip-phone-short',
    make: async (room, folder) => {
      await capture(room, folder, `${room.own}/short`, '--device', 'phone', '--scale', '2');
      await capture(
        room,
        folder,
        `${room.site}/inner`,
        '--inner-scroll',
        '--user-agent',
        'Reader/1.0',
        '--language',
        'en',
      );
    },
  },
  {
    name: 'filing-copy',
    bundle: ['--filing-copy'],
    make: (room, folder) => imported(room, folder, ['noise.png']).then(() => undefined),
  },
  {
    name: 'redacted',
    make: async (room, folder) => {
      const [item = ''] = itemsOf(await capture(room, folder, `${room.site}/plain`, '--no-second-path'));
      await typed(room, ['redact', folder, item, '--region', '20,20,200,40', '--reason', '个人信息']);
    },
  },
  {
    name: 'stitched',
    make: async (room, folder) => {
      const items = itemsOf(await imported(room, folder, ['screen-1.png', 'screen-2.png'], '--source', '微信群'));
      await typed(room, ['stitch', folder, ...items, '--accept']);
    },
  },
  {
    name: 'region',
    make: async (room, folder) => {
      const [item = ''] = itemsOf(await capture(room, folder, `${room.site}/plain`));
      const box = ['--x', '0', '--y', '0', '--width', '400', '--height', '200'];
      await typed(room, ['region', folder, item, ...box, '--reason', '涉案段落']);
    },
  },
  {
    name: 'offline-import',
    make: (room, folder) =>
      imported(
        room,
        folder,
        ['mail.eml'],
        '--source',
        '当事人提供',
        '--received-by',
        '李某',
        '--account',
        'b@qinghe.example',
      ).then(() => undefined),
  },
  { name: 'with-ntp', make: (room, folder) => captureByWorkbench(room, folder, 'with-ntp') },
  {
    name: 'noted-checks',
    make: async (room, folder) => {
      const words = ['capture', folder, `${room.own}/old`, ...quiet, '--json'];
      await typed(room, words, { SSL_CERT_DIR: room.folder, HTTPS_PROXY: 'http://127.0.0.1:9' });
    },
  },
  { name: 'prc', profile: 'prc-general', make: mixed },
  { name: 'us', profile: 'us-cmecf', signed: true, make: mixed },
  { name: 'england-wales', profile: 'england-wales', signed: true, make: mixed },
  ...kindsAfterOrder,
  ...kindsArgued,
  ...kindsShown,
];

/** One bundle of a case in one language, as it lies on disk. */
export type Built = Readonly<{
  kind: string;
  language: 'zh' | 'en';
  caseFolder: string;
  pdf: string;
  manifest: string;
  /** Manifest of the bundle that it adds to. */
  adds: string | null;
}>;

/** Makes a case of this kind and builds its bundle in both languages. */
export async function builtOf(room: StatementRoom, kind: KindOfCase): Promise<readonly Built[]> {
  const caseFolder = room.file(`${kind.name}.fascicle`);
  const facts = [
    '--title',
    '青禾小贷申请诉前行为保全',
    '--court',
    'hangzhou',
    '--applicant',
    '青禾小贷',
    '--operator',
    '王某',
  ];
  await typed(room, ['new', caseFolder, ...facts, '--language', 'zh-CN']);
  const signer = ['--declarant', 'Lin Wei | qualified operator of the capture program | Qinghe'];
  if (kind.signed) await typed(room, ['edit', caseFolder, ...signer, '--json']);
  await kind.make(room, caseFolder);
  if (!kind.bundle?.includes('--compliance')) await described(room, caseFolder);
  const built: Built[] = [];
  const adds = kind.adds === undefined ? null : room.file(kind.adds.replace('.pdf', '.manifest.json'));
  for (const language of ['zh', 'en'] as const) {
    const pdf = room.file(`${kind.name}-${language}.pdf`);
    const form = ['--profile', kind.profile ?? 'prc-internet', '--language', language === 'zh' ? 'zh-CN' : 'en'];
    const run = await typed(room, [
      'bundle',
      caseFolder,
      '--out',
      pdf,
      ...form,
      ...(kind.bundle ?? []),
      ...added(room, kind),
      '--json',
    ]);
    if (run.last['event'] !== 'result') throw new Error(`${kind.name}: ${run.stdout}${run.stderr}`);
    const { path } = run.last['manifest'] as { path: string };
    if (readFileSync(path).length === 0) throw new Error(`${path} is empty`);
    built.push({ kind: kind.name, language, caseFolder, pdf, manifest: path, adds });
  }
  return built;
}

const added = (room: StatementRoom, { adds }: KindOfCase): readonly string[] =>
  adds === undefined ? [] : ['--add-to', room.file(adds)];

/** Says of every exhibit what a Chinese court's law asks for, where the case has not said it already. */
async function described(room: StatementRoom, folder: string): Promise<void> {
  const { stdout } = await typed(room, ['exhibits', folder]);
  const exhibits = (JSON.parse(stdout) as Record<string, string>[]).map((exhibit, at) => ({
    ...exhibit,
    summary: exhibit['summary'] || `内容之${at + 1}`,
    purpose: exhibit['purpose'] || `证明事项之${at + 1}`,
  }));
  if (JSON.stringify(exhibits) === JSON.stringify(JSON.parse(stdout))) return;
  writeFileSync(`${folder}.described.json`, JSON.stringify(exhibits));
  await typed(room, ['exhibits', folder, '--set', `${folder}.described.json`]);
}
