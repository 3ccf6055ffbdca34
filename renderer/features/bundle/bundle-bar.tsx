import { unusual } from '../../state/build-options.ts';
import { Button, Choice } from '../../ui/controls.tsx';
import { ShortMoment } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import type { Bundles } from './use-bundles.ts';

export type BundleSheet = 'options' | 'plan' | 'sign';

/** Which bundle is shown, and the acts on it; one red button. */
export function BundleBar(props: { bundles: Bundles; turnTwoPages: () => void; open: (sheet: BundleSheet) => void }) {
  const { bundles, turnTwoPages, open } = props;
  const say = useSay();
  const { bundle, file, build, building, stopped, options } = bundles;
  return (
    <div className="bar">
      <ShownBundle bundles={bundles} />
      <span className="acts">
        {bundle ? (
          <Button kind="bare" onPress={turnTwoPages}>
            {say('twoPages')}
          </Button>
        ) : null}
        <Button onPress={() => open('plan')}>{say('aroundExhibits')}</Button>
        <Button onPress={() => open('options')}>
          {unusual(options) === 0 ? say('buildOptions') : say('optionsSet', { count: unusual(options) })}
        </Button>
        <Button onPress={() => build(true)} disabled={building} label={`${say('buildDraft')}. ${say('draftSays')}`}>
          {say('buildDraft')}
        </Button>
        <Button
          onPress={() => open('sign')}
          disabled={!bundle || bundle.draft || !file?.present}
          {...(bundle?.draft && { label: `${say('sign')} ${say('signNeedsFiled')}` })}
        >
          {say('sign')}
        </Button>
        <Button kind="sealing" onPress={() => build(false)} disabled={building || stopped}>
          {say('build')}
        </Button>
      </span>
    </div>
  );
}

function ShownBundle({ bundles: { bundles, bundle, showBundle, files, file, showFile } }: { bundles: Bundles }) {
  const say = useSay();
  if (!bundle) return null;
  return (
    <>
      <Choice
        quiet
        label={say('preview')}
        value={String(bundle.seq)}
        options={bundles.map((one) => [
          String(one.seq),
          [
            `#${one.seq}`,
            ...(one.report ? [say('complianceReport')] : []),
            say('pagesCount', { count: one.pages }),
            ...(one.draft ? [say('draft')] : []),
          ].join(' · '),
        ])}
        onChange={showBundle}
      />
      {file && files.length > 1 ? (
        <Choice
          quiet
          label={say('bundleFile')}
          value={file.pdf}
          options={files.map(({ pdf }) => [pdf, fileName(pdf)])}
          onChange={showFile}
        />
      ) : null}
      <span className="soft small">
        {say('builtOn')} <ShortMoment instant={bundle.wall} />
      </span>
    </>
  );
}

/** `/a/b/evidence-bundle-2.pdf` → `evidence-bundle-2` */
const fileName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.pdf$/, '');
