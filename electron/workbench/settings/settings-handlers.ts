import type { Handler } from '../handler.ts';
import { SettingsFile } from './settings-file.ts';

export const loadSettings: Handler<'settings.load'> = (_input, { services }) =>
  Promise.resolve({ ...new SettingsFile(services.cacheFolder).settings() });

export const saveSettings: Handler<'settings.save'> = (settings, { services }) => {
  const file = new SettingsFile(services.cacheFolder);
  const before = file.settings().language;
  file.saveSettings(settings);
  if (settings.language !== before) services.languageChanged(settings.language);
  return Promise.resolve(settings);
};

export const loadWindow: Handler<'window.load'> = (_input, { services }) =>
  Promise.resolve({ state: new SettingsFile(services.cacheFolder).windowState() });

export const saveWindow: Handler<'window.save'> = ({ state }, { services }) => {
  new SettingsFile(services.cacheFolder).saveWindowState(state);
  return Promise.resolve({});
};
