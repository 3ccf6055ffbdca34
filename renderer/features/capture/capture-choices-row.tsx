import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { categories, categoryNames } from '../../../shared/case/category.ts';
import { useLanguage } from '../../state/window-state.ts';
import { Button, Choice } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import type { CaptureForm } from './use-capture-form.ts';

/** Under the field: as what and how its addresses are captured, what was found in it, and the button that begins. */
export function CaptureChoicesRow({ form }: { form: CaptureForm }) {
  const say = useSay();
  const language = useLanguage();
  const { choices, choose, bring, ready, begin } = form;
  return (
    <div className="row">
      <Choice
        quiet
        label={say('category')}
        value={choices.category}
        options={categories.map((one) => [one, categoryNames[one][language]])}
        onChange={(category) => choose({ category })}
      />
      <Choice
        quiet
        label={say('view')}
        value={choices.device}
        options={[
          ['desktop', say('desktop')],
          ['phone', say('phone')],
        ]}
        onChange={(device) => choose({ device })}
      />
      <Choice
        quiet
        label={say('touch')}
        value={choices.touch}
        options={[
          ['as-it-is', say('asItIs')],
          ['unfolded', say('unfolded')],
          ['rolled', say('rolled')],
        ]}
        onChange={(touch) => choose({ touch })}
      />
      <FileTrigger allowsMultiple onSelect={(list) => list && bring(list, 'dropped')}>
        <AriaButton className="button">{say('chooseFiles')}</AriaButton>
      </FileTrigger>
      <FoundAddresses form={form} />
      <span className="spring" />
      <Button kind="main" disabled={!ready} onPress={begin}>
        {say('captureAll')} <kbd>Enter</kbd>
      </Button>
    </div>
  );
}

function FoundAddresses({ form: { draft, found, already } }: { form: CaptureForm }) {
  const say = useSay();
  const words = () => {
    if (draft.trim() === '') return say('pasteSays');
    if (found.addresses.length === 0) return say('noAddress');
    return [
      say('addressesFound', { count: found.addresses.length }),
      ...(found.doubles > 0 ? [say('doubles', { count: found.doubles })] : []),
      ...(already > 0 ? [say('already', { count: already })] : []),
    ].join(' · ');
  };
  return (
    <span className="soft small" role="status">
      {words()}
    </span>
  );
}
