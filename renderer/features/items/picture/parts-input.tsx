import { useState } from 'react';
import { InputField } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';
import { parseParts, partText } from './part-text.ts';
import type { Aim } from './aim.ts';

/** Parts of the picture as one writes them, a line each; they begin with what was drawn. */
export function usePartsInput(drawn: Aim['parts']) {
  const [text, setText] = useState(drawn.map(partText).join('\n'));
  return { text, setText, ...parseParts(text) };
}

/** The field of them; the line that is not one is named. */
export function PartsField(props: { typed: ReturnType<typeof usePartsInput>; one?: boolean }) {
  const { typed, one = false } = props;
  const say = useSay();
  return (
    <InputField
      label={say(one ? 'partPosition' : 'partPositions')}
      value={typed.text}
      onChange={typed.setText}
      {...(one ? { focused: true } : { rows: 2 })}
      wrong={typed.wrong === null ? null : say('notAPosition', { line: typed.wrong })}
    />
  );
}
