import { useCallback, useState, type DragEvent } from 'react';
import { unusual, useBuildOptions } from '../../state/build-options.ts';
import { useAsked } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useCase } from '../../state/window-state.ts';
import { runLong, secondsLeft, useWork } from '../../state/work.ts';
import { useNow } from '../../app/foot.tsx';
import { Button, Choice, Empty, Progress, Trouble } from '../../ui/controls.tsx';
import { Hash, ShortMoment } from '../../ui/marks.tsx';
import { dragOut, hasDesktop, WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { ApplicationDrafts } from './application-drafts.tsx';
import { ListsApart } from './lists-apart.tsx';
import { OptionsSheet } from './options-sheet.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { ProblemList } from './problem-list.tsx';
import { SignSheet } from './sign-sheet.tsx';
import { PdfPages, type OutlineLine } from './pdf-pages.tsx';

/** The real pages, outline left, problems right; one red button. */
export function BundleScreen() {
  const say = useSay();
  const { folder, key } = useCase();
  const bundles = useAsked('bundle.list', { case: folder }).data?.bundles ?? [];
  const judged = useAsked('bundle.problems', { case: folder });
  const problems = judged.data?.problems ?? [];
  const building = useWork(({ running }) => running.find(({ method }) => method === 'bundle.build'));
  const [shown, setShown] = useState<string>('latest');
  const [chosen, setChosen] = useState('');
  const [outline, setOutline] = useState<readonly OutlineLine[]>([]);
  const [jump, setJump] = useState<{ page: number; at: number } | undefined>();
  const [sheet, setSheet] = useState<'options' | 'plan' | 'sign' | null>(null);
  const [options] = useBuildOptions(folder);
  const [two, setTwo] = useState(false);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const onOutline = useCallback((lines: readonly OutlineLine[]) => setOutline(lines), []);
  const stops = problems.filter(({ rank }) => rank === 'stop');
  const build = (draft: boolean) => {
    if (building) return;
    setTrouble(null);
    runLong('bundle.build', { ...options, lists: [...options.lists], case: folder, out: null, draft }).then(
      () => setShown('latest'),
      (error: unknown) => {
        if (error instanceof WorkbenchError && error.code !== 'cancelled') setTrouble(error);
      },
    );
  };
  useShortcuts({ 'Ctrl+e': () => build(stops.length > 0) });
  const bundle = bundles.find(({ seq }) => String(seq) === shown) ?? bundles[0];
  const files = bundle?.files ?? [];
  const file = files.find(({ pdf }) => pdf === chosen) ?? files[0];
  return (
    <>
      <div className="bar">
        {bundle ? (
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
            onChange={setShown}
          />
        ) : null}
        {file && files.length > 1 ? (
          <Choice
            quiet
            label={say('bundleFile')}
            value={file.pdf}
            options={files.map(({ pdf }) => [pdf, fileName(pdf)])}
            onChange={setChosen}
          />
        ) : null}
        {bundle ? (
          <span className="soft small">
            {say('builtOn')} <ShortMoment instant={bundle.wall} />
          </span>
        ) : null}
        <span className="spring" />
        {bundle ? (
          <Button kind="bare" onPress={() => setTwo(!two)}>
            {say('twoPages')}
          </Button>
        ) : null}
        <Button onPress={() => setSheet('plan')}>{say('aroundExhibits')}</Button>
        <Button onPress={() => setSheet('options')}>
          {unusual(options) === 0 ? say('buildOptions') : say('optionsSet', { count: unusual(options) })}
        </Button>
        <Button
          onPress={() => build(true)}
          disabled={building !== undefined}
          label={`${say('buildDraft')}. ${say('draftSays')}`}
        >
          {say('buildDraft')}
        </Button>
        <Button
          onPress={() => setSheet('sign')}
          disabled={!bundle || bundle.draft || !file?.present}
          {...(bundle?.draft && { label: `${say('sign')} ${say('signNeedsFiled')}` })}
        >
          {say('sign')}
        </Button>
        <Button kind="sealing" onPress={() => build(false)} disabled={building !== undefined || stops.length > 0}>
          {say('build')}
        </Button>
      </div>
      {sheet === 'sign' && file ? <SignSheet pdf={file.pdf} onClose={() => setSheet(null)} /> : null}
      {sheet === 'options' ? <OptionsSheet onClose={() => setSheet(null)} /> : null}
      {sheet === 'plan' ? <PlanSheet onClose={() => setSheet(null)} /> : null}
      {building ? <Building /> : null}
      {trouble ? <Trouble error={trouble} /> : null}
      <div className="bundle">
        <nav className="bundle-outline" aria-label={say('outline')} tabIndex={0}>
          <h2 className="minor">{say('outline')}</h2>
          <ol>
            {outline.map(({ title, depth, page }, at) => (
              <li key={`${page} ${at}`} style={{ paddingLeft: depth * 12 }}>
                <button type="button" className="outline-line" onClick={() => setJump({ page, at: Date.now() })}>
                  <span>{title}</span> <span className="soft">{page}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        {bundle && file?.present ? (
          <PdfPages
            key={file.pdf}
            address={`/case/${key}/bundle/${bundle.seq}/${files.indexOf(file)}`}
            label={`#${bundle.seq}`}
            twoPages={two}
            onOutline={onOutline}
            {...(jump && { jump })}
          />
        ) : (
          <div className="pdf">
            {file ? (
              <Empty title={say('missingFile')} next={file.pdf} />
            ) : (
              <Empty title={say('emptyBundle')} next={say('emptyBundleNext')} />
            )}
          </div>
        )}
        <section className="problems" aria-label={say('problems')} tabIndex={0}>
          {judged.error ? <Trouble error={judged.error} /> : <ProblemList problems={problems} />}
          {file ? (
            <>
              <h2 className="minor">{say('hash')}</h2>
              <Hash value={file.sha256} />
              <BundlePath path={file.pdf} />
            </>
          ) : null}
          <ListsApart />
          <ApplicationDrafts />
        </section>
      </div>
    </>
  );
}

/** `/a/b/evidence-bundle-2.pdf` → `evidence-bundle-2` */
const fileName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.pdf$/, '');

/** Where the bundle lies; where the shell has a desktop, it can be dragged from here into a mail or a folder. */
function BundlePath({ path }: { path: string }) {
  const say = useSay();
  if (!hasDesktop) return <p className="mono small soft">{path}</p>;
  const drag = (event: DragEvent) => {
    event.preventDefault();
    dragOut(path);
  };
  return (
    <p className="mono small soft dragged-out" draggable onDragStart={drag} title={say('dragOut')}>
      {path}
    </p>
  );
}

function Building() {
  const say = useSay();
  const work = useWork(({ running }) => running.find(({ method }) => method === 'bundle.build'));
  const now = useNow(1_000);
  if (!work) return null;
  const left = secondsLeft(work, now);
  return (
    <div className="building" role="status">
      <span>{say('building', { done: work.done, of: work.of ?? '?' })}</span>
      <Progress label={say('build')} done={work.done} of={work.of} />
      <span className="soft">{left === null ? '' : say('timeLeft', { seconds: left })}</span>
      <Button onPress={work.stop}>{say('cancel')}</Button>
    </div>
  );
}
