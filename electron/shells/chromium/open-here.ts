import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deviceServices } from '../../workbench/services.ts';
import { createWorkbench } from '../../workbench/workbench.ts';
import { openChromiumWindow } from './open-window.ts';

/**
 * The workbench of this computer and its window, in this process.
 * @param root the checkout
 */
export function openHere(root: string, headless: boolean): ReturnType<typeof openChromiumWindow> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // our own file
  const workbench = createWorkbench(deviceServices(root, version));
  return openChromiumWindow(workbench, join(root, 'out', 'renderer'), headless);
}
