import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';
import { deviceClockAndRandom } from '../../../../electron/casefile/processes/clock-and-random.ts';
import { toolOnPath } from '../../../../electron/intake/outside-tool.ts';
import { keyMoments, sceneChanges } from '../../../../electron/intake/kinds/film/key-moments.ts';
import { importFile } from '../../../../electron/intake/import-file.ts';
import { filmTime } from '../../../../shared/case/film.ts';
import { context, freshCase } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';

const folder = freshFolder();
const ffmpeg = toolOnPath('ffmpeg');
if (ffmpeg === null) console.warn('SKIPPED: films are read with ffmpeg, which this computer does not have');

async function imported(path: string) {
  const caseFile = freshCase();
  const options = { category: 'message', title: null, source: null, receivedBy: null, receivedOn: null } as const;
  const { record } = await importFile(
    path,
    { ...options, account: null, operator: null },
    {
      caseFile,
      clockAndRandom: deviceClockAndRandom,
      spawnChild,
      inspectPdf: () => Promise.reject(new Error('no PDF here')),
      askDns: null,
      fontConfig: () => null,
      drawPage: null,
      signal: new AbortController().signal,
      program: context.program,
    },
  );
  if (record.kind !== 'import') throw new Error('an import is an import');
  return { caseFile, record };
}

/** Three scenes of plain colours, four, three and two seconds long, with a tone. */
function film(name: string, ...more: string[]): string {
  const path = join(folder, name);
  const scenes = [
    ['red', 4],
    ['green', 3],
    ['blue', 2],
  ] as const;
  const inputs = scenes.flatMap(([colour, seconds]) => [
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:size=180x320:rate=25:duration=${seconds}`,
  ]);
  const made = spawnSync(
    ffmpeg ?? 'ffmpeg',
    ['-v', 'error', ...inputs, '-filter_complex', '[0:v][1:v][2:v]concat=n=3:v=1:a=0[v]', '-map', '[v]', ...more, path],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  return path;
}

describe.skipIf(ffmpeg === null)('a film', { timeout: 60_000 }, () => {
  test('becomes facts, each with the tool that read it, and frames where the picture changed', async () => {
    const path = film('录屏.mp4', '-metadata', 'creation_time=2019-05-06T01:12:00Z');
    const { caseFile, record } = await imported(path);
    expect(record.outcome).toBe('partial');
    const facts = new Map(record.facts.map(({ name, value, source }) => [name, { value, source }]));
    expect(facts.get('Duration')?.value).toBe('9.000 s');
    expect(facts.get('Pixels')?.value).toBe('180×320');
    expect(facts.get('FilmCreated')?.value).toMatch(/^2019-05-06T01:12:00/);
    expect(facts.get('Duration')?.source).toMatch(/^ffprobe \d/);
    expect(record.pages).toEqual({ as: 'images' });
    expect(record.film?.chosen).toBe('changes');
    const at = record.film?.frames.map((one) => one.at) ?? [];
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).toEqual(expect.arrayContaining([0, 4_000, 7_000]));
    const colours = [];
    for (const { artifact, at: when } of record.film?.frames ?? []) {
      const { sha256 } = record.artifacts.find(({ name }) => name === artifact)!;
      const [r = 0, g = 0, b = 0] = await sharp(caseFile.objectPath(sha256))
        .extract({ left: 90, top: 160, width: 1, height: 1 })
        .raw()
        .toBuffer();
      colours.push([
        when < 4_000 ? 'red' : when < 7_000 ? 'green' : 'blue',
        r > g && r > b ? 'red' : g > b ? 'green' : 'blue',
      ]);
    }
    expect(colours.every(([wanted, seen]) => wanted === seen)).toBe(true);
    expect(record.warnings.map(({ code }) => code)).toEqual(['film-in-frames']);
    caseFile.close();
  });

  test('of another container is read too; one without pictures has facts and a sheet', async () => {
    const { caseFile, record } = await imported(film('录屏.mkv'));
    expect(record.film?.frames.length).toBeGreaterThan(2);
    caseFile.close();
    const sound = join(folder, '录音.mp3');
    spawnSync(ffmpeg ?? '', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=2', sound]);
    const heard = await imported(sound);
    expect(heard.record.facts.map(({ name }) => name)).toContain('SoundCodec');
    expect(heard.record.pages.as).toBe('none');
    expect(heard.record.film).toBeUndefined();
    heard.caseFile.close();
  });

  test('that is damaged is kept whole, with the tool’s own words for it', async () => {
    const path = join(folder, 'broken.mp4');
    writeFileSync(path, Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(4_000, 7)]));
    const { caseFile, record } = await imported(path);
    expect(record.outcome).toBe('partial');
    expect(record.warnings.map(({ code }) => code)).toEqual(['film-unreadable']);
    expect(record.artifacts.map(({ role }) => role)).toEqual(['original']);
    caseFile.close();
  });
});

describe('without ffmpeg', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env['PATH'] = PATH;
  });

  test('a film is stored whole and shown as a sheet, and it is said why', async () => {
    const path = join(folder, 'film.mp4');
    writeFileSync(path, Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(100)]));
    process.env['PATH'] = folder;
    const { caseFile, record } = await imported(path);
    expect(record.outcome).toBe('partial');
    expect(record.warnings.map(({ code }) => code)).toEqual(['film-tool-missing']);
    expect(record.pages.as).toBe('none');
    caseFile.close();
  });
});

describe('the moments of a film', () => {
  let changes: ReturnType<typeof sceneChanges>;
  beforeAll(() => {
    const line = (at: number, score: number) => `frame:0 pts:1 pts_time:${at}\nlavfi.scene_score=${score}\n`;
    changes = sceneChanges([line(12.3, 0.4), line(12.5, 0.9), line(40, 0.2)].join('') + 'nonsense\n');
  });

  test('are read from what ffmpeg writes', () => {
    expect(changes).toEqual([
      { seconds: 12.3, score: 0.4 },
      { seconds: 12.5, score: 0.9 },
      { seconds: 40, score: 0.2 },
    ]);
  });

  test('are its beginning, its end, the largest changes, and no two that show the same; never more than twelve', () => {
    const moments = keyMoments(60, changes);
    expect(moments).toEqual(expect.arrayContaining([0, 12.5, 40, 59.8]));
    expect(moments).not.toContain(12.3);
    expect(moments.length).toBeLessThanOrEqual(12);
    const many = Array.from({ length: 500 }, (_, n) => ({ seconds: n, score: 0.5 }));
    expect(keyMoments(600, many)).toHaveLength(12);
    expect(keyMoments(0.1, [])).toEqual([0]);
  });

  test('are written as people read them', () => {
    expect([0, 83_400, 3_723_045].map(filmTime)).toEqual(['00:00:00.000', '00:01:23.400', '01:02:03.045']);
  });
});

const heif = toolOnPath('heif-convert');

describe('a HEIC picture', () => {
  test.skipIf(heif === null || spawnSync('heif-enc', ['--help']).error !== undefined)(
    'is drawn by the computer’s own tool, with the facts of the file itself',
    async () => {
      const jpeg = join(folder, 'IMG_0001.jpg');
      const create = { width: 640, height: 480, channels: 3 as const, background: '#2255aa' };
      await sharp({ create })
        .jpeg()
        .withExif({ IFD0: { Make: 'Apple', Model: 'iPhone 15' } })
        .toFile(jpeg);
      const path = join(folder, 'IMG_0001.HEIC');
      expect(spawnSync('heif-enc', ['-q', '90', jpeg, '-o', path]).status).toBe(0);
      const { caseFile, record } = await imported(path);
      expect(record.pages).toEqual({ as: 'images' });
      const facts = new Map(record.facts.map(({ name, value }) => [name, value]));
      expect([facts.get('Format'), facts.get('Model'), facts.get('Pixels')]).toEqual([
        'image/heic',
        'iPhone 15',
        '640×480',
      ]);
      expect(record.warnings.map(({ code }) => code)).toContain('heic-drawn');
      const { sha256 } = record.artifacts.find(({ role }) => role === 'page-image')!;
      const [r = 0, g = 0, b = 0] = await sharp(caseFile.objectPath(sha256)).raw().toBuffer();
      expect([r, g, b].map((value, at) => Math.abs(value - [0x22, 0x55, 0xaa][at]!) < 12)).toEqual([true, true, true]);
      caseFile.close();
    },
  );

  test('that is none is kept whole and shown as a sheet', async () => {
    const path = join(folder, 'broken.heic');
    writeFileSync(path, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
    const { caseFile, record } = await imported(path);
    expect(record.outcome).toBe('partial');
    expect(record.pages.as).toBe('none');
    expect(['heic-not-drawn', 'heic-tool-missing']).toContain(record.warnings[0]?.code);
    caseFile.close();
  });
});
