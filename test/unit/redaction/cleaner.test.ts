import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Cleaner } from '../../../electron/capture/sealing/cleaner.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import type { SpawnChild } from '../../../electron/casefile/processes/children.ts';
import type { Artifact, Role } from '../../../shared/case/record.ts';
import { amongWords } from '../../../shared/redaction/credentials.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';

const [named, known, shown] = ['Nn3sT8bWq5Zr7Yx1', 'Kk4Hd9Pm2Vf6Lc8J', 'Ss1Ge7Rb5Uw3Qa9T'];
const page = `<meta name="csrf-token" content="${named}"><p data-k="${known}">公司</p><i>?access_token=${shown}</i>`;
const words = `{"runs":["${known}"]}`;

let caseFile: WritableCase;
beforeEach(() => {
  caseFile = freshCase();
});
afterEach(() => caseFile.close());

const stored = (role: Role, name: string, text: string): Artifact => ({
  role,
  name,
  mediaType: 'text/html',
  ...caseFile.objects.putBytes(Buffer.from(text, 'utf8')),
});

/** Children of that kind, counted; `end` ends each as soon as it is asked for the last time. */
function counted(end: 'never' | 'when asked' | 'at once') {
  const counts = { started: 0, asked: 0, answered: 0 };
  const spawn: SpawnChild = (entry) => {
    counts.started += 1;
    const child = spawnChild(entry);
    if (end === 'at once') child.kill();
    return {
      ...child,
      onMessage: (heard) =>
        child.onMessage((message) => {
          counts.answered += 1;
          heard(message);
        }),
      send: (message) => {
        if ('clean' in (message as object)) counts.asked += 1;
        if (end === 'when asked' && 'clean' in (message as object)) child.kill();
        else child.send(message);
      },
    };
  };
  return { spawn, counts };
}

/** What three files come out as, each as text. */
async function cleaned(spawn: SpawnChild) {
  const artifacts = [
    stored('text', 'text.txt', `公司 ?access_token=${shown}`),
    stored('dom', 'dom.html', page),
    stored('mhtml', 'plain.html', '<p>公司</p>'),
  ];
  const objects = caseFile.lateObjects();
  const cleaner = new Cleaner(spawn, objects, () => caseFile.scratch());
  cleaner.begin(artifacts);
  const all = [...artifacts, stored('text-positions', 'text-positions.json', words)];
  const clean = await cleaner.clean(all, [known], amongWords(`?access_token=${shown}`));
  const said = all.slice(1).map((one) => {
    const file = clean(one);
    if (file.is !== 'replaced') return file.is;
    return [file.count, Buffer.from(objects.readObject(file.sha256)).toString('utf8')] as const;
  });
  cleaner.end();
  return said;
}

// The words in a secret's place are from its hash, worked out by `printf 'fascicle disclosure …' | sha256sum`.
const expected = [
  [
    2,
    `<meta name="csrf-token" content="REPLACED-dc43f1428081"><p data-k="REPLACED-c62058f0952f">公司</p><i>?access_token=${shown}</i>`,
  ],
  'clean',
  [1, '{"runs":["REPLACED-c62058f"]}'],
];

describe('the files of a capture without what lets somebody in', () => {
  test('come from a child: named and known values gone, what the page shows and all else as it was', async () => {
    const { spawn, counts } = counted('never');
    expect(await cleaned(spawn)).toEqual(expected);
    expect(counts).toEqual({ started: 1, asked: 1, answered: 1 });
  });

  test.each(['when asked', 'at once'] as const)('are the same where the child ends %s', async (end) => {
    const { spawn, counts } = counted(end);
    expect(await cleaned(spawn)).toEqual(expected);
    expect(counts).toMatchObject({ started: 1, answered: 0 });
  });

  test('are cleaned here where nothing was there to look at', async () => {
    const { spawn, counts } = counted('never');
    const cleaner = new Cleaner(spawn, caseFile.lateObjects(), () => caseFile.scratch());
    cleaner.begin([stored('screenshot-tile', 'tile-0001.png', 'x')]);
    const dom = stored('dom', 'dom.html', page);
    expect((await cleaner.clean([dom], [known], () => false))(dom)).toMatchObject({ is: 'replaced', count: 3 });
    expect(counts.started).toBe(0);
  });
});
