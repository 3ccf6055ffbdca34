import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { describeFact } from '../../../shared/messages/names/fact-names.ts';
import { useLanguage } from '../../state/window-state.ts';
import { AnswerLines, Foreign, Moment, OutcomeMark } from '../../ui/marks.tsx';
import { useSay, type Word } from '../../words/words.ts';

type Shown = Output<'items.show'>;
type Fact = readonly [name: string, value: ReactNode, source: string];

/** Each fact with its source; what was not recorded says so. */
export function FactList({ shown }: { shown: Shown }) {
  const say = useSay();
  const language = useLanguage();
  const { record } = shown;
  const by = (source: Word) => say('measuredBy', { source: say(source) });
  const text = (value: string | null) =>
    value === null ? <span className="soft">{say('notRecorded')}</span> : <Foreign text={value} />;
  const mono = (value: string | null) =>
    value === null ? (
      <span className="soft">{say('notRecorded')}</span>
    ) : (
      <span className="mono">
        <Foreign text={value} />
      </span>
    );
  const seconds = (Date.parse(record.endedAt) - Date.parse(record.startedAt)) / 1000;
  const facts: readonly Fact[] =
    record.kind === 'capture'
      ? [
          [say('address'), mono(record.url), say('personSource')],
          ...(record.finalUrl === record.url
            ? []
            : [[say('finalAddress'), mono(record.finalUrl), by('browserSource')] as Fact]),
          ...(record.redirects.length === 0
            ? []
            : [
                [
                  say('redirects'),
                  record.redirects.map(({ url, status }) => (
                    <div key={url} className="mono">
                      {status} {url}
                    </div>
                  )),
                  by('browserSource'),
                ] as Fact,
              ]),
          [say('capturedAt'), <Moment key="t" instant={record.startedAt} />, by('clockSource')],
          [say('duration'), `${seconds.toFixed(1)} s`, by('clockSource')],
          [say('httpStatus'), text(record.httpStatus === null ? null : String(record.httpStatus)), by('browserSource')],
          [say('server'), mono(record.server && `${record.server.address}:${record.server.port}`), by('gatewaySource')],
          [
            say('pictureSize'),
            text(record.picture && `${record.picture.width} × ${record.picture.height} px`),
            by('browserSource'),
          ],
          [
            say('viewOf'),
            `${say(record.view.device)} ${record.view.width} × ${record.view.height}, ${record.view.scale}×`,
            by('programSource'),
          ],
          [say('browser'), text(record.browser?.product ?? null), by('browserSource')],
        ]
      : importFacts(record, { say, text, by });
  const read = record.kind === 'import' ? record.facts : (record.file?.facts ?? []);
  const described = read.map((fact) => describeFact(fact, language));
  const all: readonly Fact[] = [
    [say('outcome'), <OutcomeFact key="o" shown={shown} />, by('programSource')],
    ...facts,
    ...described.map(({ name, value, source }): Fact => [name, <Foreign key={name} text={value} />, source]),
    [say('person'), text(record.operator), say('personSource')],
  ];
  return (
    <dl className="facts">
      {all.map(([name, value, source], at) => (
        <FactLine key={`${name} ${at}`} name={name} value={value} source={source} />
      ))}
    </dl>
  );
}

/** How a fact is written: a word of the window, what was recorded or that nothing was, by whom. */
type Written = Readonly<{
  say: ReturnType<typeof useSay>;
  text(value: string | null): ReactNode;
  by(source: Word): string;
}>;

function importFacts(
  record: Extract<Shown['record'], { kind: 'import' }>,
  { say, text, by }: Written,
): readonly Fact[] {
  const formed = record.formed === 'unknown' ? say('formedUnknown') : (record.formed ?? null);
  return [
    [say('fileName'), text(record.fileName), by('fileSource')],
    [say('importedAt'), <Moment key="t" instant={record.startedAt} />, by('clockSource')],
    [say('sourceOf'), text(record.source), say('personSource')],
    [say('formedAt'), text(formed), say('personSource')],
    [say('receivedBy'), text(record.receivedBy), say('personSource')],
    [say('receivedOn'), text(record.receivedOn), say('personSource')],
    [say('account'), text(record.account), say('personSource')],
  ];
}

/** The word above the four answers, and the answers with their reasons. */
function OutcomeFact({ shown }: { shown: Shown }) {
  return (
    <>
      <OutcomeMark outcome={shown.summary.outcome} />
      <AnswerLines answers={shown.answers} />
    </>
  );
}

function FactLine({ name, value, source }: { name: string; value: ReactNode; source: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value} <span className="source">{source}</span>
      </dd>
    </>
  );
}
