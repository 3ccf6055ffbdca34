import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What opens a path whatever lies there, and so waits for ever at a pipe: Node's own ways to read a file. */
const raw =
  /\b(readFileSync|readFile|createReadStream|copyFileSync|copyFile)\((?!.*\{ fd: )|(?<![.\w])(openSync|open)\([^()]*, 'r\+?'/g;

/** Files that read nothing but what the program itself wrote or came with, or what the system shows. */
const ofOurOwn: Readonly<Record<string, string>> = {
  'electron/archive/disclosed.ts': 'bodies of the capture under way',
  'electron/archive/warc-file.ts': 'bodies of the capture under way',
  'electron/archive/zip-file.ts': 'members that were just written',
  'electron/bundle/beside/beside-child.ts': 'the PDF under way and its manifest',
  'electron/bundle/pdf/imported/read-document.ts': 'the answer of our own child',
  'electron/bundle/pdf/true-type.ts': 'fonts of the program',
  'electron/bundle/write/publish.ts': 'the bundle that was just written',
  'electron/capture/environment/device-checks.ts': 'what the system shows',
  'electron/capture/environment/network-checks.ts': 'what the system shows',
  'electron/capture/environment/program-hashes.ts': 'comes with the program',
  'electron/capture/browser/fonts.ts': 'fonts of the program',
  'electron/capture/browser/packaged-browser.ts': 'comes with the program',
  'electron/capture/page/encoding.ts': 'bodies of the capture under way',
  'electron/capture/recorder/netlog.ts': 'the log of the capture under way',
  'electron/capture/recorder/pack-recording.ts': 'files of the capture under way',
  'electron/capture/second-path/second-path-child.ts': 'bodies of the capture under way',
  'electron/capture/session/kept-sessions.ts': 'in the user’s state folder',
  'electron/capture/browser/watchdog.ts': 'what the system shows',
  'electron/casefile/files/durable.ts': 'files that were just written',
  'electron/casefile/place/disk-encryption.ts': 'what the system shows',
  'electron/casefile/place/place-of.ts': 'what the system shows',
  'electron/cli/commands/main.ts': 'comes with the program',
  'electron/cli/commands/program-folder.ts': 'comes with the program',
  'electron/intake/ocr/ocr-child.ts': 'language data of the program',
  'electron/shells/electron-program.ts': 'comes with the program',
  'electron/shells/rules.ts': 'comes with the program',
  'electron/shells/chromium/open-here.ts': 'comes with the program',
  'electron/workbench/cases/recent-cases.ts': 'in the user’s state folder',
  'electron/workbench/cases/seen-heads.ts': 'in the user’s state folder',
  'electron/workbench/demo/demo-server.ts': 'comes with the program',
  'electron/workbench/demo/passed-on.ts': 'the demo’s own bundle',
  'electron/workbench/packages/packages.ts': 'the page that comes with the program',
  'electron/workbench/settings/settings-file.ts': 'in the user’s state folder',
  'electron/workbench/window/thumbnails.ts': 'pictures that were just made',
};

test('files of cases and of persons are opened through one door, which no pipe or device passes', () => {
  const found = globSync('electron/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => readFileSync(resolve(root, file), 'utf8').match(raw) !== null);
  expect(found.sort()).toEqual(Object.keys(ofOurOwn).sort());
});
