import { useState } from 'react';
import type { ClaimLink } from '../../../shared/claims/claims-map.ts';
import { useArrangement } from '../../state/arrangement.ts';
import { Button, Choice, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** Takes an exhibit to an element, with the words that it is quoted for. */
export function LinkForm({
  add,
}: {
  add: (link: Pick<ClaimLink, 'item' | 'side' | 'passage'>, done: () => void) => void;
}) {
  const say = useSay();
  const { exhibits, numbers } = useArrangement();
  const [item, setItem] = useState('');
  const [passage, setPassage] = useState('');
  const [side, setSide] = useState<ClaimLink['side']>('support');
  const chosen = item === '' ? (exhibits[0]?.item ?? '') : item;
  const submit = () => {
    // The words stay until they are in the case.
    add({ item: chosen, side, passage: passage.trim() === '' ? null : passage.trim() }, () => setPassage(''));
  };
  return (
    <div className="row link-form">
      <Choice
        quiet
        label={say('whichExhibit')}
        value={chosen}
        options={exhibits.map(({ item: id, title }) => [id, `${numbers.get(id) ?? ''} ${title}`.slice(0, 60)])}
        onChange={setItem}
      />
      <Choice
        quiet
        label={say('whichSide')}
        value={side}
        options={[
          ['support', say('supports')],
          ['contrary', say('contradicts')],
        ]}
        onChange={setSide}
      />
      <InputField className="grow" label={say('quotation')} value={passage} onChange={setPassage} />
      <Button onPress={submit} disabled={chosen === ''}>
        {say('addLink')}
      </Button>
    </div>
  );
}
