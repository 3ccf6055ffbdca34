import { useState } from 'react';
import { attachmentKinds } from '../../../shared/case/attachment.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Choice, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { GatheringLines } from '../../ui/gathering.tsx';
import { Foreign, Hash, RankMark } from '../../ui/marks.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { useSay } from '../../words/words.ts';

type Shown = Output<'items.show'>;
type Kind = (typeof attachmentKinds)[number];
const ranks = { good: 'passed', bad: 'failed', unknown: 'unsure', 'not-checked': 'waiting' } as const;
const kinds = { timestamp: 'kindTimestamp', certificate: 'kindCertificate', deposit: 'kindDeposit' } as const;

/** What services outside gave for this item, what was found of it, and ways to add to it and to prove the item alone. */
export function Anchors({ shown }: { shown: Shown }) {
  const say = useSay();
  const { folder } = useCase();
  const [adds, setAdds] = useState(false);
  const { item } = shown.summary;
  const out = useAsked('window.beside', { case: folder, what: 'proof' }).data?.path ?? '';
  const prove = useChange('proof.make');
  const path = out.replace(/(-\d+)?\.proof\.json$/, `-${item.slice(0, 8)}$1.proof.json`);
  return (
    <section className="stack">
      <h3>{say('anchors')}</h3>
      {shown.attachments.length === 0 ? <p className="soft">{say('noAnchors')}</p> : null}
      <ul className="ledger">
        {shown.attachments.map(({ kind, number, file }, at) => {
          const found = shown.checked.find((one) => one.file === file.name && one.kind === kind);
          return (
            <li key={`${file.sha256} ${at}`}>
              <RankMark rank={ranks[found?.verdict ?? 'not-checked']} word="" />
              <span>
                {kind === 'machine-read' ? say('kindMachineRead') : say(kinds[kind])} {number}{' '}
                <Foreign text={file.name} /> <Hash value={file.sha256} />
              </span>
              {found ? (
                <span className="why">
                  <Foreign text={found.detail} />
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div className="row">
        <Button onPress={() => setAdds(true)}>{say('addAnchor')}</Button>
        <Button
          disabled={out === '' || prove.isPending}
          onPress={() => prove.mutate({ case: folder, item, since: null, out: path })}
        >
          {say('writeProof')}
        </Button>
      </div>
      <GatheringLines occasion="proof" />
      {prove.error ? <Trouble error={prove.error} /> : null}
      {prove.data ? (
        <p className="small" role="status">
          {say('proofWritten', { path: prove.data.path })} <Hash value={prove.data.sha256} />
        </p>
      ) : null}
      {adds ? <AddAnchor item={item} onClose={() => setAdds(false)} /> : null}
    </section>
  );
}

/** Keeps a token, certificate or receipt from a service with the item; it is checked where it can be. */
function AddAnchor({ item, onClose }: { item: string; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const set = useWindow((state) => state.set);
  const [file, setFile] = useState('');
  const [kind, setKind] = useState<Kind>('certificate');
  const [number, setNumber] = useState('');
  const attach = useChange('attachments.add');
  const keep = () =>
    attach.mutate(
      { case: folder, item, file: file.trim(), kind, number: number.trim() || null },
      {
        onSuccess: ({ file: kept }) => {
          set({ said: say('anchorKept', { name: kept.name }) });
          onClose();
        },
      },
    );
  return (
    <ModalSheet title={say('addAnchor')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        <p className="soft">{say('anchorSays')}</p>
        <PathField label={say('anchorFile')} value={file} onChange={setFile} choose="file" focused />
        <Choice
          label={say('anchorKind')}
          value={kind}
          options={attachmentKinds.map((one) => [one, say(kinds[one])] as const)}
          onChange={setKind}
        />
        <InputField label={say('anchorNumber')} value={number} onChange={setNumber} />
        {attach.error ? <Trouble error={attach.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={file.trim() === '' || attach.isPending} onPress={keep}>
            {say('addAnchor')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
