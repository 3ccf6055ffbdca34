import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Running } from '../../app/running.tsx';
import { useAsked } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, CheckField, Choice, Empty, InputField, Trouble } from '../../ui/controls.tsx';
import { Hash, RankMark, ShortMoment } from '../../ui/marks.tsx';
import { GatheringLines } from '../../ui/gathering.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { sizeText } from '../../ui/sizes.ts';
import { useSay } from '../../words/words.ts';

/** Hands the newest filed bundle and its evidence over as a package. */
export function ExportPart() {
  const say = useSay();
  const { folder } = useCase();
  const { settings, set } = useWindow();
  const { services, anchors } = settings.stamping;
  const bundles = useAsked('bundle.list', { case: folder });
  const free = useAsked('window.beside', { case: folder, what: 'package' }).data?.path ?? '';
  const [edition, setEdition] = useState<'filing' | 'whole'>('filing');
  const [secret, setSecret] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const [stamped, setStamped] = useState(services.length > 0);
  const exporting = useLong('package.export');
  const locked = (path: string) => (secret === '' ? path : path.replace(/(\.zip)?$/i, '.zip.age'));
  const out = written ?? locked(free);
  const filed = bundles.data?.bundles.find(({ draft, files: [first] }) => !draft && first?.present);
  if (bundles.data && !filed && edition === 'filing') {
    return (
      <Empty title={say('emptyHandOver')} next={say('emptyHandOverNext')}>
        <Button onPress={() => set({ screen: 'bundle' })}>{say('goTo', { target: say('bundle') })}</Button>
        <Button onPress={() => setEdition('whole')}>{say('wholeInstead')}</Button>
      </Empty>
    );
  }
  const write = () =>
    void exporting.run({
      case: folder,
      out: out.trim(),
      edition,
      passphrase: secret === '' ? null : { typed: secret },
      services: stamped ? [...services] : [],
      anchors: [...anchors],
    });
  return (
    <div className="page stack">
      <p className="soft">{say('exportSays')}</p>
      <GatheringLines occasion="handover" />
      {filed ? (
        <p>
          {say('handsOver', { pages: filed.pages, exhibits: filed.exhibits })} · {say('builtOn')}{' '}
          <ShortMoment instant={filed.wall} />
        </p>
      ) : null}
      <Choice
        label={say('edition')}
        value={edition}
        options={[
          ['filing', say('packageFiling')],
          ['whole', say('packageWhole')],
        ]}
        onChange={setEdition}
      />
      {edition === 'whole' ? <RankMark rank="unsure" word={say('wholeSays')} /> : null}
      <InputField label={say('lockWith')} value={secret} onChange={setSecret} secret />
      <PathField label={say('exportTo')} value={out} onChange={setWritten} choose="save" />
      <CheckField
        label={say('exportStamped')}
        on={stamped && services.length > 0}
        set={setStamped}
        disabled={services.length === 0}
      />
      {services.length === 0 ? (
        <p className="row">
          <Button kind="bare" onPress={() => set({ screen: 'settings' })}>
            {say('setServices')}
          </Button>
        </p>
      ) : null}
      <div className="row">
        <Button kind="main" onPress={write} disabled={exporting.running !== undefined || out.trim() === ''}>
          {say('exportNow')}
        </Button>
      </div>
      <Running work={exporting.running} says="exporting" />
      {exporting.trouble ? <Trouble error={exporting.trouble} /> : null}
      {exporting.result ? <ExportedPackage result={exporting.result} /> : null}
    </div>
  );
}

/** What was written, what was withheld, and the hash by which the receiver knows the package. */
function ExportedPackage({ result }: { result: Output<'package.export'> }) {
  const say = useSay();
  const set = useWindow((state) => state.set);
  return (
    <section className="outcome" aria-live="polite">
      <p className="lead">
        <RankMark rank="passed" word={say('exported')} />
      </p>
      <p>
        {say('exportedSays', {
          items: result.items,
          files: result.files,
          size: sizeText(result.bytes),
        })}
      </p>
      {result.withheld.length > 0 ? (
        <p>
          {say('exportWithheld', {
            count: result.withheld.length,
            names: [...new Set(result.withheld.map(({ name }) => name))].join(', '),
          })}
        </p>
      ) : null}
      {result.carried.length > 0 ? (
        <p>
          <RankMark rank="unsure" word={say('exportCarried', { names: result.carried.join(', ') })} />
        </p>
      ) : null}
      <p className="mono">{result.path}</p>
      <p className="soft small">{say('packageDigest')}</p>
      <Hash value={result.tagManifest} />
      <div className="row">
        <Button onPress={() => set({ screen: 'verify', toVerify: result.path })}>{say('verifyPackage')}</Button>
      </div>
    </section>
  );
}
