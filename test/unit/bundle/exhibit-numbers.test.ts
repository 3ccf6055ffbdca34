import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import type { Input, Method } from '../../../shared/contract.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** Five exhibits, the third and fourth put in later, and what each profile’s court would print of them; by hand. */
const inserted = [{}, {}, { inserted: true }, { inserted: true }, {}];
const printed = {
  plain: ['1', '2', '3', '4', '5'],
  'prc-general': ['1', '2', '3', '4', '5'],
  'prc-internet': ['1', '2', '3', '4', '5'],
  'australia-federal': ['1', '2', '3', '4', '5'],
  'hong-kong': ['1', '2', '2-1', '2-2', '3'],
  'england-wales': ['1', '2', '2A', '2B', '3'],
  'us-cmecf': ['1', '2', '2A', '2B', '3'],
  singapore: ['EX-1', 'EX-2', 'EX-2A', 'EX-2B', 'EX-3'],
} as const;
const ids = Object.keys(printed) as (keyof typeof printed)[];

describe('numbers of exhibits', () => {
  test.each(ids)('%s: what was put in later is numbered as the profile says', (id) => {
    expect(exhibitNumbers(inserted, profileNamed(id).exhibits)).toEqual(printed[id]);
  });

  test('a person’s own number goes before everything, and what is put in behind it takes it', () => {
    const own = [{ number: '甲3' }, { inserted: true }, {}, { inserted: true, number: '9' }];
    expect(exhibitNumbers(own, { prefix: '', insertions: 'hyphen' })).toEqual(['甲3', '甲3-1', '2', '9']);
    expect(exhibitNumbers(own, { prefix: 'T-', insertions: 'renumber' })).toEqual(['甲3', 'T-2', 'T-3', '9']);
  });

  test('before anything else stands, there is nothing to be put in behind', () => {
    expect(exhibitNumbers([{ inserted: true }, {}], { prefix: '', insertions: 'letter' })).toEqual(['1', '2']);
  });

  test('the 27th that is put in at one place goes on with two letters', () => {
    const many = [{}, ...Array.from({ length: 28 }, () => ({ inserted: true }))];
    expect(exhibitNumbers(many, { prefix: '', insertions: 'letter' }).slice(25)).toEqual(['1Y', '1Z', '1AA', '1AB']);
  });
});

describe('the numbers that the window is served', { timeout: 120_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, 'numbers.fascicle');
  const services = { ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'), cacheFolder: cache };
  const workbench = createWorkbench({ ...services, stateFolder: join(cache, 'state') });
  const call = <M extends Method>(method: M, input: Input<M>) =>
    workbench.call(method, input, { language: 'en', signal: new AbortController().signal, emit: () => undefined });

  beforeAll(async () => {
    const facts = { title: 'T', court: null, cause: null, applicants: ['A'], respondents: [], operator: null };
    await call('cases.create', { case: folder, facts: { ...facts, language: 'en' } });
    const files = inserted.map((_, at) => join(cache, `${at}.txt`));
    files.forEach((file, at) => writeFileSync(file, `words ${at}`));
    const said = { title: null, source: null, receivedBy: null, receivedOn: null, account: null, operator: null };
    await call('intake.import', { case: folder, files, category: 'message', ...said });
    const { exhibits } = await call('exhibits.arrange', { case: folder, exhibits: null });
    const late = exhibits.map((exhibit, at) => ({ ...exhibit, ...inserted[at] }));
    await call('exhibits.arrange', { case: folder, exhibits: late });
  }, 120_000);

  test.each(ids)('%s: are those that the bundle prints', async (profile) => {
    await call('case.edit', { case: folder, facts: { profile }, plan: null });
    const { numbers, exhibits } = await call('exhibits.arrange', { case: folder, exhibits: null });
    expect(numbers).toEqual(printed[profile]);
    const { manifest } = await call('bundle.build', { case: folder, out: null, language: null, draft: true });
    const built = manifestSchema.parse(JSON.parse(readFileSync(manifest.path, 'utf8'))).exhibits;
    expect(built.map(({ number, item }) => [number, item])).toEqual(
      exhibits.map(({ item }, at) => [printed[profile][at], item]),
    );
  });

  test('a profile that is not there leaves them unknown, and the arrangement readable', async () => {
    await call('case.edit', { case: folder, facts: { profile: 'nowhere' }, plan: null });
    const { numbers, exhibits } = await call('exhibits.arrange', { case: folder, exhibits: null });
    expect([numbers, exhibits.length]).toEqual([null, 5]);
  });
});
