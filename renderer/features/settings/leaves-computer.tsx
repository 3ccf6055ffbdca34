import { useState } from 'react';
import { languageTags, userAgentText } from '../../../shared/case/capture/capture-request.ts';
import { useWindow } from '../../state/window-state.ts';
import { AutosaveField } from '../../ui/autosave-field.tsx';
import { CheckField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** What leaves the computer when a page is captured, and what a site sees. Text that no header can hold is refused, in words. */
export function LeavesComputer() {
  const say = useSay();
  const { settings, change } = useWindow();
  const { noSecondPath, noTimeServers, noMailKeys, language, userAgent, ...others } = settings.capture;
  const now = { noSecondPath, noTimeServers, noMailKeys, language, userAgent };
  const [refused, setRefused] = useState<'language' | 'userAgent' | null>(null);
  /** Nothing where the field is empty: then it is as it is without the setting. */
  const keep = (name: 'language' | 'userAgent', text: string) => {
    const schema = name === 'language' ? languageTags : userAgentText;
    const given = schema.safeParse(text.trim());
    setRefused(given.success || text.trim() === '' ? null : name);
    if (given.success) set({ [name]: given.data });
    else if (text.trim() === '') set({ [name]: undefined });
  };
  const set = (part: Partial<typeof now>) => {
    const next = Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined && value !== false);
    change({ ...settings, capture: { ...others, ...Object.fromEntries(next) } });
  };
  return (
    <>
      <h3>{say('leavesComputer')}</h3>
      <p className="soft">{say('leavesAlways')}</p>
      <CheckField label={say('secondFetch')} on={noSecondPath !== true} set={(on) => set({ noSecondPath: !on })} />
      <CheckField label={say('timeServers')} on={noTimeServers !== true} set={(on) => set({ noTimeServers: !on })} />
      <CheckField label={say('mailKeys')} on={noMailKeys !== true} set={(on) => set({ noMailKeys: !on })} />
      <div className="form-grid">
        <AutosaveField label={say('askedLanguages')} value={language ?? ''} save={(text) => keep('language', text)} />
        <AutosaveField label={say('userAgent')} value={userAgent ?? ''} save={(text) => keep('userAgent', text)} />
      </div>
      {refused && <p role="alert">{say(refused === 'language' ? 'languagesRefused' : 'userAgentRefused')}</p>}
    </>
  );
}
