import { expect, test } from 'vitest';
import { isBad } from '../../../statements/hold.ts';
import { kinds } from '../../../statements/kinds/kinds.ts';
import { shortKinds, statementRun } from '../../../statements/statement-run.ts';

test('every printed sentence of seven kinds of case is borne out by the records, and false records are contradicted', async () => {
  const run = await statementRun(kinds.filter(({ name }) => shortKinds.includes(name)));
  const wrong = run.bundles.flatMap(({ bundle, held }) =>
    held.filter((one) => isBad(one) || one.is === 'unclassified').map((one) => ({ bundle, ...one })),
  );
  expect(wrong).toEqual([]);
  expect(run.bundles.flatMap(({ held }) => held).length).toBeGreaterThan(3500);
  expect(run.uncaught.map(({ name }) => name)).toEqual([]);
  expect(run.tried).toBeGreaterThan(180);
}, 500_000);
