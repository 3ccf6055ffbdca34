import { useState } from 'react';
import { Button, InputField, ModalSheet } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';

/** A tag for what is selected: one in use, by its number, or a new word. */
export function TagSheet(props: { tags: readonly string[]; onClose: () => void; toggle: (tag: string) => void }) {
  const { tags, onClose, toggle } = props;
  const say = useSay();
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() !== '') toggle(name.trim());
  };
  return (
    <ModalSheet title={say('addTag')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <InputField label={say('tags')} value={name} onChange={setName} focused />
        <div className="row">
          {tags.slice(0, 9).map((tag, at) => (
            <Button key={tag} onPress={() => toggle(tag)}>
              {tag} <kbd>{at + 1}</kbd>
            </Button>
          ))}
        </div>
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={name.trim() === ''} onPress={add}>
            {say('addTag')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}
