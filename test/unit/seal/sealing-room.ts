import type { Artifact, ImportRecord, Role } from '../../../shared/case/record.ts';
import { isAct, parsePayload } from '../../../shared/custody/payload.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

export const firstItem = '01890000-0000-7000-8000-000000000001';
export const secondItem = '01890000-0000-7000-8000-000000000002';

/** A case with two items, and a place for what is exported. */
export function sealingRoom() {
  const kase = freshCase();
  const artifact = (role: Role, name: string, content: string | Uint8Array): Artifact => ({
    role,
    name,
    mediaType: 'application/octet-stream',
    ...kase.objects.putBytes(Buffer.from(content)),
  });
  const add = (item: string, title: string, artifacts: Artifact[]) => kase.addItem(recordOf(item, title, artifacts));
  add(firstItem, '=错误推送', [
    artifact('source', 'source.html', '<html>中文</html>'),
    artifact('screenshot-tile', 'tile-0001.png', Buffer.alloc(3_000_000, 7)),
    artifact('netlog', 'netlog.json', 'cookie: secret'),
  ]);
  add(secondItem, 'An e-mail', [artifact('original', 'original.eml', 'From: a\r\n')]);
  /** What was done to the case after its items came in, with its payload. */
  const acts = () =>
    kase
      .entries()
      .slice(3)
      .map(({ act, subject, payload }) => ({
        act,
        subject,
        value: isAct(act) ? parsePayload(act, Buffer.from(kase.readObject(payload)).toString()) : null,
      }));
  return { kase, acts, out: () => freshFolder() };
}

function recordOf(item: string, title: string, artifacts: Artifact[]): ImportRecord {
  return {
    v: 1,
    kind: 'import',
    item,
    category: 'message',
    title,
    outcome: 'complete',
    startedAt: '2019-05-06T01:30:00.000Z',
    endedAt: '2019-05-06T01:30:01.000Z',
    monotonic: { start: '1', end: '2' },
    utcOffsetMinutes: 480,
    operator: null,
    program: { name: 'fascicle', version: '0.0.0' },
    artifacts,
    steps: [{ step: 'store-original', outcome: 'ok', ms: 1 }],
    warnings: [],
    fileName: 'a.eml',
    source: null,
    receivedBy: null,
    receivedOn: null,
    account: null,
    facts: [],
    pages: { as: 'none', reason: { code: 'pages-later', params: { type: 'message/rfc822' } } },
  };
}
