// The arm under test: the real `buildBundle` on the real case, self-check and publication included.
import { join, resolve } from 'node:path';
import { buildBundle } from '../../electron/bundle/build-bundle.ts';
import { bundledFonts, fallbackFonts } from '../../electron/capture/browser/fonts.ts';
import { nodeChildren } from '../../electron/casefile/processes/children.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { context } from '../fixtures/case-room.ts';
import { asUsual } from '../fixtures/bundle-options.ts';

const [, , folder = ''] = process.argv;
const began = performance.now();
const caseFile = openCase(join(folder, 'bench.fascicle'), context);
const built = await buildBundle(caseFile, asUsual, {
  program: context.program,
  fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
  spawnChild: nodeChildren((entry) => resolve(import.meta.dirname, '../../electron', `${entry}.ts`)),
  onExhibit: () => undefined,
  signal: new AbortController().signal,
});
caseFile.close();
const ms = performance.now() - began;
console.log(
  JSON.stringify({
    ms,
    bytes: built.bytes,
    pages: built.pages,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
