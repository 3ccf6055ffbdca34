import type { z } from 'zod';
import { caseMethods } from './contract/cases.ts';
import { captureMethods } from './contract/capture.ts';
import { intakeMethods } from './contract/intake.ts';
import { itemMethods } from './contract/items.ts';
import { exhibitMethods } from './contract/exhibits.ts';
import { challengeMethods } from './contract/challenge.ts';
import { claimsMethods } from './contract/claims.ts';
import { spreadMethods } from './contract/spread.ts';
import { orderMethods } from './contract/order.ts';
import { watchMethods } from './contract/watch.ts';
import { bundleMethods } from './contract/bundle.ts';
import { sealMethods } from './contract/seal.ts';
import { packageMethods } from './contract/packages.ts';
import { verifyMethods } from './contract/verify.ts';
import { custodyMethods } from './contract/custody.ts';
import { maintenanceMethods } from './contract/maintenance.ts';
import { compareMethods } from './contract/compare.ts';
import { settingsMethods } from './contract/settings.ts';
import { windowMethods } from './contract/parts/window.ts';
import { programMethods } from './contract/program.ts';
import { demoMethods } from './contract/demo.ts';

/**
 * The contract between the workbench and everything that calls it: the window, the command line, the tests. One table:
 * method name → input and output, a file for each feature. Handlers and clients are derived from it; input is parsed at
 * every boundary. Paths are absolute here; the command line resolves relative ones against the caller's folder first.
 */
export const methods = {
  ...caseMethods,
  ...captureMethods,
  ...intakeMethods,
  ...itemMethods,
  ...exhibitMethods,
  ...claimsMethods,
  ...challengeMethods,
  ...spreadMethods,
  ...orderMethods,
  ...watchMethods,
  ...bundleMethods,
  ...sealMethods,
  ...packageMethods,
  ...verifyMethods,
  ...custodyMethods,
  ...maintenanceMethods,
  ...compareMethods,
  ...settingsMethods,
  ...windowMethods,
  ...programMethods,
  ...demoMethods,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Method = keyof typeof methods;
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>;
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>;

export { type EventPayload, type WorkbenchEvent } from './contract/parts/events.ts';
