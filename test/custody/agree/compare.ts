import { rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { certificatePem, issue, uses } from '../../fixtures/pki/certificates.ts';
import { openMishapRoom } from '../mishaps/mishap-room.ts';
import { attacks, type AttackRoom } from './attacks.ts';
import { mutant } from './mutants.ts';
import { disagreement, isListed, openVerifiers, type ThreeWays, type Verified } from './three-ways.ts';

/** One row of the table: what was verified, what three said, and where they disagree. */
export type AgreeRow = Readonly<{ name: string; said: ThreeWays; disagree: string | null; listed: boolean }>;

/** Asks the three of every attack and of so many mutants, and hands on each row as it comes. */
export async function compareAll(mutants: number, onRow: (row: AgreeRow) => void): Promise<readonly AgreeRow[]> {
  const made = await openMishapRoom();
  const other = await made.room.create('other');
  writeFileSync(made.room.file('b.txt'), '另案');
  await made.room.take(other, [made.room.file('b.txt')]);
  await made.room.stamp(other);
  const root = issue({ name: 'Agree Root', ca: true });
  const tsa = issue({ name: 'Agree TSA', issuer: root, extendedUse: [uses.timeStamping] });
  const room: AttackRoom = { made, other: await made.room.hand(other, 'other', 'whole'), root, tsa };
  // One file with both roots, as openssl takes it too.
  const both = made.room.file('roots.pem');
  writeFileSync(both, certificatePem(made.room.authority.root) + certificatePem(root));
  const verifiers = await openVerifiers(made, [both]);
  const rows: AgreeRow[] = [];
  const ask = async (name: string, given: Verified) => {
    const said = await verifiers.ask(given);
    const row = { name, said, disagree: disagreement(said), listed: isListed(said) };
    rows.push(row);
    onRow(row);
    rmSync(dirname(given.path), { recursive: true, force: true });
  };
  for (const { name, make } of attacks) await ask(name, make(room));
  for (let seed = 0; seed < mutants; seed += 1) {
    const { name, given } = mutant(room, seed);
    await ask(name, given);
  }
  await verifiers.close();
  await made.room.close();
  return rows;
}
