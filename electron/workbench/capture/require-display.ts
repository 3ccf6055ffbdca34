import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Services } from '../services.ts';

/**
 * A visible browser needs a screen to show it on.
 * @throws {FascicleError} `no-display`
 */
export function requireDisplay({ manualControl, environment }: Pick<Services, 'manualControl' | 'environment'>): void {
  if (process.platform !== 'linux' || !manualControl.visible) return;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) throw new FascicleError('no-display');
}
