import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { remove, rename } from '../../casefile/files/durable.ts';

const fontFile = (family: string, weight: string, name: string): string =>
  join(
    dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`)),
    weight,
    `${name}_${weight}.ttf`,
  );

/** The Chinese fonts that come with the program, by weight. */
export function bundledFonts(): Readonly<{ regular: string; bold: string }> {
  return {
    regular: fontFile('noto-sans-sc', '400Regular', 'NotoSansSC'),
    bold: fontFile('noto-sans-sc', '700Bold', 'NotoSansSC'),
  };
}

/** Those behind them in a bundle: Latin, Greek and Cyrillic in full, rare name characters (𠮷), emoji. */
export function fallbackFonts(): readonly string[] {
  return [
    fontFile('noto-sans', '400Regular', 'NotoSans'),
    fontFile('noto-sans-jp', '400Regular', 'NotoSansJP'),
    fontFile('noto-emoji', '400Regular', 'NotoEmoji'),
  ];
}

/**
 * A fontconfig file for the capture browser on Linux: the system's fonts, and Noto Sans SC behind them, so that Chinese
 * text renders where the system has no Chinese font. The fonts are copied once to a folder that the browser's
 * unprivileged user can read; the folder must be ours, or another user could put fonts of her own there. Its cache comes
 * first in the list: fontconfig writes to the first cache that it can, and one inside the throw-away profile is made
 * anew for each browser (measured: a second of every start).
 *
 * @param user id of the user that the browser runs as, or null where it is our own
 * @returns path of the file, or null on systems without fontconfig
 */
export function ensureFonts(user: number | null): string | null {
  if (process.platform !== 'linux') return null;
  const uid = process.getuid?.() ?? 0;
  const fonts = bundledFonts();
  const sizes = Object.values(fonts).map((file) => statSync(file).size);
  const folder = join(tmpdir(), `fascicle-fonts-2-${uid}-${sizes.join('-')}`);
  const file = join(folder, 'fonts.conf');
  if (existsSync(file)) {
    if (statSync(folder).uid === uid) return file;
    throw new Error(`${folder} belongs to another user`);
  }
  const unfinished = mkdtempSync(`${folder}.`);
  const cache = join(unfinished, 'cache');
  mkdirSync(cache);
  if (user !== null) chownSync(cache, user, user);
  for (const [name, from] of Object.entries(fonts)) copyFileSync(from, join(unfinished, `NotoSansSC-${name}.ttf`));
  writeFileSync(join(unfinished, 'fonts.conf'), fontConfig(folder), { mode: 0o644 });
  chmodSync(unfinished, 0o755); // mkdtemp makes it private; the browser’s user must read it
  try {
    rename(unfinished, folder);
  } catch {
    remove(unfinished); // another process was quicker
  }
  return file;
}

function fontConfig(folder: string): string {
  const behind = ['sans-serif', 'serif', 'monospace', 'system-ui']
    .map((family) => `  <alias><family>${family}</family><default><family>Noto Sans SC</family></default></alias>`)
    .join('\n');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>${folder}/cache</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
${behind}
</fontconfig>
`;
}
