import { useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { FileTrigger, Button as AriaButton } from 'react-aria-components';
import { categories, categoryNames, type Category } from '../../../shared/case/category.ts';
import type { Method } from '../../../shared/contract.ts';
import { findAddresses } from '../../../shared/window/find-addresses.ts';
import { capture, refreshQueue, runQueue, takeIn, useInbox, type Visitor } from '../../state/inbox.ts';
import { useAsked, useChange, useRows } from '../../state/queries.ts';
import { useCase, useLanguage, useWindow } from '../../state/window-state.ts';
import { useWork } from '../../state/work.ts';
import { Button, Choice, Empty, Trouble } from '../../ui/controls.tsx';
import { pathsOf, WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { FileLine } from './file-line.tsx';
import { HandBar } from './hand-bar.tsx';
import { JobLine } from './job-line.tsx';
import { VisitorRow } from './visitor-row.tsx';

const open = ['waiting', 'begun'];
const captures: readonly Method[] = ['queue.run', 'queue.finish', 'session.begin'];

/** One large field: paste forty links, drop files, press Enter. Every line becomes a row with its live steps. */
export function InboxScreen() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const { settings, draft, putAway, set } = useWindow();
  const rows = useRows();
  const [category, setCategory] = useState<Category>('coverage');
  const [device, setDevice] = useState(settings.capture.device);
  const [touch, setTouch] = useState<'as-it-is' | 'unfolded'>('as-it-is');
  const [visitor, setVisitor] = useState<Visitor>({ as: 'nobody', account: '' });
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const queue = useAsked('queue.list', { case: folder }).data;
  const files = useInbox((state) => state.files);
  const running = useWork(({ running: all }) => all.find(({ method }) => captures.includes(method)));
  const retry = useChange('queue.retry');
  const found = findAddresses(draft, (address) => URL.parse(address)?.href ?? null);
  const known = new Set(rows.map(({ from }) => from));
  const already = found.addresses.filter(({ url }) => known.has(url)).length;
  const away = new Set(putAway);
  const jobs = (queue?.jobs ?? []).filter(({ job }) => !away.has(job));
  const waiting = jobs.filter(({ state }) => open.includes(state));
  const short = jobs.filter(({ state }) => !open.includes(state) && state !== 'complete');
  const done = jobs.filter(({ state }) => state === 'complete').reverse();

  const tell = (error: unknown) => {
    if (error instanceof WorkbenchError) setTrouble(error);
  };
  const begin = () => {
    if (found.addresses.length === 0) return;
    setTrouble(null);
    set({ draft: '', said: say('addressesFound', { count: found.addresses.length }) });
    capture(
      folder,
      found.addresses.map(({ url }) => url),
      category,
      device,
      touch,
      visitor.as === 'session' && !queue?.session ? { ...visitor, as: 'nobody' } : visitor,
      settings,
    ).catch(tell);
  };
  const bring = (list: Iterable<File>) => void pathsOf(list).then((paths) => takeIn(folder, paths, category, ''));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    begin();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    bring(event.clipboardData.files);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return; // dropped text goes into the field by itself
    event.preventDefault();
    bring(event.dataTransfer.files);
  };
  const retryShort = () =>
    retry.mutate(
      {
        case: folder,
        jobs: short.filter(({ offers }) => offers.includes('retry')).map(({ job }) => job),
        reason: say('byPerson'),
      },
      { onSuccess: () => void runQueue(folder, settings.capture.concurrency) },
    );
  return (
    <>
      <div
        className={`paste ${over ? 'over' : ''}`}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <textarea
          aria-label={say('pasteHere')}
          placeholder={say('pasteHere')}
          value={draft}
          onChange={(event) => set({ draft: event.target.value })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <div className="row">
          <Choice
            quiet
            label={say('category')}
            value={category}
            options={categories.map((one) => [one, categoryNames[one][language]])}
            onChange={setCategory}
          />
          <Choice
            quiet
            label={say('view')}
            value={device}
            options={[
              ['desktop', say('desktop')],
              ['phone', say('phone')],
            ]}
            onChange={setDevice}
          />
          <Choice
            quiet
            label={say('touch')}
            value={touch}
            options={[
              ['as-it-is', say('asItIs')],
              ['unfolded', say('unfolded')],
            ]}
            onChange={setTouch}
          />
          <FileTrigger allowsMultiple onSelect={(list) => list && bring(list)}>
            <AriaButton className="button">{say('chooseFiles')}</AriaButton>
          </FileTrigger>
          <span className="soft small" role="status">
            {draft.trim() === ''
              ? say('pasteSays')
              : found.addresses.length === 0
                ? say('noAddress')
                : [
                    say('addressesFound', { count: found.addresses.length }),
                    ...(found.doubles > 0 ? [say('doubles', { count: found.doubles })] : []),
                    ...(already > 0 ? [say('already', { count: already })] : []),
                  ].join(' · ')}
          </span>
          <span className="spring" />
          <Button kind="main" disabled={found.addresses.length === 0} onPress={begin}>
            {say('captureAll')} <kbd>Enter</kbd>
          </Button>
        </div>
        <VisitorRow
          visitor={visitor}
          onChange={setVisitor}
          session={queue?.session ?? null}
          first={found.addresses[0]?.url}
        />
      </div>
      <HandBar />
      {trouble ? <Trouble error={trouble} /> : null}
      {retry.error ? <Trouble error={retry.error} /> : null}
      {jobs.length > 0 || files.length > 0 ? (
        <div className="queue-head">
          <h2>{say('queueOf')}</h2>
          <span className="soft small">
            {waiting.length > 0 && !running ? say('leftFromBefore', { count: waiting.length }) : null}{' '}
            {queue?.held ?? ''}
          </span>
          <span className="spring" />
          {waiting.length > 0 && !running ? (
            <Button onPress={() => void runQueue(folder, settings.capture.concurrency)}>{say('resume')}</Button>
          ) : null}
          {running ? <Button onPress={running.stop}>{say('stopAll')}</Button> : null}
          {short.length > 0 ? <Button onPress={retryShort}>{say('retryAll')}</Button> : null}
          {done.length > 0 || files.length > 0 ? (
            <Button
              kind="bare"
              onPress={() => {
                set({ putAway: [...putAway, ...done.map(({ job }) => job)] });
                useInbox.setState({ files: files.filter(({ state }) => state !== 'taken') });
              }}
            >
              {say('clearDone')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className="queue-rows" tabIndex={0} role="region" aria-label={say('queueOf')}>
        {jobs.length === 0 && files.length === 0 ? (
          <Empty title={say('emptyInbox')} next={say('emptyInboxNext')} />
        ) : null}
        <ul>
          {files.map((file) => (
            <FileLine key={file.path} file={file} />
          ))}
          {[...waiting, ...short, ...done].map((job) => (
            <JobLine key={job.job} job={job} changed={refreshQueue} />
          ))}
        </ul>
      </div>
    </>
  );
}
