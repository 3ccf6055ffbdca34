import { useState } from 'react';
import { useAsked, useChange } from '../../state/queries.ts';
import { useWindow, type OpenCase } from '../../state/window-state.ts';
import { Button, Check, Choice, Field, Trouble } from '../../ui/controls.tsx';
import { Kept } from '../../ui/kept.tsx';
import { Mark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';
import { filingFactsAreWrong, FilingFactsForm, tidyCounsel } from '../cases/filing-facts-form.tsx';
import { CaseFactsForm, tidy } from '../cases/case-facts-form.tsx';
import { Stamping } from './stamping.tsx';

/** What a person chooses: about the case that is open, the window, the captures, and what this computer has. */
export function SettingsScreen() {
  const say = useSay();
  const { settings, kase, change } = useWindow();
  const { capture } = settings;
  const captures = (part: Partial<typeof capture>) => change({ ...settings, capture: { ...capture, ...part } });
  const number = (text: string, least: number, most: number) =>
    Math.max(least, Math.min(most, Math.round(Number(text)) || least));
  return (
    <div className="scroll">
      <div className="settings">
        <h1>{say('settings')}</h1>
        {kase ? <CaseSection key={kase.folder} kase={kase} /> : null}
        <section>
          <h2>{say('lookAndLanguage')}</h2>
          <div className="form-grid">
            <Choice
              label={say('language')}
              value={settings.language}
              options={[
                ['zh-CN', '中文'],
                ['en', 'English'],
              ]}
              onChange={(language) => change({ ...settings, language })}
            />
            <Choice
              label={say('appearance')}
              value={settings.theme}
              options={[
                ['light', say('light')],
                ['dark', say('dark')],
                ['system', say('system')],
              ]}
              onChange={(theme) => change({ ...settings, theme })}
            />
            <Field
              label={say('operator')}
              value={settings.operator}
              onChange={(operator) => change({ ...settings, operator })}
            />
            <Field
              label={say('casesFolder')}
              value={settings.casesFolder ?? ''}
              onChange={(text) => change({ ...settings, casesFolder: text.trim() === '' ? null : text })}
            />
          </div>
        </section>
        <section>
          <h2>{say('capturesOf')}</h2>
          <div className="form-grid">
            <Choice
              label={say('view')}
              value={capture.device}
              options={[
                ['desktop', say('desktop')],
                ['phone', say('phone')],
              ]}
              onChange={(device) => captures({ device })}
            />
            <Choice
              label={say('scale')}
              value={capture.scale === 1 ? '1' : '2'}
              options={[
                ['1', '1×'],
                ['2', '2×'],
              ]}
              onChange={(scale) => captures({ scale: scale === '1' ? 1 : 2 })}
            />
            <Kept
              label={say('timeout')}
              value={String(capture.timeout)}
              save={(text) => captures({ timeout: number(text, 5, 3600) })}
            />
            <Kept
              label={say('concurrency')}
              value={String(capture.concurrency)}
              save={(text) => captures({ concurrency: number(text, 1, 8) })}
            />
          </div>
          <Check
            label={say('privateNetwork')}
            on={capture.allowPrivateNetwork}
            set={(allowPrivateNetwork) => captures({ allowPrivateNetwork })}
          />
          <Check
            label={say('throughProxy')}
            on={capture.throughProxy}
            set={(throughProxy) => captures({ throughProxy })}
          />
        </section>
        <Stamping />
        <Computer />
      </div>
    </div>
  );
}

function CaseSection({ kase }: { kase: OpenCase }) {
  const say = useSay();
  const set = useWindow((state) => state.set);
  const [facts, setFacts] = useState(kase.facts);
  const save = useChange('cases.change');
  const changed = JSON.stringify(facts) !== JSON.stringify(kase.facts);
  return (
    <section>
      <h2>{say('caseFacts')}</h2>
      <CaseFactsForm
        facts={facts}
        onChange={(next) => setFacts({ ...next, applicants: [...next.applicants], respondents: [...next.respondents] })}
      />
      <FilingFactsForm facts={facts} onChange={(next) => setFacts({ ...next })} />
      <p className="mono small soft">{kase.folder}</p>
      {save.error ? <Trouble error={save.error} /> : null}
      <Button
        kind="main"
        disabled={!changed || facts.title.trim() === '' || filingFactsAreWrong(facts) || save.isPending}
        onPress={() => {
          const { applicants, respondents } = tidy(facts);
          save.mutate(
            {
              case: kase.folder,
              facts: tidyCounsel({
                ...facts,
                title: facts.title.trim(),
                applicants: [...applicants],
                respondents: [...respondents],
              }),
            },
            { onSuccess: (now) => set({ kase: { ...kase, facts: now } }) },
          );
        }}
      >
        {say('save')}
      </Button>
    </section>
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
            <Mark rank={ranks[state]} word="" />
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
