// The arm under test: the real `buildBundle` on the real case, self-check and publication included. Argument 1 the folder;
// 2 `again`: what a person in the window waits for who changes the arrangement and looks at the bundle again: in a program that
// has built one already two exhibits change places, and it is built once more.
import { join, resolve } from 'node:path';
import { buildBundle } from '../../electron/bundle/build-bundle.ts';
import { bundledFonts, fallbackFonts } from '../../electron/capture/browser/fonts.ts';
import { nodeChildren } from '../../electron/casefile/processes/children.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { context } from '../fixtures/case-room.ts';
import { asUsual } from '../fixtures/bundle-options.ts';

const [, , folder = '', again] = process.argv;
let began = performance.now();
const caseFile = openCase(join(folder, 'bench.fascicle'), context);
const build = () =>
  buildBundle(caseFile, asUsual, {
    program: context.program,
    fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
    spawnChild: nodeChildren((entry) => resolve(import.meta.dirname, '../../electron', `${entry}.ts`)),
    onExhibit: () => undefined,
    signal: new AbortController().signal,
  });
let built = await build();
if (again === 'again') {
  const [first, second, ...others] = caseFile.arrangement() ?? [];
  if (!first || !second) throw new Error('a case of two exhibits or more');
  began = performance.now();
  caseFile.logEvent('exhibits-set', { exhibits: [second, first, ...others] });
  built = await build();
}
const ms = performance.now() - began;
caseFile.close();
console.log(
  JSON.stringify({
    ms,
    bytes: built.bytes,
    pages: built.pages,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
