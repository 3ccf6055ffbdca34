import { caseLanguages } from '../../../shared/language.ts';
import { listFormats } from '../../../shared/plan/list-formats.ts';
import { usualOptions, type BuildOptions } from '../../state/build-options.ts';
import { useAsked } from '../../state/queries.ts';
import { useCase, useHere } from '../../state/window-state.ts';
import { Button, CheckField, Choice, ModalSheet } from '../../ui/controls.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { GatheringLines } from '../../ui/gathering.tsx';
import { useSay } from '../../words/words.ts';

/** Edition, court profile, language, filing copy, lists, and the bundle that this one adds to. */
export function OptionsSheet({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { facts } = useCase();
  const { buildOptions: options, set: change } = useHere();
  const set = (part: Partial<BuildOptions>) => change({ buildOptions: { ...options, ...part } });
  const profiles = useAsked('profiles.list', {}).data?.profiles ?? [];
  const languages = { 'zh-CN': '中文', en: 'English', 'zh-CN+en': say('both') } as const;
  const own = languages[facts.language];
  const path = (text: string) => (text.trim() === '' ? null : text.trim());
  return (
    <ModalSheet title={say('buildOptions')} onClose={onClose}>
      <div className="stack">
        <Choice
          label={say('edition')}
          value={options.edition}
          options={[
            ['filing', say('filingEdition')],
            ['working', say('workingEdition')],
          ]}
          onChange={(edition) => set({ edition })}
        />
        <Choice
          label={say('profile')}
          value={options.profile ?? ''}
          options={[['', say('profileOfCase')], ...profiles.map(({ id, name }) => [id, name] as const)]}
          onChange={(id) => set({ profile: id === '' ? null : id })}
        />
        {profiles.some(({ id, foreign }) => foreign && id === options.profile) ? (
          <GatheringLines occasion="foreign" />
        ) : null}
        <PathField
          label={say('profileFile')}
          value={options.profileFile ?? ''}
          onChange={(text) => set({ profileFile: path(text) })}
          choose="file"
          accept={['.json']}
        />
        <Choice
          label={say('bundleLanguage')}
          value={options.language ?? ''}
          options={[
            ['', say('languageOfCase', { language: own })],
            ...caseLanguages.map((one) => [one, languages[one]] as const),
          ]}
          onChange={(language) => set({ language: language === '' ? null : language })}
        />
        <CheckField label={say('filingCopy')} on={options.filingCopy} set={(filingCopy) => set({ filingCopy })} />
        <CheckField label={say('annex')} on={options.annex} set={(annex) => set({ annex })} />
        <CheckField label={say('tables')} on={options.tables} set={(tables) => set({ tables })} />
        <CheckField label={say('perExhibit')} on={options.perExhibit} set={(perExhibit) => set({ perExhibit })} />
        {listFormats.map((format) => (
          <CheckField
            key={format}
            label={say('listsAs', { format })}
            on={options.lists.includes(format)}
            set={(on) =>
              set({ lists: listFormats.filter((one) => (one === format ? on : options.lists.includes(one))) })
            }
          />
        ))}
        <PathField
          label={say('addTo')}
          value={options.addTo ?? ''}
          onChange={(text) => set({ addTo: path(text) })}
          choose="file"
          accept={['.pdf']}
        />
        <div className="actions">
          <Button onPress={() => set(usualOptions)}>{say('usualOptions')}</Button>
          <Button kind="main" onPress={onClose}>
            {say('done')}
          </Button>
        </div>
      </div>
    </ModalSheet>
  );
}
