/** Where a wrong comparison loses somebody's case. A folder is meant with all below it, so that files may move within. */
export const targets: readonly string[] = [
  'shared/verify/',
  'shared/custody/',
  'shared/page/',
  'shared/plan/',
  'shared/order/',
  'shared/timestamp/',
  'electron/casefile/',
  'electron/capture/gateway/',
  'electron/intake/redact',
];

/**
 * Tests that are not run on mutants. That of the full disk mounts one: `mount` and `umount` wait for a process that a
 * mutant made hang, and the run's folder cannot be removed while the disk is in it. Those that start a browser take a
 * minute a mutant. Those of the house, the papers and the set-up read the tree, and would read the mutants in it.
 */
export const leftOut =
  /casefile\/full-disk|queue\/sessions|capture\/long-page|^test\/contract\/|^test\/unit\/(house|docs|setup)\//;

/** Tests that were written for a target although they lie in a folder of another name. */
export const writtenFor: Readonly<Record<string, RegExp>> = {
  'shared/verify/': /unit\/seal\/(proof|receive|zip)|^test\/tamper\//,
  'electron/casefile/': /unit\/(custody|place)\//,
  'electron/intake/redact': /unit\/intake\/region/,
};
