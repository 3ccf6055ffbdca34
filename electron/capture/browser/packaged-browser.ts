import { readFileSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { z } from 'zod';

/** The browser that a package brought along: its program and that file’s SHA-256, as the package lists it. */
export type PackagedBrowser = Readonly<{ product: string; program: string; sha256: string }>;

/** `browser.json`, as electron/setup/package-browser.mjs writes it beside the browser's files. */
const listSchema = z.object({
  product: z.string().min(1).max(200),
  program: z.string().min(1).max(500),
  files: z.array(z.object({ name: z.string().max(500), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/**
 * @param folder `browser/x64` of a package; a checkout has none
 * @returns null where nothing was brought along, or its list cannot be used: the system's browser serves then
 */
export function packagedBrowser(folder: string): PackagedBrowser | null {
  try {
    const { product, program, files } = listSchema.parse(
      JSON.parse(readFileSync(join(folder, 'browser.json'), 'utf8')),
    );
    const listed = files.find(({ name }) => name === program);
    if (!listed || isAbsolute(program) || normalize(program).split(sep).includes('..')) return null;
    return { product, program: join(folder, program), sha256: listed.sha256 };
  } catch {
    return null;
  }
}
