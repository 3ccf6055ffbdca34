import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shell } from './shell.ts';
import type { Ids, Room } from './room.ts';

/** What a lawyer states of a case, and the papers that are made of it. */
export async function arrange(shell: Shell, { folder }: Room, ids: Ids): Promise<void> {
  const put = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  const { source, note, photo } = ids;
  shell.about('Exhibits, claims, spread and ruling');
  const exhibits = [
    { item: source, group: '第一组', title: '快讯', source: '晨渡财经', purpose: '' },
    {
      item: note,
      group: '第一组',
      title: '便条',
      source: '',
      purpose: '经营正常',
      marks: [{ kind: 'key', words: '没有这些字' }],
    },
    { item: photo, group: '第一组', title: '照片', source: '当事人', purpose: '经营正常' },
  ];
  put('exhibits.json', exhibits);
  const stated = { source: '当事人', purpose: '经营正常', summary: '青禾小贷经营正常' };
  put(
    'stated.json',
    exhibits.map((one) => ({ ...one, ...stated })),
  );
  put('wrong.json', [{ item: 7, group: '', title: '', source: '', purpose: '', more: 1 }]);
  writeFileSync(join(folder, 'not.json'), '{"a":\n 1,,}');
  put('unknown.json', {
    actOn: '2019-05-05',
    statements: [{ element: 'no-such', fact: null, law: null, note: null }],
    links: [],
  });
  put('no-day.json', { actOn: '5 May', statements: [], links: [] });
  put('round.json', { links: [{ source, citing: source, decided: 'confirmed', basis: '据报道', note: null }] });
  put('order.json', order(ids));
  await shell.types(`
    bundle b.fascicle
    exhibits a.fascicle --set exhibits.json
    exhibits a.fascicle --set wrong.json
    exhibits a.fascicle --set not.json
    exhibits a.fascicle --set missing.json
    claims a.fascicle --templates
    claims a.fascicle --template prc-commercial-disparagement
    claims a.fascicle --template no-such
    claims a.fascicle --set unknown.json
    claims a.fascicle --set no-day.json
    spread a.fascicle --suggest
    spread a.fascicle --set round.json
    order b.fascicle
    order a.fascicle --set order.json --ics deadlines.ics
    application a.fascicle --out drafts`);

  shell.about('The bundle');
  await shell.types(`
    bundle a.fascicle
    exhibits a.fascicle --set stated.json
    bundle a.fascicle`);
  await shell.type('bundle a.fascicle --draft --lists --per-exhibit', { terminal: true });
  await shell.types(`
    bundle a.fascicle --draft --profile no-such
    bundle a.fascicle --draft --profile ./not.json
    bundle a.fascicle --draft --out nowhere/x.pdf
    bundle a.fascicle --draft --add-to watch.json
    bundle a.fascicle --compliance
    lists a.fascicle --out lists --format docx`);
}

const order = ({ report, again }: Ids) => ({
  number: '（2019）浙0192行保1号',
  item: null,
  received: '2019-05-22T06:10:00.000Z',
  ruled: '2019-05-24',
  measureTaken: '2019-05-24',
  served: [
    {
      party: '启镜',
      role: 'respondent',
      way: 'electronic',
      on: '2019-05-27',
      item: null,
      completedBy: 'confirmed-address',
    },
  ],
  term: { until: 'judgment' },
  reconsideration: [],
  security: { given: null, furtherBy: null },
  obligations: [
    {
      id: 'stop',
      text: '停止传播',
      due: { by: 'day', on: '2019-05-29' },
      kind: 'stop',
      places: [{ channel: '网站', account: null, address: 'https://news.example/report', words: '清算程序' }],
    },
    {
      id: 'clarify',
      text: '发布澄清',
      due: { by: 'not-stated' },
      kind: 'clarify',
      words: '更正',
      channels: [
        {
          channel: '网站',
          originals: [report],
          clarifications: [again],
          scopeOfOriginal: null,
          scopeOfClarification: null,
          accounts: [],
        },
      ],
    },
  ],
  calendar: [],
});

/** What third parties give, what is handed over, and what of it is in order. */
export async function handOver(shell: Shell, room: Room, { source }: Ids): Promise<void> {
  const { folder, tsa, anchor, dead, p12, passphraseFile } = room;
  const built = readdirSync(join(folder, 'a.fascicle', 'bundles'), { recursive: true })
    .map(String)
    .sort();
  const filed = /-(?:证据册|evidence-bundle)-[\d-]+\.pdf$/; // not its draft, whose folder may stand before
  const bundle = `a.fascicle/bundles/${built.find((name) => filed.test(name)) ?? ''}`;
  shell.about('Signatures, time stamps and proofs');
  await shell.types(`
    sign ${bundle}
    sign ${bundle} --p12 missing.p12 --passphrase-file ${passphraseFile}
    sign ${bundle} --p12 ${p12} --passphrase-env FASCICLE_TEST_UNSET
    sign ${bundle} --p12 ${p12} --passphrase-file watch.json
    sign ${bundle} --p12 ${p12} --passphrase-file ${passphraseFile} --timestamp ${tsa} --out signed.pdf
    sign watch.json --p12 ${p12} --passphrase-file ${passphraseFile}
    timestamp a.fascicle
    timestamp a.fascicle --tsa ${dead}
    timestamp a.fascicle --tsa ${tsa} --anchor ${anchor}
    prove a.fascicle ${source} --out source.proof.json
    prove a.fascicle --out log.proof.json --since source.proof.json
    prove a.fascicle --out log.json
    prove a.fascicle --out log.proof.json
    digests a.fascicle --out deposit
    attach a.fascicle ${source} ${passphraseFile} --kind certificate --number 2019-0506-001
    attach a.fascicle ${source} missing.pdf --kind certificate`);

  shell.about('Packages');
  await shell.type('export a.fascicle --out whole.zip --whole', { terminal: true });
  await shell.types(`
    export b.fascicle --out b-package
    export a.fascicle --out whole.zip --whole
    receive whole.zip --new c.fascicle --title 接收的案件 --operator 李某
    receive whole.zip --into a.fascicle
    receive watch.json --into a.fascicle`);

  shell.about('Verification of what is in order, copies and upkeep');
  await shell.types(`
    verify c.fascicle --anchor ${anchor}
    verify a.fascicle --item ${source} --anchor ${anchor}
    verify a.fascicle --since source.proof.json
    verify whole.zip
    verify ${bundle}
    verify signed.pdf --anchor ${anchor}
    backup a.fascicle backup.fascicle
    backup b.fascicle backup.fascicle
    repair a.fascicle
    health a.fascicle --from backup.fascicle`);
}
