import { useState } from 'react';
import { say as sayIn } from '../../../shared/language.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useLanguage } from '../../state/window-state.ts';
import { Choice, Empty, InputField, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { ElementCard, type Stated } from './element-card.tsx';

/** What has to be shown, and by what: each element with its law, its fact, the exhibits that go to it, and where it lacks. */
export function ClaimsScreen() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const { data: state, error } = useAsked('claims.keep', {
    case: folder,
    template: null,
    stated: null,
    templates: true,
  });
  const change = useChange('claims.keep');
  const [day, setDay] = useState<string | null>(null);
  if (!state) return error ? <Trouble error={error} /> : null;
  const { template, stated, templates, elements } = state;
  const keep = (next: Stated, done: () => void = () => undefined) =>
    change.mutate({ case: folder, template: null, stated: next, templates: false }, { onSuccess: done });
  const choose = (id: string) => {
    if (id !== '') change.mutate({ case: folder, template: { from: 'program', id }, stated: null, templates: false });
  };
  const setActOn = () => {
    const written = day?.trim() ?? '';
    if (day !== null && (written === '' || /^\d{4}-\d{2}-\d{2}$/.test(written)))
      keep({ ...stated, actOn: written === '' ? null : written });
    setDay(null);
  };
  return (
    <>
      <div className="bar">
        <Choice
          quiet
          label={say('chooseTemplate')}
          value={template?.id ?? ''}
          options={[['', say('noTemplate')], ...templates.map(({ id, name }) => [id, sayIn(name, language)] as const)]}
          onChange={choose}
        />
      </div>
      {change.error ? <Trouble error={change.error} /> : null}
      {template ? (
        <div className="page claims">
          <InputField
            className="short"
            label={say('actOn')}
            value={day ?? stated.actOn ?? ''}
            placeholder="2019-05-05"
            onChange={setDay}
            onBlur={setActOn}
          />
          {elements.map((element) => (
            <ElementCard key={element.id} element={element} stated={stated} keep={keep} />
          ))}
        </div>
      ) : (
        <Empty title={say('emptyClaims')} next={say('emptyClaimsNext')} />
      )}
    </>
  );
}
