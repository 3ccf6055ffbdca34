import { useEffect, useState, type DragEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Output } from '../../../shared/contract.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { Foreign, Hash, Moment } from '../../ui/marks.tsx';
import { firstPath, WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { Receive } from '../packages/receive.tsx';
import { FirstRun } from './first-run.tsx';
import { NewCaseSheet } from './new-case-sheet.tsx';
import { OpenFolderSheet } from './open-folder-sheet.tsx';
import { RepairOffer } from './repair-offer.tsx';
import { useOpenCase } from './use-open-case.ts';

type Recent = Output<'cases.recent'>['cases'][number];

/** The cases opened last on this computer; where there is none, the first run. */
export function CasesScreen() {
  const say = useSay();
  const { casesSheet: sheet, toOpen, set } = useWindow();
  const setSheet = (casesSheet: typeof sheet) => set({ casesSheet });
  const [filter, setFilter] = useState('');
  const recent = useAsked('cases.recent', {});
  const { open, trouble, setTrouble, tried } = useOpenCase();
  useEffect(() => {
    if (toOpen === null) return;
    useWindow.getState().set({ toOpen: null });
    open(toOpen);
  }, [toOpen, open]);
  useShortcuts({
    'Ctrl+n': () => setSheet('new'),
    n: () => setSheet('new'),
    '/': () => document.querySelector<HTMLInputElement>('.case-filter input')?.focus(),
  });
  const cases = recent.data?.cases ?? [];
  const shown = cases.filter(({ title, folder }) => (title + folder).toLowerCase().includes(filter.toLowerCase()));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    firstPath(event.dataTransfer.files).then(
      (path) => path !== null && open(path),
      (error: unknown) => error instanceof WorkbenchError && setTrouble(error),
    );
  };
  return (
    <div className="scroll" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <div className="desk">
        <header>
          <h1>{say('cases')}</h1>
          <span className="spring" />
          {cases.length > 1 ? (
            <InputField
              className="case-filter bare-label"
              label={say('filterCases')}
              placeholder={say('filterCases')}
              value={filter}
              onChange={setFilter}
            />
          ) : null}
          <Button onPress={() => setSheet('receive')}>{say('receivePackage')}</Button>
          <Button onPress={() => setSheet('open')}>{say('openFolder')}</Button>
          <Button kind="main" onPress={() => setSheet('new')}>
            {say('newCase')}
          </Button>
        </header>
        {trouble ? <Trouble error={trouble} /> : null}
        {trouble ? <RepairOffer key={tried} trouble={trouble} folder={tried} open={open} /> : null}
        {recent.error ? <Trouble error={recent.error} /> : null}
        {recent.isPending ? <p role="status">{say('loading')}</p> : null}
        {recent.data && cases.length === 0 ? <FirstRun /> : null}
        {shown.length > 0 ? (
          <ul className="case-list">
            {shown.map((one) => (
              <CaseLine key={one.folder} one={one} open={open} />
            ))}
          </ul>
        ) : null}
        {cases.length > 0 && shown.length === 0 ? <p className="soft">{say('noCase')}</p> : null}
        {cases.length > 0 ? <p className="soft small case-hint">{say('dropCase')}</p> : null}
      </div>
      {sheet === 'new' ? <NewCaseSheet onClose={() => setSheet(null)} open={open} /> : null}
      {sheet === 'receive' ? (
        <ModalSheet title={say('receivePackage')} onClose={() => setSheet(null)} wide>
          <Receive into={null} />
        </ModalSheet>
      ) : null}
      {sheet === 'open' ? (
        <OpenFolderSheet first={trouble ? tried : ''} onClose={() => setSheet(null)} open={open} />
      ) : null}
    </div>
  );
}

function CaseLine({ one, open }: { one: Recent; open: (folder: string) => void }) {
  const say = useSay();
  const forget = useChange('cases.forget');
  return (
    <li className="case-line">
      <div>
        <AriaButton className="open-case" onPress={() => open(one.folder)}>
          <Foreign text={one.title} />
        </AriaButton>
        <p className="mono soft">{one.folder}</p>
      </div>
      <div className="numbers">
        <p>
          {say('itemsCount', { count: one.items })} · {say('exhibitsCount', { count: one.exhibits })}
        </p>
        <p>
          {say('opened')} <Moment instant={one.lastOpened} />
        </p>
        <Button
          kind="bare"
          label={`${say('forget')}: ${one.title}. ${say('forgetSays')}`}
          onPress={() => forget.mutate({ case: one.folder })}
        >
          {say('forget')}
        </Button>
      </div>
      <p className="small soft">
        {say('log', { seq: one.head.seq })} <Hash value={one.head.hash} />
      </p>
    </li>
  );
}
