import { useState } from 'react';
import type { Exhibit } from '../../../../shared/case/exhibit.ts';
import type { Trace } from '../../../../shared/trace/trace.ts';
import { traceLines } from '../../../../shared/trace/trace-lines.ts';
import { Running } from '../../../app/running.tsx';
import { useArrangement } from '../../../state/arrangement.ts';
import { useLong } from '../../../state/use-long.ts';
import { useCase, useLanguage } from '../../../state/window-state.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../../ui/controls.tsx';
import { Foreign, RankMark } from '../../../ui/marks.tsx';
import { useSay } from '../../../words/words.ts';
import { withExhibit } from '../../exhibits/new-exhibit.ts';
import type { Aim } from './aim.ts';

/** Which answer carried the words, and a page on it in the bundle if wished. */
export function TraceSheet({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const { exhibits, change } = useArrangement();
  const [words, setWords] = useState(aim.words);
  const [asked, setAsked] = useState('');
  const trace = useLong('items.trace');
  const look = () => {
    const text = words.trim();
    if (text === '') return;
    setAsked(text);
    void trace.run({ case: folder, item: aim.row.item, words: text });
  };
  const print = () => {
    const withPage = (one: Exhibit): Exhibit => ({ ...one, traces: [...new Set([...(one.traces ?? []), asked])] });
    change(withExhibit(exhibits, aim.row, withPage), say('traced', { words: asked }));
    onClose();
  };
  return (
    <ModalSheet title={`${say('traceWords')} · ${aim.row.title}`} wide onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <p className="soft">{say('traceSays')}</p>
        <InputField label={say('traceWhat')} value={words} onChange={setWords} focused />
        <Running work={trace.running} says="tracing" />
        {trace.trouble ? <Trouble error={trace.trouble} /> : null}
        {trace.result ? <Found trace={trace.result} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('close')}</Button>
          {trace.result?.verdict === 'found' ? <Button onPress={print}>{say('tracePage')}</Button> : null}
          <Button kind="main" disabled={words.trim() === '' || trace.running !== undefined} onPress={look}>
            {say('traceWords')}
          </Button>
        </div>
      </form>
    </ModalSheet>
  );
}

function Found({ trace }: { trace: Trace }) {
  const language = useLanguage();
  const { finding, notes, carriers } = traceLines(trace, language);
  return (
    <section className="outcome" aria-live="polite">
      <p className="lead">
        <RankMark rank={trace.verdict === 'found' ? 'passed' : 'unsure'} word={finding} />
      </p>
      {carriers.map((lines, at) => (
        <dl key={at} className="facts">
          {lines.map(([label, value], index) => (
            <CarrierLine key={index} label={label} value={value} />
          ))}
        </dl>
      ))}
      {notes.map((note) => (
        <p key={note} className="soft small">
          <Foreign text={note} />
        </p>
      ))}
    </section>
  );
}

function CarrierLine({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Foreign text={value} />
      </dd>
    </>
  );
}
