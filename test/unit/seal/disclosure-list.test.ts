import { expect, test } from 'vitest';
import { disclosureText } from '../../../shared/package/disclosure-list.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

const sha256 = 'cd'.repeat(32);
const paper = {
  kind: 'certificate',
  file: { name: '存证\u202e.pdf', mediaType: 'application/pdf', bytes: 3, sha256 },
} as const;

test('a paper that is kept with an item and is not in the package is withheld with a reason, its name without tricks', () => {
  const record = someCapture(freshCase(), 'x');
  const text = disclosureText([{ item: record.item, record, attachments: [paper] }]);
  expect(text.split('\n').slice(-7)).toEqual([
    '    text.txt  可见文字 · visible text',
    '  未移交 · withheld',
    '    存证[U+202E].pdf  证书 · certificate',
    '      与该证据一并保存，不在证据自身的文件之列；由移交人保管，可要求其提供',
    '      kept with the item and not one of its own files; the sender keeps it and can be asked for it',
    `      SHA-256 ${sha256}`,
    '',
  ]);
});

test('what a deposit brought back does not change the list that went into its archive', () => {
  const record = someCapture(freshCase(), 'x');
  const listed = (attachments: readonly (typeof paper)[]) =>
    disclosureText([{ item: record.item, record, attachments }], 'deposit');
  expect(listed([paper])).toBe(listed([]));
});
