import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const sha256 = 'a'.repeat(64);
const other = 'b'.repeat(64);

type Work = (caseFile: WritableCase) => void;

const takeOver: Work = (caseFile) => {
  caseFile.logEvent('package-received', {
    package: sha256,
    edition: 'filing',
    from: '0'.repeat(32),
    size: 1,
    root: 'c'.repeat(64),
    items: [],
    files: [{ path: 'bagit.txt', ...caseFile.objects.putBytes(Buffer.from('bag')) }],
  });
};

function addReceived(caseFile: WritableCase, from = sha256): void {
  const record = {
    ...someCapture(caseFile, '交来的一项'),
    item: itemId(Date.now(), context.clockAndRandom.random(10)),
  };
  caseFile.addReceived(record, caseFile.objects.putBytes(canonicalBytes(record)), from);
}

/** The folder of a case as a program leaves it that is killed at the end of `work`, before its transaction is down. */
function killedIn(work: Work, before: Work = () => undefined): string {
  const caseFile = freshCase();
  before(caseFile);
  const left = join(freshFolder(), 'left.fascicle');
  caseFile.atOnce(() => {
    work(caseFile);
    cpSync(caseFile.folder, left, { recursive: true });
  });
  caseFile.close();
  return left;
}

function logOf(folder: string): string {
  const { checks } = verifyCase(folder, 'en');
  return (
    checks.find(({ check, detail }) => check === 'custody-log' && /acknowledged|older copy/.test(detail))?.verdict ??
    'nothing said'
  );
}

const addTwo: Work = (caseFile) => {
  addReceived(caseFile);
  addReceived(caseFile);
};
const takeOverWithTwo: Work = (caseFile) => {
  takeOver(caseFile);
  addTwo(caseFile);
};
const addOfTwoPackages: Work = (caseFile) => {
  addReceived(caseFile);
  addReceived(caseFile, other);
};
const addOwn: Work = (caseFile) => {
  caseFile.addItem(someCapture(caseFile, '一'));
};

describe('a taking over that was killed before its transaction was down', () => {
  test.each<[string, Work, Work]>([
    ['a first one', () => undefined, takeOverWithTwo],
    ['one that completes an earlier one', takeOver, addTwo],
  ])('%s: pending, and done by the next session', (_, before, work) => {
    const folder = killedIn(work, before);
    expect(logOf(folder)).toBe('PASSED');
    const caseFile = openCase(folder, context);
    expect(caseFile.items()).toHaveLength(2);
    caseFile.close();
    expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
  });

  test.each<[string, Work[]]>([
    ['of two packages', [addOfTwoPackages]],
    ['of this case', [addOwn, addOwn]],
    ['of a package and of this case', [takeOver, addOwn]],
  ])('entries %s are no single act: there the database is an older one', (_, works) => {
    const all: Work = (caseFile) => {
      for (const work of works) work(caseFile);
    };
    expect(logOf(killedIn(all))).toBe('FAILED');
  });
});
