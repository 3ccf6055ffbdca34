import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { Manifest } from '../../../shared/verify/package/manifest.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';

const body = (edited: boolean) => `<!doctype html><meta charset="utf-8"><title>资讯</title>
<style>body{font:16px sans-serif;margin:24px;width:760px}p{margin:12px 0}.box{height:900px;background:#eef}</style>
<h1>某消费金融公司资讯</h1><p>${edited ? '更正：该公司经营正常，本平台此前推送有误。' : '该公司已进入清算程序，法定代表人变更。'}</p>
<p class="box">图表</p><p>页尾 编辑：王某</p>${edited ? '<p>本文于五月三十日更正。</p>' : ''}`;

/** Two captures of one address, and a bundle that shows what differs between them. */
describe('a comparison in the bundle', { timeout: 180_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, '青禾.fascicle');
  let site: Server;
  let edited = false;
  let arranged: Exhibit[];
  const arrange = async (exhibits: readonly Exhibit[]) => {
    writeFileSync(join(cache, 'exhibits.json'), JSON.stringify(exhibits));
    expect((await fascicle(['exhibits', folder, '--set', join(cache, 'exhibits.json'), '--json'])).code).toBe(0);
  };
  const built = async () => (await fascicle(['bundle', folder, '--draft', '--json'])).last;

  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body(edited));
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`; // listening on TCP
    await fascicle(['new', folder, '--title', '青禾诉前保全', '--court', 'hangzhou', '--applicant', '青禾小贷']);
    for (edited of [false, true])
      expect((await fascicle(['capture', folder, url, '--allow-private-network', '--json'])).code).toBe(0);
    arranged = (await fascicle(['exhibits', folder, '--json'])).last['exhibits'] as Exhibit[]; // as the contract has it
  }, 180_000);
  afterAll(() => site.close());

  test('lists the words and frames the rows that differ, each side citing the pages of its exhibit', async () => {
    const [before, after] = arranged as [Exhibit, Exhibit]; // two were captured
    await arrange([before, { ...after, comparedWith: [before.item] }]);
    const { pdf, manifest, problems } = (await built()) as {
      pdf: string;
      manifest: { path: string };
      problems: { code: string }[];
    }; // as the contract has it
    expect(problems.map(({ code }) => code)).not.toContain('not-compared');
    const { pages } = JSON.parse(readFileSync(manifest.path, 'utf8')) as Manifest; // our own manifest
    const shown = pages.filter(({ kind }) => kind === 'comparison');
    expect(shown.map(({ exhibit }) => exhibit)).toEqual(shown.map(() => null));
    expect(shown.length).toBeGreaterThanOrEqual(2);
    const [first, last] = [shown[0]?.page ?? 0, shown.at(-1)?.page ?? 0].map(String);
    const text = spawnSync('pdftotext', ['-f', first!, '-l', last!, '-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
    const squeezed = text.replace(/\s/g, '');
    for (const words of [
      '两次取证的差异',
      '已进入清算程序',
      '更正：该公司经营正常',
      '文字改动',
      '本文于五月三十日更正',
    ])
      expect(squeezed).toContain(words);
    expect(squeezed).not.toContain('页尾编辑');
    expect((await fascicle(['verify', pdf, '--json'])).last['verdict']).toBe('PASSED');
  });

  test('the same state gives the same bytes', async () => {
    expect((await built())['sha256']).toBe((await built())['sha256']);
  });

  test('with something that is not filed is said to be missing, and shows nothing of it', async () => {
    const [before, after] = arranged as [Exhibit, Exhibit]; // two were captured
    await arrange([{ ...after, comparedWith: [before.item] }]);
    const { manifest, problems } = (await built()) as {
      manifest: { path: string };
      problems: { code: string; where: string }[];
    }; // as the contract has it
    expect(problems.filter(({ code }) => code === 'not-compared')).toMatchObject([{ where: '1' }]);
    expect(readFileSync(manifest.path, 'utf8')).not.toContain(before.item);
  });
});
