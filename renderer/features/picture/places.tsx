import { useState } from 'react';
import { Field } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { partsOf, partText } from './part-text.ts';
import type { Aim } from './picture-tools.tsx';

/** Places in the picture as one writes them, a line each; they begin with what was drawn. */
export function usePlaces(drawn: Aim['parts']) {
  const [text, setText] = useState(drawn.map(partText).join('\n'));
  return { text, setText, ...partsOf(text) };
}

/** The field of them; the line that is no place is named. */
export function PlacesField(props: { places: ReturnType<typeof usePlaces>; one?: boolean }) {
  const { places, one = false } = props;
  const say = useSay();
  return (
    <Field
      label={say(one ? 'partPlace' : 'partPlaces')}
      value={places.text}
      onChange={places.setText}
      {...(one ? { focused: true } : { rows: 2 })}
      wrong={places.wrong === null ? null : say('notAPlace', { line: places.wrong })}
    />
  );
}
