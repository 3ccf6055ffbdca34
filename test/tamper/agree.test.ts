import { expect, test } from 'vitest';
import { compareAll } from '../custody/agree/compare.ts';

test('command, verify.html and the lines of VERIFY.txt agree on every attack and on forty mutants, or VERIFY.txt lists how they differ', async () => {
  const rows = await compareAll(40, () => undefined);
  expect(rows.length).toBeGreaterThan(120);
  expect(rows.filter(({ disagree }) => disagree !== null).map(({ name, disagree }) => `${name}: ${disagree}`)).toEqual(
    [],
  );
  const said = new Set(rows.map(({ said: { command } }) => command.verdict));
  expect(said).toEqual(new Set(['PASSED', 'FAILED', 'INDETERMINATE']));
}, 900_000);
