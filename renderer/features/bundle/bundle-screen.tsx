import { useCallback, useState } from 'react';
import { useNow } from '../../app/status-bar.tsx';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useCase } from '../../state/window-state.ts';
import { secondsLeft, useRunning } from '../../state/work.ts';
import { Button, Empty, Progress, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { BundleBar, type BundleSheet } from './bundle-bar.tsx';
import { BundleOutline, BundleProblems } from './bundle-sides.tsx';
import { OptionsSheet } from './options-sheet.tsx';
import type { OutlineLine } from './pdf-outline.ts';
import { PdfPages } from './pdf-pages.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { SignSheet } from './sign-sheet.tsx';
import { useBundles } from './use-bundles.ts';

/** The real pages, outline left, problems right. */
export function BundleScreen() {
  const { key } = useCase();
  const bundles = useBundles();
  const { bundle, files, file, build, stopped, building, trouble } = bundles;
  const [outline, setOutline] = useState<readonly OutlineLine[]>([]);
  const onOutline = useCallback((lines: readonly OutlineLine[]) => setOutline(lines), []);
  const [jump, setJump] = useState<{ page: number; at: number } | undefined>();
  const [twoPages, setTwoPages] = useState(false);
  const [sheet, setSheet] = useState<BundleSheet | null>(null);
  const close = () => setSheet(null);
  useShortcuts({ 'Ctrl+e': () => build(stopped) });
  return (
    <>
      <BundleBar bundles={bundles} turnTwoPages={() => setTwoPages(!twoPages)} open={setSheet} />
      {sheet === 'sign' && file ? <SignSheet pdf={file.pdf} onClose={close} /> : null}
      {sheet === 'options' ? <OptionsSheet onClose={close} /> : null}
      {sheet === 'plan' ? <PlanSheet onClose={close} /> : null}
      {building ? <Building /> : null}
      {trouble ? <Trouble error={trouble} /> : null}
      <div className="bundle">
        <BundleOutline outline={outline} go={(page) => setJump({ page, at: Date.now() })} />
        {bundle && file?.present ? (
          <PdfPages
            key={file.pdf}
            address={`/case/${key}/bundle/${bundle.seq}/${files.indexOf(file)}`}
            label={`#${bundle.seq}`}
            twoPages={twoPages}
            onOutline={onOutline}
            {...(jump && { jump })}
          />
        ) : (
          <NoPages missing={file?.pdf} />
        )}
        <BundleProblems bundles={bundles} />
      </div>
    </>
  );
}

/** @param missing the path of a bundle that was built, and is not there any more */
function NoPages({ missing }: { missing: string | undefined }) {
  const say = useSay();
  return (
    <div className="pdf">
      {missing === undefined ? (
        <Empty title={say('emptyBundle')} next={say('emptyBundleNext')} />
      ) : (
        <Empty title={say('missingFile')} next={missing} />
      )}
    </div>
  );
}

function Building() {
  const say = useSay();
  const work = useRunning(['bundle.build']);
  const now = useNow(1_000);
  if (!work) return null;
  const left = secondsLeft(work, now);
  return (
    <div className="building" role="status">
      <span>{say('building', { done: work.done, of: work.all ?? '?' })}</span>
      <Progress label={say('build')} done={work.done} of={work.all} />
      <span className="soft">{left === null ? '' : say('timeLeft', { seconds: left })}</span>
      <Button onPress={work.stop}>{say('cancel')}</Button>
    </div>
  );
}
