import { useState } from 'react';
import { categories, categoryNames, type Category } from '../../../shared/case/category.ts';
import type { Output } from '../../../shared/contract.ts';
import { findAddresses } from '../../../shared/window/find-addresses.ts';
import { useLanguage } from '../../state/window-state.ts';
import { Button, Choice, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import type { WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

type List = Output<'watch.keep'>['list'];
type Expectation = List[number]['expect']['is'];

/** Addresses to watch, pasted as text, all with the same expectation. */
export function WatchSheet(props: {
  list: List;
  trouble: WorkbenchError | null;
  keep: (list: List) => void;
  onClose: () => void;
}) {
  const { list, trouble, keep, onClose } = props;
  const say = useSay();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [is, setIs] = useState<Expectation>('gone');
  const [words, setWords] = useState('');
  const [every, setEvery] = useState<'60' | '360' | '1440'>('1440');
  const [category, setCategory] = useState<Category>('clarification');
  const known = new Set(list.map(({ url }) => url));
  const found = findAddresses(text, (address) => URL.parse(address)?.href ?? null).addresses;
  const fresh = found.filter(({ url }) => !known.has(url));
  const expect = is === 'unchanged' ? { is } : { is, words: words.trim() };
  const fit = fresh.length > 0 && (is === 'unchanged' || words.trim() !== '');
  const add = () =>
    keep([...list, ...fresh.map(({ url }) => ({ url, expect, everyMinutes: Number(every), category }))]);
  return (
    <ModalSheet title={say('addWatched')} onClose={onClose}>
      <div className="stack">
        <InputField label={say('watchAddresses')} value={text} onChange={setText} rows={4} focused />
        <p className="soft small" role="status">
          {text.trim() === ''
            ? ''
            : [
                say('addressesFound', { count: found.length }),
                ...(found.length > fresh.length ? [say('alreadyWatched', { count: found.length - fresh.length })] : []),
              ].join(' · ')}
        </p>
        <div className="form-grid">
          <Choice
            label={say('expected')}
            value={is}
            options={[
              ['gone', say('expectGone')],
              ['contains', say('expectContains')],
              ['lacks', say('expectLacks')],
              ['unchanged', say('expectUnchanged')],
            ]}
            onChange={setIs}
          />
          {is === 'unchanged' ? null : <InputField label={say('expectWords')} value={words} onChange={setWords} />}
          <Choice
            label={say('every')}
            value={every}
            options={[
              ['60', say('everyHour')],
              ['360', say('everySixHours')],
              ['1440', say('everyDay')],
            ]}
            onChange={setEvery}
          />
          <Choice
            label={say('category')}
            value={category}
            options={categories.map((one) => [one, categoryNames[one][language]])}
            onChange={setCategory}
          />
        </div>
        {trouble ? <Trouble error={trouble} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={!fit} onPress={add}>
            {say('add')}
          </Button>
        </div>
      </div>
    </ModalSheet>
  );
}
