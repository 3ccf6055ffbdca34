import { strToU8, zipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import type { Outcome } from '../../../shared/case/record.ts';
import type { Input, Method } from '../../../shared/contract.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** What failed is no exhibit by itself, wherever exhibits are counted, listed, judged or printed. */
describe('an item that fell short', { timeout: 120_000 }, () => {
  const cache = freshFolder();
  const services = { ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'), cacheFolder: cache };
  const workbench = createWorkbench({ ...services, stateFolder: join(cache, 'state') });
  const call = <M extends Method>(method: M, input: Input<M>) =>
    workbench.call(method, input, { language: 'en', signal: new AbortController().signal, emit: () => undefined });
  const ids: Partial<Record<Outcome | 'text' | 'empty' | 'pdf' | 'zip', string>> = {};
  let folder = '';
  const listed = async () => {
    const { exhibits } = await call('exhibits.arrange', { case: folder, exhibits: null });
    return exhibits.map(({ item }) => item);
  };
  const notFiled = async () => {
    const { problems } = await call('bundle.problems', { case: folder });
    return problems.filter(({ code }) => /-not-filed$|unlisted/.test(code)).map(({ code, where }) => [code, where]);
  };
  const built = async () => {
    const { manifest } = await call('bundle.build', { case: folder, out: null, language: null, draft: true });
    const { exhibits } = manifestSchema.parse(JSON.parse(readFileSync(manifest.path, 'utf8')));
    return exhibits.map(({ item }) => item);
  };

  beforeAll(async () => {
    const caseFile = freshCase();
    for (const outcome of ['complete', 'partial', 'blocked', 'failed'] as const) {
      ids[outcome] = caseFile.addItem({ ...someCapture(caseFile, outcome), category: 'message', outcome }).item;
    }
    ({ folder } = caseFile);
    caseFile.close();
    const files = {
      text: ['收据.txt', '一份文字'],
      empty: ['空的.txt', ''],
      pdf: ['坏的.pdf', '%PDF-1.7\nno object at all'],
      zip: ['附件.zip', zipSync({ 'a.txt': strToU8('whole enough to be kept') })],
    } as const;
    const said = { title: null, source: null, receivedBy: null, receivedOn: null, account: null, operator: null };
    for (const [name, [file, text]] of Object.entries(files)) {
      writeFileSync(join(cache, file), text);
      await call('intake.import', { case: folder, files: [join(cache, file)], category: 'message', ...said });
      ids[name as keyof typeof files] =
        (await call('items.list', { case: folder, category: null })).items.at(-1)?.item ?? '';
    }
  }, 120_000);

  test('failed and blocked captures, empty and damaged files are not listed as exhibits by themselves', async () => {
    const whole = [ids.complete, ids.partial, ids.text, ids.zip];
    expect(await listed()).toEqual(whole);
    const { cases } = await call('cases.recent', {});
    expect(cases.map(({ items, exhibits }) => [items, exhibits])).toEqual([[8, 4]]);
    expect(await built()).toEqual(whole);
  });

  test('the problems say of each that it is not filed, and why', async () => {
    expect((await notFiled()).sort()).toEqual(
      [
        ['capture-not-filed', ids.blocked],
        ['capture-not-filed', ids.failed],
        ['file-not-filed', ids.empty],
        ['file-not-filed', ids.pdf],
      ].sort(),
    );
  });

  test('what a person accepted is an exhibit, until it is excluded or the acceptance taken back', async () => {
    const decide = (decision: Input<'evidence.decide'>['decision']) =>
      call('evidence.decide', { case: folder, items: [ids.failed ?? '', ids.pdf ?? ''], decision });
    await decide({ is: 'accepted' });
    expect(await listed()).toEqual([ids.complete, ids.partial, ids.failed, ids.text, ids.pdf, ids.zip]);
    expect(await notFiled()).toEqual([
      ['capture-not-filed', ids.blocked],
      ['file-not-filed', ids.empty],
    ]);
    await decide({ is: 'excluded', reason: '重复' });
    expect(await listed()).toEqual([ids.complete, ids.partial, ids.text, ids.zip]);
    await decide({ is: 'undecided' });
    expect(await listed()).toEqual([ids.complete, ids.partial, ids.text, ids.zip]);
  });

  test('what a person placed is an exhibit, and its shortfall is a problem of the exhibit', async () => {
    const caseFile = openCase(folder, context);
    const exhibit = { group: '', title: 'A', source: 'B', purpose: 'C' };
    caseFile.logEvent('exhibits-set', {
      exhibits: [ids.blocked ?? '', ids.text ?? ''].map((item) => ({ item, ...exhibit })),
    });
    caseFile.close();
    expect(await built()).toEqual([ids.blocked, ids.text]);
    const { problems } = await call('bundle.problems', { case: folder });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'capture-short', where: '1' }));
    expect((await notFiled()).map(([, where]) => where)).not.toContain(ids.blocked);
  });

  test('a case of nothing but failures has nothing to file, and says so', async () => {
    const caseFile = freshCase();
    caseFile.addItem({ ...someCapture(caseFile, 'x'), outcome: 'failed' });
    caseFile.close();
    const answer = call('bundle.build', { case: caseFile.folder, out: null, language: null, draft: true });
    await expect(answer).rejects.toMatchObject({ code: 'bundle-empty' });
  });
});
