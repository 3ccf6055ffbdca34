// `npm run long false-alarms`: what happens to honest people, each to a case, package, bundle or proof that the program made
// from a page it captured; what verifies is taken over as well. Nothing may be called altered, and each must be found as
// what it is: unaltered, not to be told here, wrong in time, or not read.
import '../fixtures/runner/own-temporary-of-run.ts';
import { openMishapRoom } from './mishaps/mishap-room.ts';
import { isFound, isOnThisComputer, mishaps } from './mishaps/mishaps.ts';

const made = await openMishapRoom();
let altered = 0;
let wrong = 0;
let skipped = 0;
for (const mishap of mishaps) {
  const { of, name, wants } = mishap;
  if (!isOnThisComputer(mishap)) {
    skipped += 1;
    console.log(`– ${of.padEnd(8)} ${name}: SKIPPED, ${mishap.needs} is not on this computer`);
    continue;
  }
  const said = await mishap.run(made);
  const found = isFound(mishap, said);
  if (said.content === 'no') altered += 1;
  if (!found) wrong += 1;
  console.log(
    `${found ? '✓' : '✕'} ${of.padEnd(8)} ${name} → ${said.verdict}, content ${said.content}; must be: ${wants}`,
  );
  if (!found) console.log(`    ${said.words.slice(0, 800).replaceAll('\n', '\n    ')}`);
}
await made.room.close();
console.log(
  `${mishaps.length - skipped} mishaps: ${altered} called altered, ${wrong} not found as what they are; ${skipped} skipped`,
);
process.exitCode = altered + wrong > 0 ? 1 : 0;
