import type { Artifact, ImportRecord, Role } from '../../../shared/case/record.ts';
import { isEventType, parsePayload } from '../../../shared/custody/payload.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';

export const firstItem = '01890000-0000-7000-8000-000000000001';
export const secondItem = '01890000-0000-7000-8000-000000000002';

/** A case with two items, and a place for what is exported. */
export function sealingRoom() {
  const caseFile = freshCase();
  const artifact = (role: Role, name: string, content: string | Uint8Array): Artifact => ({
    role,
    name,
    mediaType: 'application/octet-stream',
    ...caseFile.objects.putBytes(Buffer.from(content)),
  });
  const add = (item: string, title: string, artifacts: Artifact[]) =>
    caseFile.addItem(recordOf(item, title, artifacts));
  add(firstItem, '=错误推送', [
    artifact('source', 'source.html', '<html>中文</html>'),
    artifact('screenshot-tile', 'tile-0001.png', Buffer.alloc(3_000_000, 7)),
    artifact('netlog', 'netlog.json', 'cookie: secret'),
  ]);
  add(secondItem, 'An e-mail', [artifact('original', 'original.eml', 'From: a\r\n')]);
  /** What was done to the case after its items came in, with its payload. */
  const acts = () =>
    caseFile
      .entries()
      .slice(3)
      .map(({ act, subject, payload }) => ({
        act,
        subject,
        value: isEventType(act) ? parsePayload(act, Buffer.from(caseFile.readObject(payload)).toString()) : null,
      }));
  return { caseFile, acts, out: () => freshFolder() };
}

function recordOf(item: string, title: string, artifacts: Artifact[]): ImportRecord {
  const pages = { as: 'none', reason: { code: 'pages-later', params: { type: 'message/rfc822' } } } as const;
  const steps: ImportRecord['steps'] = [{ step: 'store-original', outcome: 'ok', ms: 1 }];
  return { ...importedRecord(item, pages), title, artifacts, steps, fileName: 'a.eml' };
}
