import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { noticesText, shippedPackages } from '../../../electron/setup/notices.mjs';
import { findChromium } from '../../../electron/setup/find-chromium.mjs';

const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

test('the packaging configuration is one that electron-builder takes, and a misspelt key is not', async () => {
  const { load } = require('js-yaml') as { load: (text: string) => Record<string, unknown> };
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
    validateConfiguration: (config: unknown, debug: { add(): void; isEnabled: boolean }) => Promise<void>;
  };
  const config = load(readFileSync(resolve(root, 'electron-builder.yml'), 'utf8'));
  const log = { add: () => undefined, isEnabled: false };
  await validateConfiguration(config, log);
  await expect(validateConfiguration({ ...config, asarr: true }, log)).rejects.toThrow();
});

test('everything that ships has a licence that permits it', () => {
  const permitted =
    /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|BSD|0BSD|OFL-1\.1|BlueOak-1\.0\.0|Python-2\.0|Zlib|CC0-1\.0|Unlicense|MIT-0)\b/;
  const doubtful = shippedPackages().filter(
    ({ name, licence }) =>
      !permitted.test(licence) && !name.startsWith('@img/sharp-') && !name.includes('expo-google-fonts'),
  );
  expect(doubtful).toEqual([]);
});

test('the third-party notices are those of the lock file', () => {
  expect(readFileSync(resolve(root, 'THIRD-PARTY-NOTICES.md'), 'utf8')).toBe(noticesText());
});

test('a Chromium named in the environment comes first, one that does not exist is passed over', () => {
  const real = findChromium();
  expect(real).not.toBeNull();
  expect(findChromium({ FASCICLE_CHROMIUM: process.execPath })).toEqual({
    path: expect.stringContaining('node'),
    source: 'environment',
  });
  expect(findChromium({ ...process.env, FASCICLE_CHROMIUM: '/nowhere/chrome' })?.path).toBe(real?.path);
});
