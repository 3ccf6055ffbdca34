import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { readableInstant } from '../../../shared/instant.ts';
import { logInOnce, type Visitor } from '../../state/capture-queue.ts';
import { useChange } from '../../state/queries.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { GatheringLines } from '../../ui/gathering.tsx';
import { Button, Choice, InputField, ModalSheet } from '../../ui/controls.tsx';
import { Foreign } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

/** Whose eyes a page is seen with: nobody's, those of one login for many pages, or the person's own at each page. */
export function VisitorRow(props: {
  visitor: Visitor;
  onChange: (visitor: Visitor) => void;
  session: Output<'queue.list'>['session'];
  /** Where a login begins: the first address that was pasted. */
  first: string | undefined;
}) {
  const { visitor, onChange, session, first } = props;
  const say = useSay();
  const { folder } = useCase();
  const { settings } = useWindow();
  const end = useChange('session.end');
  const [reads, setReads] = useState(false);
  const chosen = visitor.as === 'session' && !session ? 'nobody' : visitor.as;
  const since = session && readableInstant(session.since, -new Date().getTimezoneOffset()).slice(0, 16);
  return (
    <div className="row visitor">
      <Choice
        quiet
        label={say('visitor')}
        value={chosen}
        options={[
          ['nobody', say('asNobody')],
          ...(session ? [['session', say('inSession')] as const] : []),
          ['by-hand', say('workedByHand')],
        ]}
        onChange={(as) => onChange({ ...visitor, as })}
      />
      <InputField
        label={say('accountIs')}
        value={visitor.account}
        onChange={(account) => onChange({ ...visitor, account })}
      />
      <Button disabled={first === undefined} onPress={() => setReads(true)}>
        {say('logInOnce')}
      </Button>
      {reads && first !== undefined ? (
        <ModalSheet title={say('logInOnce')} onClose={() => setReads(false)}>
          <GatheringLines occasion="login" />
          <div className="actions">
            <Button onPress={() => setReads(false)}>{say('cancel')}</Button>
            <Button
              kind="main"
              onPress={() => {
                setReads(false);
                void logInOnce(folder, first, visitor.account, settings).then(() =>
                  onChange({ ...visitor, as: 'session' }),
                );
              }}
            >
              {say('openBrowser')}
            </Button>
          </div>
        </ModalSheet>
      ) : null}
      {session && since !== null ? (
        <>
          <span className="soft small">
            <Foreign
              text={say('sessionIs', {
                account: session.account ?? say('accountNotStated'),
                since,
                address: session.address,
              })}
            />
          </span>
          <Button kind="bare" onPress={() => end.mutate({ case: folder })}>
            {say('eraseSession')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
