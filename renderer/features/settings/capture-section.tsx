import { useWindow } from '../../state/window-state.ts';
import { AutosaveField } from '../../ui/autosave-field.tsx';
import { CheckField, Choice } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { LeavesComputer } from './leaves-computer.tsx';

/** How addresses are captured where nothing else is chosen. */
export function CaptureSection() {
  const say = useSay();
  const { settings, change } = useWindow();
  const { capture } = settings;
  const captures = (part: Partial<typeof capture>) => change({ ...settings, capture: { ...capture, ...part } });
  const number = (text: string, least: number, most: number) =>
    Math.max(least, Math.min(most, Math.round(Number(text)) || least));
  return (
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
        <AutosaveField
          label={say('timeout')}
          value={String(capture.timeout)}
          save={(text) => captures({ timeout: number(text, 5, 3600) })}
        />
        <AutosaveField
          label={say('concurrency')}
          value={String(capture.concurrency)}
          save={(text) => captures({ concurrency: number(text, 1, 8) })}
        />
      </div>
      <CheckField
        label={say('privateNetwork')}
        on={capture.allowPrivateNetwork}
        set={(allowPrivateNetwork) => captures({ allowPrivateNetwork })}
      />
      <CheckField
        label={say('throughProxy')}
        on={capture.throughProxy}
        set={(throughProxy) => captures({ throughProxy })}
      />
      <LeavesComputer />
    </section>
  );
}
