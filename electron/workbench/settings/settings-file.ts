import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstSettings, settingsSchema, type Settings } from '../../../shared/window/settings.ts';
import { rename } from '../../casefile/files/durable.ts';

/**
 * What a person chose and where the window was, in the user's folder. A file that cannot be read counts as not there:
 * it holds comfort, never evidence.
 */
export class SettingsFile {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  settings(): Settings {
    try {
      return settingsSchema.parse({ ...firstSettings, ...(JSON.parse(this.#read('settings.json')) as object) });
    } catch {
      return firstSettings;
    }
  }

  saveSettings(settings: Settings): void {
    this.#write('settings.json', JSON.stringify(settings, null, 2));
  }

  windowState(): string | null {
    try {
      return this.#read('window.json');
    } catch {
      return null;
    }
  }

  saveWindowState(state: string): void {
    this.#write('window.json', state);
  }

  #read(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }

  #write(name: string, text: string): void {
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#folder, name);
    writeFileSync(`${file}.new`, text);
    rename(`${file}.new`, file);
  }
}
