import { useState } from 'react';
import { useAsked } from '../../state/queries.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { RankMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import { CaptureSection } from './capture-section.tsx';
import { CaseSection } from './case-section.tsx';
import { Stamping } from './stamping.tsx';
import { WindowSection } from './window-section.tsx';

/** What a person chooses: about the case that is open, the window, the captures, and what this computer has. */
export function SettingsScreen() {
  const say = useSay();
  const caseFile = useWindow((state) => state.caseFile);
  return (
    <div className="scroll">
      <div className="settings">
        <h1>{say('settings')}</h1>
        {caseFile ? <CaseSection key={caseFile.folder} caseFile={caseFile} /> : null}
        <WindowSection />
        <CaptureSection />
        <Stamping />
        <Computer />
      </div>
    </div>
  );
}

/** Browser, fonts, clock, disk: what `doctor` finds. */
function Computer() {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const found = useAsked('program.doctor', {}, { enabled: asked });
  const ranks = { ok: 'passed', missing: 'failed', note: 'unsure' } as const;
  return (
    <section>
      <h2>{say('computer')}</h2>
      {found.data ? null : (
        <div className="row">
          <Button onPress={() => setAsked(true)} disabled={asked}>
            {say('run')}
          </Button>
          <span className="soft">{say('computerSays')}</span>
        </div>
      )}
      <ul className="ledger">
        {found.data?.findings.map(({ subject, state, detail, next }) => (
          <li key={subject}>
            <RankMark rank={ranks[state]} word="" />
            <span>
              {subject} <span className="soft">{detail}</span>
            </span>
            {next === null ? null : <span className="why">{next}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
