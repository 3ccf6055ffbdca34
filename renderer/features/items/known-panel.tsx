import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { categoryNames } from '../../../shared/case/category.ts';
import type { Output } from '../../../shared/contract.ts';
import { eventName } from '../../../shared/messages/names/event-names.ts';
import { adviceOn } from '../../../shared/messages/reasons/advice.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { stepName } from '../../../shared/messages/names/step-names.ts';
import { useAsked, useRowOf } from '../../state/queries.ts';
import { useCase, useHere, useLanguage, useWindow } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { Foreign, Hash, RankMark, Moment, OutcomeMark, ShortMoment, stepRank } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import { ExhibitFields } from '../exhibits/exhibit-fields.tsx';
import { Anchors } from './anchors.tsx';
import { CompareSheet } from '../compare/compare-sheet.tsx';
import { FactList } from './fact-list.tsx';
import { StoredText } from './stored-text.tsx';

type Shown = Output<'items.show'>;

/** What is this, where from, when, how sure, which hash: of what is selected. */
export function KnownPanel() {
  const say = useSay();
  const { folder } = useCase();
  const { screen } = useWindow();
  const { selected } = useHere();
  const item = selected.at(-1);
  const row = useRowOf(item);
  const { anchors } = useWindow((state) => state.settings.stamping);
  const input = { case: folder, item: item ?? '', ...(anchors.length > 0 && { anchors: [...anchors] }) };
  const shown = useAsked('items.show', input, { enabled: row !== undefined });
  if (!row) {
    return (
      <div className="known-inside">
        <p className="soft">{say('selectSomething')}</p>
      </div>
    );
  }
  const data = shown.data?.summary.item === row.item ? shown.data : undefined;
  return (
    <div className="known-inside">
      <h2 className="known-title">
        <Foreign text={row.title} />
      </h2>
      {screen === 'exhibits' ? <ExhibitFields /> : <Judgement />}
      {shown.error ? <Trouble error={shown.error} /> : null}
      {data ? <Known key={row.item} shown={data} /> : null}
    </div>
  );
}

/** What people decided stands visibly apart from what was measured and sealed. */
function Judgement() {
  const say = useSay();
  const language = useLanguage();
  const row = useRowOf(useHere().selected.at(-1));
  if (!row) return null;
  return (
    <section className="judgement" aria-label={say('notes')}>
      <h3>{say('notes')}</h3>
      <p>
        <RankMark
          rank={row.decision === 'accepted' ? 'passed' : 'waiting'}
          word={`${say(row.decision)}${row.reason === null ? '' : `: ${row.reason}`}`}
        />{' '}
        · {categoryNames[row.category][language]}
      </p>
      <p>
        {row.tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </p>
    </section>
  );
}

function Known({ shown }: { shown: Shown }) {
  const say = useSay();
  const tabs = [
    ['facts', <FactList key="facts" shown={shown} />],
    ['steps', <Steps key="steps" shown={shown} />],
    ['text', <StoredText key="text" item={shown.summary.item} record={shown.record} show="text" />],
    ['network', <StoredText key="network" item={shown.summary.item} record={shown.record} show="network" />],
    [
      'environment',
      <StoredText key="environment" item={shown.summary.item} record={shown.record} show="environment" />,
    ],
    ['files', <Files key="files" shown={shown} />],
    ['custody', <Custody key="custody" shown={shown} />],
    ['history', <History key="history" item={shown.summary.item} />],
  ] as const;
  return (
    <Tabs defaultSelectedKey="facts">
      <TabList className="tabs" aria-label={say('sealedFacts')}>
        {tabs.map(([name]) => (
          <Tab key={name} id={name} className="tab">
            {say(name)}
          </Tab>
        ))}
      </TabList>
      {tabs.map(([name, content]) => (
        <TabPanel key={name} id={name}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Steps({ shown }: { shown: Shown }) {
  const say = useSay();
  const language = useLanguage();
  const { steps, warnings } = shown.record;
  const advice = adviceOn(shown.record, language);
  return (
    <>
      <ol className="ledger">
        {steps.map(({ step, outcome, ms, reason }, at) => (
          <li key={`${step} ${at}`}>
            <RankMark rank={stepRank(outcome)} word="" />
            <span>{stepName(step, language)}</span>
            <span className="soft">{(ms / 1000).toFixed(1)} s</span>
            {reason ? <span className="why">{describeReason(reason, language)}</span> : null}
          </li>
        ))}
      </ol>
      {warnings.length + advice.length > 0 ? <h3>{say('warnings')}</h3> : null}
      <ul className="ledger">
        {warnings.map((warning, at) => (
          <li key={`${warning.code} ${at}`}>
            <RankMark rank="unsure" word="" />
            <span>{describeReason(warning, language)}</span>
          </li>
        ))}
        {advice.map(({ code, message }) => (
          <li key={code}>
            <span className="soft">{message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Files({ shown }: { shown: Shown }) {
  const say = useSay();
  return (
    <>
      <dl className="stack">
        <div>
          <dt className="soft small">{say('recordHash')}</dt>
          <dd>
            <Hash value={shown.recordFile.sha256} />
          </dd>
        </div>
        {shown.record.artifacts.map(({ name, sha256, bytes, mediaType }) => (
          <div key={name}>
            <dt>
              {name}{' '}
              <span className="soft small">
                {mediaType}, {bytes.toString()} B
              </span>
            </dt>
            <dd>
              <Hash value={sha256} />
            </dd>
          </div>
        ))}
      </dl>
      <Anchors shown={shown} />
    </>
  );
}

function Custody({ shown }: { shown: Shown }) {
  const language = useLanguage();
  return (
    <ol className="ledger">
      {shown.custody.map(({ seq, wall, act, person }) => (
        <li key={seq}>
          <span className="soft">{seq}</span>
          <span>{eventName(act, language)}</span>
          <span className="soft">{person}</span>
          <span className="why">
            <Moment instant={wall} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Earlier and later captures of the same address. */
function History({ item }: { item: string }) {
  const { folder } = useCase();
  const { set } = useHere();
  const say = useSay();
  const [other, setOther] = useState<string | null>(null);
  const rows = useAsked('evidence.history', { case: folder, item }).data?.rows ?? [];
  const timeOf = (id: string) => rows.find((row) => row.item === id)?.startedAt ?? '';
  const [before = item, after = item] = [item, other ?? item].sort((one, two) => (timeOf(one) < timeOf(two) ? -1 : 1));
  return (
    <>
      <ol className="ledger">
        {rows.map((row) => (
          <li key={row.item}>
            <span className="soft">{row.item === item ? '▸' : ''}</span>
            <span>
              <Button kind="bare" onPress={() => set({ selected: [row.item], decision: 'all', filter: '' })}>
                <ShortMoment instant={row.startedAt} />
              </Button>
            </span>
            <OutcomeMark outcome={row.outcome} answers={row.answers} />
            {row.item === item ? null : (
              <Button kind="bare" onPress={() => setOther(row.item)}>
                {say('compare')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {other === null ? null : <CompareSheet before={before} after={after} onClose={() => setOther(null)} />}
    </>
  );
}
