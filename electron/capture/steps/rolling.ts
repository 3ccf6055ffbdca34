import { takeRolling } from '../rolling/take-rolling.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** What of the warnings is said of the rolling picture alone. */
const ofRolling = /^rolling-/;

/** The page as its window showed it while it was scrolled, where that was asked for: a view of its own. */
export const rolling: CaptureStep = {
  name: 'rolling',
  lines: ['rolling'],
  when: (run) => run.options.rolling === true && holdsDocument(run),
  run: async (run) => {
    const { found, artifacts, ledger } = run;
    const kept = artifacts.length;
    found.rolling = await ledger.run('rolling', (short) => takeRolling(run, short));
    if (found.rolling !== null && (await heldOf(run).stillStands())) return;
    found.rolling = null;
    artifacts.length = kept;
    const others = ledger.warnings.filter(({ code }) => !ofRolling.test(code));
    ledger.warnings.splice(0, Infinity, ...others);
  },
};
