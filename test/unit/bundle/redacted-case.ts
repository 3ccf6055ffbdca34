import { carriedProblems } from '../../../electron/bundle/problems/credential-problems.ts';
import { leftInFiles } from '../../../electron/bundle/problems/output-leaks.ts';
import type { FixedState, StateOptions } from '../../../electron/bundle/state/fix-state.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { storeCredentials } from '../../../electron/casefile/learnt-credentials.ts';
import { storeRedactedWords } from '../../../electron/casefile/redacted-words.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { Language } from '../../../shared/language.ts';
import type { Problem } from '../../../shared/plan/problem.ts';
import { context, someCapture } from '../../fixtures/case-room.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';

type StateOf = (caseFile: WritableCase, change: Partial<StateOptions>) => FixedState;

/** What the finished files of a bundle are searched for: a word that is too short, in a file that cannot be unpacked. */
export const leakingIn =
  (stateOf: StateOf) =>
  async (language: Language): Promise<readonly Problem[]> => {
    const caseFile = fixedCase();
    const state = stateOf(caseFile, { language });
    caseFile.close();
    const takenOut = { words: ['王', '清算程序'], ofCopy: new Map() };
    const files = [{ name: 'a.docx', bytes: Buffer.from('PK\u0003\u0004, cut short') }];
    return leftInFiles(files, { ...state, takenOut }, new AbortController().signal);
  };

/** A redacted copy, its original and another one arranged; the first and the last have a title that says the words. */
export const redactedIn =
  (stateOf: StateOf) =>
  (language: Language): readonly Problem[] => {
    const caseFile = fixedCase();
    const [one] = caseFile.arrangement() ?? [];
    const parent = caseFile.item(one!.item);
    const words = storeRedactedWords(caseFile.objects, ['清算程序'], new Uint8Array(16));
    const { record, recordSha256 } = parent;
    const copy = caseFile.addItem({
      ...record,
      item: itemId(7, context.clockAndRandom.random(10)),
      artifacts: [words],
      redaction: {
        parent: parent.item,
        parentRecord: recordSha256,
        reason: '试',
        regions: [{ x: 0, y: 0, width: 1, height: 1 }],
      },
    });
    const other = caseFile.addItem({
      ...someCapture(caseFile, '无'),
      item: itemId(8, context.clockAndRandom.random(10)),
    });
    caseFile.logEvent('exhibits-set', {
      exhibits: [
        { ...one!, marks: [] },
        { ...one!, item: copy.item, title: '清算-程序', marks: [] },
        { ...one!, item: other.item, title: '清算程序', marks: [] },
      ],
    });
    const { problems } = stateOf(caseFile, { language });
    caseFile.close();
    return problems.filter(({ code, where }) => code === 'redacted-parent-filed' || where !== '1');
  };

/** An exhibit that is an imported mail with a token, which another item of the case learnt. */
export const carryingIn = async (language: Language): Promise<readonly Problem[]> => {
  const caseFile = fixedCase();
  const value = 'Qm7xR2vT9kLp4Wz8Yd3N';
  const learnt = storeCredentials(caseFile.objects, [value], new Uint8Array(16));
  caseFile.addItem({
    ...someCapture(caseFile, '无'),
    item: itemId(9, context.clockAndRandom.random(10)),
    artifacts: [learnt],
  });
  const mail = caseFile.addItem({
    ...importedRecord(itemId(10, context.clockAndRandom.random(10)), { as: 'text' }),
    artifacts: [
      {
        role: 'original',
        name: 'a.eml',
        mediaType: 'message/rfc822',
        ...caseFile.objects.putBytes(Buffer.from(`From: a@b.example\r\n\r\nhttps://b.example/?sid=${value}\r\n`)),
      },
    ],
  });
  const exhibits = [{ number: '1', record: mail.record }] as never;
  const problems = await carriedProblems({ exhibits, language }, caseFile, new AbortController().signal);
  caseFile.close();
  return problems;
};
