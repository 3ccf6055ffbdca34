import { isTold } from './arranged/standing.ts';
import { toSecond } from './front/times.ts';
import { artifactsOf, beijing, type Keys } from './statement.ts';
import { roleSaid } from './roles.ts';
import type { Facts } from '../reading/stored-facts.ts';

/** Rows of the hash list: exhibit, file, size, hash, the time by which the log held it, and the number of an outside paper. */
export function hashRow([number, name, role, bytes, sha256, by, paper = '']: readonly string[]): string {
  const said = roleSaid(role ?? '');
  const own = /^(?:certificate|timestamp|deposit)$/u.test(said) ? 'paper' : said;
  return [number, name, own, bytes, sha256, by, /\d{4}-\d{4}-\d{3}/u.exec(paper)?.[0] ?? ''].join('|');
}

export function hashRows({ exhibits: all, entries, manifest }: Facts): Keys {
  const before = new Set((manifest.earlier ?? []).map(({ number }) => number));
  const exhibits = all.filter(({ number }) => !before.has(number));
  const wallOf = (item: unknown, act: string, sha256?: string) =>
    entries.find(
      (entry) =>
        entry.act === act && entry.value.item === item && (sha256 === undefined || entry.value.file?.sha256 === sha256),
    );
  return exhibits.flatMap(({ number, record, recordSha256, recordBytes, attachments }) => {
    const added = beijing(wallOf(record.item, 'item-added')?.['wall']).replace(/\(UTC.*/u, '');
    return [
      ...artifactsOf(record).map(({ name, role, bytes, sha256 }) =>
        [number, name, role, bytes, sha256, added, ''].join('|'),
      ),
      [number, 'record.json', 'record', recordBytes, recordSha256, added, ''].join('|'),
      ...attachments.map(({ file, number: paper }) => {
        const by = beijing(wallOf(record.item, 'attachment-added', file.sha256)?.['wall']).replace(/\(UTC.*/u, '');
        return [number, file.name, 'paper', file.bytes, file.sha256, by, paper ?? ''].join('|');
      }),
    ];
  });
}

/** Rows of the hash list in the body: exhibit, hash of its record, how many files, by when, and numbers of outside papers. */
export function recordRow([number, , sha256, count, by, papers = '']: readonly string[]): string {
  return [number, sha256, count, by, (papers.match(/\d{4}-\d{4}-\d{3}/gu) ?? []).join(',')].join('|');
}
export function recordRows({ exhibits, entries }: Facts): Keys {
  return exhibits.map(({ number, record, recordSha256, attachments }) => {
    const added = entries.find(({ act, value }) => act === 'item-added' && value.item === record.item)?.wall;
    const by = toSecond(added ?? '', true);
    const papers = attachments.map((paper) => paper.number ?? '').join(',');
    return [number, recordSha256, artifactsOf(record).length + 1, by, papers].join('|');
  });
}

const acts: Readonly<Record<string, string>> = {
  建立案件: 'case-created',
  casecreated: 'case-created',
  取得证据: 'item-added',
  itemadded: 'item-added',
  附加外部存证: 'attachment-added',
  externaldocumentattached: 'attachment-added',
  排除证据: 'item-excluded',
  excluded: 'item-excluded',
  编排证据: 'exhibits-set',
  exhibitsarranged: 'exhibits-set',
  修改证明计划: 'plan-set',
  proofplanedited: 'plan-set',
  设置传播关系: 'spread-set',
  spreadlinksset: 'spread-set',
  加入取证队列: 'captures-queued',
  addressesqueued: 'captures-queued',
  开始取证: 'capture-begun',
  capturestarted: 'capture-begun',
};

export function custodyRow([
  seq = '',
  number = '',
  wall = '',
  actor = '',
  act = '',
  hashes = '',
]: readonly string[]): string {
  const person = /^(.*?)[（(]/u.exec(actor)?.[1] ?? '';
  const whole = /^(?:全案|wholecase)$/u.test(number) ? 'case' : number;
  return [seq, whole, wall, person, acts[act] ?? act, hashes].join('|');
}

export function custodyRows(facts: Facts): Keys {
  const { exhibits, entries, manifest, before } = facts;
  const filed = new Set((manifest.earlier ?? []).map(({ item }) => item));
  return entries.flatMap((entry) => {
    const { value, hash } = entry;
    // What the bundle before lists is not listed again: entries up to its own, about what was filed with it.
    const isListed = entry.act === 'case-created' || filed.has(value.item ?? entry.subject);
    if (before && isTold(facts, 'custody') && entry.seq <= before.custody.seq && isListed) return [];
    const about = exhibits.find(({ record }) => record.item === (value.item ?? entry.subject));
    const act = entry.act;
    if (act !== 'case-created' && !about && manifest.edition === 'filing') return [];
    const number = entry.subject === entry.caseId ? 'case' : (about?.number ?? '–');
    return [[entry.seq, number, beijing(entry.wall), entry.actor.person, act, `${entry.prev}→${hash}`].join('|')];
  });
}

/** Rows of the list of recoded pictures: exhibit, file, hash of the original and of the copy. */
export const recodedRow = ([number, name, original, copy]: readonly string[]): string =>
  [number, name, original, copy].join('|');
export const recodedRows = ({ exhibits, manifest }: Facts): Keys =>
  manifest.images.flatMap(({ derived, sha256 }) =>
    exhibits.flatMap(({ number, record }) =>
      artifactsOf(record).flatMap((file) =>
        derived?.original === file.sha256 ? [[number, file.name, file.sha256, sha256].join('|')] : [],
      ),
    ),
  );
