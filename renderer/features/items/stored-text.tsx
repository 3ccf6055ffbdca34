import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ItemRecord, Role } from '../../../shared/case/record.ts';
import { useCase } from '../../state/window-state.ts';
import { useChange } from '../../state/queries.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { visibleLines } from '../../../shared/visible-text.ts';
import { useSay } from '../../words/words.ts';

const roles: Readonly<Record<'text' | 'network' | 'environment', readonly Role[]>> = {
  text: ['text'],
  network: ['gateway-log', 'headers', 'certificate-chain', 'second-path'],
  environment: ['environment'],
};

/** More than this is not shown here; the file itself has everything. */
const longest = 200_000;

/** Stored texts as they are: the page's words, the network's log, the environment record. */
export function StoredText(props: { item: string; record: ItemRecord; show: keyof typeof roles }) {
  const { item, record, show } = props;
  const say = useSay();
  const { key } = useCase();
  const files = roles[show].flatMap((role) => record.artifacts.filter((one) => one.role === role));
  const { data } = useQuery({
    queryKey: ['stored', item, show],
    queryFn: () =>
      Promise.all(files.map(async ({ name }) => [name, await textOf(`/case/${key}/item/${item}/${name}`)] as const)),
  });
  const dom = show === 'text' ? record.artifacts.find(({ role }) => role === 'dom') : undefined;
  const readable = show === 'text' && record.kind === 'import' && ['images', 'document'].includes(record.pages.as);
  if (files.length === 0)
    return (
      <div className="stack">
        <p className="soft">{say('notRecorded')}</p>
        {readable ? <ReadByMachine item={item} /> : null}
      </div>
    );
  return (
    <div className="stack">
      {show === 'text' ? <p className="soft small">{say('textNote')}</p> : null}
      {data?.map(([name, text]) => (
        <section key={name}>
          {show === 'text' ? null : <h3>{name}</h3>}
          <pre className={show === 'text' ? 'plain-text' : 'plain-text mono'}>{text}</pre>
        </section>
      ))}
      {dom ? <Replay address={`/case/${key}/replay/${item}`} /> : null}
    </div>
  );
}

/** Reads the words of an imported picture by machine, so that it can be searched; what was read is marked as such. */
function ReadByMachine({ item }: { item: string }) {
  const say = useSay();
  const { folder } = useCase();
  const read = useChange('items.read');
  const [found] = read.data?.items ?? [];
  return (
    <>
      <Button disabled={read.isPending} onPress={() => read.mutate({ case: folder, items: [item] })}>
        {say('readWords')}
      </Button>
      {read.error ? <Trouble error={read.error} /> : null}
      {found ? (
        <p className="small" role="status">
          {found.lines === null ? (found.why ?? '') : say('wordsRead', { count: found.lines })}
        </p>
      ) : null}
    </>
  );
}

/** The stored document in a frame that can do nothing, and only when a person asks for it. */
function Replay({ address }: { address: string }) {
  const say = useSay();
  const [on, setOn] = useState(false);
  return (
    <section>
      <p className="soft small">{say('replaySays')}</p>
      <Button onPress={() => setOn(!on)}>{on ? say('close') : say('replay')}</Button>
      {on ? (
        <iframe className="replay" sandbox="" title={say('replay')} src={address} referrerPolicy="no-referrer" />
      ) : null}
    </section>
  );
}

async function textOf(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) return '';
  const text = (await answer.text()).slice(0, longest);
  return visibleLines(text);
}
