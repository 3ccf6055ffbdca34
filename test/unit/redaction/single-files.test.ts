import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { makeProof, writeProof } from '../../../electron/seal/make-proof.ts';
import { refuseRedactedFile } from '../../../electron/seal/packages/refuse-redacted.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { emptyPlan } from '../../../shared/case/proof-plan.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { code, redact, tiledCapture } from './redaction-room.ts';

const { signal } = new AbortController();
const words = ['13800138000'];

test('a proof or a calendar that says what was covered is not written, unless somebody answered for it', async () => {
  const caseFile = freshCase();
  const said = { title: 'call 138-0013-8000', text: '电话 13800138000' };
  const runs = [{ x: 20, y: 30, width: 200, height: 20, text: said.text }];
  const parent = await tiledCapture(caseFile, { runs, more: { title: said.title } });
  const { state } = await redact(caseFile, parent, { words });
  const out = join(freshFolder(), 'x.proof.json');
  const prove = (of: typeof parent) =>
    code(() => writeProof(caseFile, out, makeProof(caseFile, of, null, 'test'), of, signal));
  expect(await prove(caseFile.item(parent.item))).toBe('file-says-redacted');
  expect(existsSync(out)).toBe(false);
  expect(await prove(state)).toBeNull();
  expect(readFileSync(out, 'utf8').replace(/\D/g, '')).not.toContain(words[0]);
  // Lines of a calendar are broken after 75 bytes (RFC 5545 §3.1), also within a number.
  const title = `${'x'.repeat(55)} 13800138000`;
  const made = {
    caseId: caseFile.caseId,
    title,
    stampedAt: '2019-05-06T00:00:00.000Z',
    revision: 0,
    language: 'en',
  } as const;
  const deadline = { id: 'a', name: 'suit', of: null, from: null, when: { at: 'day', day: '2019-06-05' } };
  const calendar = icsText([{ ...deadline, basis: [], lawDay: null, doubts: [] } as never], made);
  const file = { name: 'a.ics', content: Buffer.from(calendar) };
  const calendars = () => code(() => refuseRedactedFile(caseFile, file, null, signal));
  expect(calendar).not.toContain(words[0]);
  expect(calendar.replace(/\r\n /g, '')).toContain(words[0]);
  expect(await calendars()).toBe('file-says-redacted');
  const accepted = [{ code: 'redacted-words-left', where: null, reason: '公开号码' }];
  caseFile.logEvent('plan-set', { ...emptyPlan, accepted });
  expect(await calendars()).toBeNull();
  caseFile.close();
});

test('the list of problems says before a build where the bundle would still say what was covered', async () => {
  const caseFile = freshCase();
  const parent = await tiledCapture(caseFile, {
    runs: [{ x: 20, y: 30, width: 200, height: 20, text: 'call 13800138000' }],
  });
  const { state } = await redact(caseFile, parent, { words });
  const exhibit = { item: state.item, group: '一', title: 'letter', source: '自行', purpose: '证明' };
  const cache = freshFolder();
  const services = { ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'), cacheFolder: cache };
  const workbench = createWorkbench({ ...services, stateFolder: join(cache, 'state') });
  const left = async (title: string) => {
    caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, title }] });
    const options = { language: 'en', signal, emit: () => undefined } as const;
    const { problems } = await workbench.call('bundle.problems', { case: caseFile.folder }, options);
    return problems.filter(({ code: one }) => one.startsWith('redacted')).map((one) => [one.code, one.rank, one.item]);
  };
  expect(await left('letter')).toEqual([]);
  expect(await left('call 138-0013-8000')).toEqual([['redacted-copy-says', 'stop', state.item]]);
  caseFile.close();
});
