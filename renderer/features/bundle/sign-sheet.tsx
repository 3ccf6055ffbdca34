import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Running } from '../../app/running.tsx';
import { useLong } from '../../state/use-long.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, CheckField, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { Foreign, Hash, RankMark, Moment } from '../../ui/marks.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { useSay } from '../../words/words.ts';

/** Signs a copy of a bundle's file with a person's key. The passphrase lives in this sheet until it is used, and nowhere else. */
export function SignSheet({ pdf, onClose }: { pdf: string; onClose: () => void }) {
  const say = useSay();
  const { settings, set } = useWindow();
  const { services, anchors } = settings.stamping;
  const [p12, setP12] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [stamped, setStamped] = useState(services.length > 0);
  const signing = useLong('bundle.sign');
  const sign = () => {
    void signing.run({
      pdf,
      out: null,
      p12: p12.trim(),
      passphrase: { typed: passphrase },
      services: stamped ? [...services] : [],
      policy: null,
      anchors: [...anchors],
    });
    setPassphrase('');
  };
  const { result } = signing;
  return (
    <ModalSheet title={say('signTitle')} onClose={onClose} wide>
      <div className="stack">
        <p className="soft">{say('signSays')}</p>
        <PathField
          label={say('keyFile')}
          value={p12}
          onChange={setP12}
          choose="file"
          accept={['.p12', '.pfx']}
          focused
        />
        <InputField label={say('passphrase')} value={passphrase} onChange={setPassphrase} secret />
        <CheckField
          label={say('signStamped')}
          on={stamped && services.length > 0}
          set={setStamped}
          disabled={services.length === 0}
        />
        <Running work={signing.running} says="signing" />
        {signing.trouble ? <Trouble error={signing.trouble} /> : null}
        {result ? <SignedBundle result={result} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say(result ? 'close' : 'cancel')}</Button>
          {result ? (
            <Button kind="main" onPress={() => set({ screen: 'verify', toVerify: result.pdf })}>
              {say('verify')}
            </Button>
          ) : (
            <Button kind="sealing" disabled={p12.trim() === '' || signing.running !== undefined} onPress={sign}>
              {say('signNow')}
            </Button>
          )}
        </div>
      </div>
    </ModalSheet>
  );
}

/** What came of signing: level, signer, time as a service stated it, and the hashes of both files. */
function SignedBundle({ result }: { result: Output<'bundle.sign'> }) {
  const say = useSay();
  return (
    <section className="outcome" aria-live="polite">
      <p className="lead">
        <RankMark rank="passed" word={say('signed', { level: result.level })} />
      </p>
      {result.signer ? (
        <p>
          {say('signedBy')}: <Foreign text={result.signer.name} /> · {say('validUntil')}{' '}
          <Moment instant={result.signer.notAfter} />
        </p>
      ) : null}
      {result.stamp ? (
        <p>
          {say('statedTime')}: <Moment instant={result.stamp.genTime} />{' '}
          {result.stamp.trusted ? null : <RankMark rank="unsure" word={say('rootNotTrusted')} />}
        </p>
      ) : null}
      <p className="soft small">{say('signedFile')}</p>
      <p className="mono">{result.pdf}</p>
      <Hash value={result.sha256} />
      <p className="soft small">{say('baseHash')}</p>
      <Hash value={result.baseSha256} />
    </section>
  );
}
