// What a person in the window waits for who changes the arrangement and looks at the bundle again: a program that has built
// one already, two exhibits that change places, and the real `buildBundle` once more. Argument 1 the folder.
import { join, resolve } from 'node:path';
import { buildBundle } from '../../electron/bundle/build-bundle.ts';
import { bundledFonts, fallbackFonts } from '../../electron/capture/browser/fonts.ts';
import { nodeChildren } from '../../electron/casefile/processes/children.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { context } from '../fixtures/case-room.ts';
import { asUsual } from '../fixtures/bundle-options.ts';

const [, , folder = ''] = process.argv;
const caseFile = openCase(join(folder, 'bench.fascicle'), context);
const services = {
  program: context.program,
  fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
  spawnChild: nodeChildren((entry) => resolve(import.meta.dirname, '../../electron', `${entry}.ts`)),
  onExhibit: () => undefined,
  signal: new AbortController().signal,
};
await buildBundle(caseFile, asUsual, services);
const [first, second, ...others] = caseFile.arrangement() ?? [];
if (!first || !second) throw new Error('a case of two exhibits or more');
const began = performance.now();
caseFile.logEvent('exhibits-set', { exhibits: [second, first, ...others] });
const { bytes, pages } = await buildBundle(caseFile, asUsual, services);
const ms = performance.now() - began;
// As it was: the next round builds the same bundle again.
caseFile.logEvent('exhibits-set', { exhibits: [first, second, ...others] });
caseFile.close();
console.log(JSON.stringify({ ms, bytes, pages, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
