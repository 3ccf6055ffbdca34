import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Obligation } from '../../../shared/order/order.ts';
import { useRowOf } from '../../state/queries.ts';
import { useCase, useShowItem } from '../../state/window-state.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { Foreign, RankMark, ShortMoment, type Rank } from '../../ui/marks.tsx';
import { PrintedTable } from '../../ui/printed-table.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { ComplianceReport } from './compliance-report.tsx';
import { ObligationSheet } from './obligation-sheet.tsx';
import { useOrder } from './use-order.ts';

type Finding = Output<'order.keep'>['obligations'][number];
type Table = Output<'order.keep'>['tables'][number];
type Kind = Obligation['kind'];

const adds = [
  ['stop', 'addStop'],
  ['clarify', 'addClarify'],
  ['homepage', 'addHomepage'],
] as const satisfies readonly (readonly [Kind, Word])[];

/** What the order asks for, row by row, with what the captures of the case show of each. */
export function ObligationsPart() {
  const say = useSay();
  const { state, trouble, save } = useOrder();
  const [sheet, setSheet] = useState<Readonly<{ kind: Kind; obligation: Obligation | null }> | null>(null);
  if (!state) return trouble ? <Trouble error={trouble} /> : null;
  const { order } = state;
  const keep = (next: Obligation) => {
    const known = order.obligations.some(({ id }) => id === next.id);
    const obligations = known
      ? order.obligations.map((one) => (one.id === next.id ? next : one))
      : [...order.obligations, next];
    save({ ...order, obligations }, () => setSheet(null));
  };
  return (
    <div className="page">
      <div className="row note">
        {adds.map(([kind, word]) => (
          <Button key={kind} onPress={() => setSheet({ kind, obligation: null })}>
            {say(word)}
          </Button>
        ))}
        <span className="spring" />
        {order.obligations.length === 0 ? null : <ComplianceReport />}
      </div>
      {trouble ? <Trouble error={trouble} /> : null}
      {order.obligations.length === 0 ? (
        <Empty title={say('emptyObligations')} next={say('emptyObligationsNext')} />
      ) : null}
      {order.obligations.map((obligation) => {
        const finding = state.obligations.find(({ id }) => id === obligation.id);
        const table = state.tables.find(({ of }) => of === obligation.id);
        return finding && table ? (
          <ObligationCard
            key={obligation.id}
            obligation={obligation}
            finding={finding}
            table={table}
            edit={() => setSheet({ kind: obligation.kind, obligation })}
            remove={() => save({ ...order, obligations: order.obligations.filter(({ id }) => id !== obligation.id) })}
          />
        ) : null;
      })}
      {sheet ? (
        <ObligationSheet
          kind={sheet.kind}
          obligation={sheet.obligation}
          order={order}
          keep={keep}
          trouble={trouble}
          onClose={() => setSheet(null)}
        />
      ) : null}
    </div>
  );
}

function ObligationCard(props: {
  obligation: Obligation;
  finding: Finding;
  table: Table;
  edit: () => void;
  remove: () => void;
}) {
  const { obligation, finding, table, edit, remove } = props;
  const say = useSay();
  return (
    <section className="obligation">
      <div className="row">
        <h2>{table.title}</h2>
        <span className="spring" />
        <Button kind="bare" onPress={edit} label={`${say('editObligation')}: ${table.title}`}>
          {say('editObligation')}
        </Button>
        <Button kind="bare" onPress={remove} label={`${say('remove')}: ${table.title}`}>
          {say('remove')}
        </Button>
      </div>
      {table.notes.map((note) => (
        <p key={note} className="soft small">
          {note}
        </p>
      ))}
      {finding.kind === 'homepage' ? <Days finding={finding} /> : null}
      {obligation.kind === 'clarify' ? <Sides obligation={obligation} /> : null}
      <Rows table={table} ranks={ranksOf(finding)} />
    </section>
  );
}

/** The rows as they are printed in the report, each with its verdict's mark. */
function Rows({ table, ranks }: { table: Table; ranks: readonly Rank[] }) {
  const mark = (at: number) => (ranks[at] ? <RankMark rank={ranks[at]} word="" /> : null);
  return <PrintedTable table={table} first="marked-cell" mark={mark} />;
}

function ranksOf(finding: Finding): readonly Rank[] {
  switch (finding.kind) {
    case 'stop':
      return finding.places.map(({ state }) => stopRanks[state]);
    case 'clarify':
      return finding.channels.map(({ state, notSeen }) =>
        state === 'not-seen' && notSeen?.term !== 'after' ? 'unsure' : channelRanks[state],
      );
    case 'homepage':
      return finding.days.map(dayRank);
  }
}

const stopRanks = {
  'not-seen': 'passed',
  'still-seen': 'failed',
  'seen-after-due': 'unsure',
  'seen-before-order': 'unsure',
  'seen-before-due': 'unsure',
  'seen-due-unknown': 'unsure',
  'cannot-tell': 'unsure',
  'not-checked': 'waiting',
} as const satisfies Record<string, Rank>;
const channelRanks = {
  seen: 'passed',
  registered: 'unsure',
  'not-seen': 'failed',
  'not-checked': 'waiting',
} as const satisfies Record<string, Rank>;
const dayMarks = {
  yes: ['passed', 'legendSeen', 'daySeen'],
  no: ['failed', 'legendNotSeen', 'dayNotSeen'],
  unknown: ['unsure', 'legendUnknown', 'dayUnknown'],
  unchecked: ['waiting', 'legendUnchecked', 'dayUnchecked'],
} as const satisfies Record<string, readonly [Rank, Word, Word]>;

/** A day on which nothing was seen is a failure only where the term had ended. */
function dayRank({ seen, term }: Extract<Finding, { kind: 'homepage' }>['days'][number]): Rank {
  return seen === 'no' && term !== 'after' ? 'unsure' : dayMarks[seen][0];
}

/** Days as columns: seen, not seen, cannot be told, not checked. */
function Days({ finding }: { finding: Extract<Finding, { kind: 'homepage' }> }) {
  const say = useSay();
  return (
    <>
      <ol className="days">
        {finding.days.map(({ day, seen, term }) => (
          <li key={day} className={`day ${seen}`} title={say(dayMarks[seen][2], { day })}>
            <span className="hidden-said">{say(dayMarks[seen][2], { day })}</span>
            <span aria-hidden="true">
              <RankMark rank={dayRank({ day, seen, term })} word="" />
              <br />
              {day.slice(5)}
            </span>
          </li>
        ))}
      </ol>
      <p className="small legend" aria-hidden="true">
        {Object.values(dayMarks).map(([rank, word]) => (
          <RankMark key={word} rank={rank} word={say(word)} />
        ))}
      </p>
    </>
  );
}

/** Original and clarification side by side, channel by channel. */
function Sides({ obligation }: { obligation: Extract<Obligation, { kind: 'clarify' }> }) {
  const say = useSay();
  return (
    <ul className="sides">
      {obligation.channels.map(({ channel, originals, clarifications }) => (
        <li key={channel} className="side-pair">
          <h3>{channel}</h3>
          <Side label={say('originals')} items={originals} />
          <Side label={say('clarifications')} items={clarifications} />
        </li>
      ))}
    </ul>
  );
}

function Side({ label, items }: { label: string; items: readonly string[] }) {
  const say = useSay();
  return (
    <div className="side">
      <p className="soft small">{label}</p>
      {items.length === 0 ? <p className="soft">– {say('noItems')}</p> : null}
      {items.map((item) => (
        <SideItem key={item} item={item} />
      ))}
    </div>
  );
}

function SideItem({ item }: { item: string }) {
  const { key } = useCase();
  const show = useShowItem();
  const row = useRowOf(item);
  if (!row) return <p className="mono">{item}</p>;
  return (
    <div className="side-item">
      {row.pictured ? <img src={`/case/${key}/thumb/${item}`} alt="" loading="lazy" /> : null}
      <Button kind="bare" onPress={() => show(item)}>
        <Foreign text={row.title} />
      </Button>
      <span className="soft small">
        <ShortMoment instant={row.startedAt} />
      </span>
    </div>
  );
}
