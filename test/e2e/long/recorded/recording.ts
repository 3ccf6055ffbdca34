import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '../../../../shared/language.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { startAuthority } from '../../../fixtures/pki/authority.ts';
import { smallPdf, solidPng } from '../../../fixtures/site/files.ts';
import { passphrase, signer } from '../../../unit/signature/signing-room.ts';
import { openNewsSite } from './news-site.ts';
import type { Recorded } from './shell.ts';
import type { Room } from './room.ts';

const mail = [
  'From: =?utf-8?B?546L5p+Q?= <wang@qinghe.example>',
  'To: <desk@news.example>',
  'Subject: =?utf-8?B?5pu05q2j6K+35rGC?=',
  'Date: Mon, 6 May 2019 09:30:00 +0800',
  'Message-ID: <1@qinghe.example>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '请贵刊更正。',
  '',
].join('\r\n');

/** The calls of one run, as they went, and where they found what they needed. */
export type Story = Readonly<{ calls: readonly Recorded[]; room: Room }>;

/** Runs the story in one language. */
export async function recordStory(language: Language): Promise<Story> {
  const [site, authority] = [await openNewsSite(), await startAuthority()];
  const folder = freshFolder();
  const files = join(folder, 'files');
  mkdirSync(files);
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(files, name), bytes);
    return join(files, name);
  };
  put('note.txt', '青禾小贷经营正常。\n');
  put('photo.png', solidPng(40, 30, [0, 128, 0]));
  put('mail.eml', mail);
  put('paper.pdf', smallPdf());
  put('empty.txt', '');
  put('broken.pdf', '%PDF-1.4\nnothing that follows');
  put('broken.png', solidPng(40, 30, [9, 9, 9]).subarray(0, 60));
  put('locked.zip', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 1, 0]));
  put('index.txt', '编号 名称');
  const room: Room = {
    folder,
    files,
    site: site.origin,
    dead: 'http://127.0.0.1:9/tsa',
    tsa: authority.url,
    anchor: authority.anchorFile,
    p12: signer('ec').p12,
    language,
    passphraseFile: put('口令.txt', `${passphrase}\n`),
  };
  try {
    return { calls: JSON.parse(await run(room, language)) as Recorded[], room }; // what the child writes
  } finally {
    await Promise.all([site.close(), authority.close()]);
  }
}

function run(room: Room, language: Language): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, '../../../fixtures/children/typed-story.ts'), JSON.stringify(room)],
      {
        cwd: room.folder,
        env: {
          ...process.env,
          INIT_CWD: room.folder,
          FASCICLE_LANGUAGE: language,
          TZ: 'Asia/Shanghai',
          FASCICLE_CACHE: join(room.folder, 'cache'),
          FASCICLE_STATE: join(room.folder, 'state'),
          DISPLAY: '',
          WAYLAND_DISPLAY: '',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child
      .on('error', fail)
      .on('close', (code) =>
        code === 0 ? done(out) : fail(new Error(`the story broke off: ${err}\n${out.slice(-2_000)}`)),
      );
  });
}
