// Captures one hostile page and says what came of it, in a process of its own, so that its memory is its own.
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { captured, captureRoom } from '../fixtures/capture-room.ts';
import { peakMegabytes } from '../fixtures/runner/peak-memory.ts';
import { hostileNetwork, type HostileSite } from '../fixtures/site/hostile.ts';

const [, , url = '', timeout = '20', ports = '{}'] = process.argv;
const network = hostileNetwork(JSON.parse(ports) as HostileSite['ports']); // from run.ts beside this file
const room = captureRoom(new AbortController().signal, network);
const began = performance.now();
const said = (line: object) =>
  console.log(JSON.stringify({ ...line, ms: performance.now() - began, megabytes: peakMegabytes() }));
try {
  const { record } = await captured(url, { timeout: Number(timeout), allowPrivateNetwork: false }, room);
  const short = record.steps.filter(({ outcome }) => outcome !== 'ok');
  said({
    outcome: record.outcome,
    why: [
      ...short.map(({ step, reason }) => `${step}: ${reason?.code ?? '?'}`),
      ...record.warnings.map(({ code }) => code),
    ],
  });
} catch (error) {
  if (!(error instanceof FascicleError)) throw error;
  said({ outcome: 'refused', why: [error.code] });
}
room.caseFile.close();
process.exit(0); // nothing that a page left behind may keep this process alive unseen: run.ts looks at processes
