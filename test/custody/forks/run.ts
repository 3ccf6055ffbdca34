// `npm run long forks [-- --short]`: two copies of a case, parted at every entry of a log of 60 (12), are told apart at
// receive, open and verify, in both editions and both orders; and 1,000 (100) honest sequences of work, backups, copies and
// late packages raise no alarm.
import '../../fixtures/runner/own-temporary-of-run.ts';
import { openCustodyRoom } from '../../fixtures/custody-room.ts';
import { decidedCase, partAtEvery } from './forks.ts';
import { honestStory } from './honest.ts';

const short = process.argv.includes('--short');
const room = await openCustodyRoom();
const rows = await partAtEvery(room, short ? 12 : 60, ({ at, asked, missed }) => {
  const sign = missed.length === 0 ? '✓' : '✕';
  console.log(`${sign} parted at entry ${at}: ${asked - missed.length} of ${asked} told ${missed.join('; ')}`);
});
const asked = rows.reduce((sum, row) => sum + row.asked, 0);
const missed = rows.reduce((sum, row) => sum + row.missed.length, 0);
const start = await decidedCase(room, 'honest');
const count = short ? 100 : 1_000;
let alarms = 0;
for (let seed = 0; seed < count; seed += 1) {
  const story = await honestStory(room, start, seed);
  if (story.alarms.length > 0) {
    alarms += 1;
    console.log(`✕ honest sequence ${seed} (${story.steps.join(', ')}): ${story.alarms.join('; ')}`);
  }
  if (seed % 20 === 19) console.log(`  ${seed + 1} honest sequences, ${alarms} false alarms`);
}
await room.close();
console.log(
  `parted at ${rows.length} entries: ${asked - missed} of ${asked} told; ${count} honest sequences: ${alarms} false alarms`,
);
process.exitCode = missed + alarms > 0 || rows.length === 0 ? 1 : 0;
