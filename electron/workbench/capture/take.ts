import { resolve } from 'node:path';
import type { Handler } from '../handler.ts';

/** The person says that what is on the screen is to be captured. */
export const takeHandler: Handler<'capture.take'> = ({ case: folder }, { services }) =>
  Promise.resolve({ taken: services.manualControl.take(resolve(folder)) });
