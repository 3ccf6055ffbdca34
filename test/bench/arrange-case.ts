// Arranges a case for the benchmark as a court wants it: argument 1 the folder. Every item that files itself is an exhibit with
// a summary and a purpose of proof of its own, for a bundle without them is stopped where the court demands them.
import { join } from 'node:path';
import { resolveArrangement } from '../../shared/plan/arrangement.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { context } from '../fixtures/case-room.ts';

const [, , folder = ''] = process.argv;
const caseFile = openCase(join(folder, 'bench.fascicle'), context);
const exhibits = resolveArrangement(null, caseFile.items(), caseFile.facts().language).map((exhibit, at) => ({
  ...exhibit,
  summary: `第 ${at + 1} 件：页面称某公司已进入清算程序。`,
  purpose: `证明第 ${at + 1} 件所示内容当时公开可见。`,
}));
caseFile.logEvent('exhibits-set', { exhibits });
caseFile.close();
console.log(JSON.stringify({ ms: 0, megabytes: 0, bytes: 0, exhibits: exhibits.length }));
