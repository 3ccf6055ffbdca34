import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Mount } from '../../../shared/place/place-signs.ts';

/** Whether the disk is encrypted, as the system tells; `unknown` where it does not. */
export type DiskEncryption = 'on' | 'off' | 'unknown';

/** A disk has few layers (partition, LVM, RAID, LUKS); a loop among them would be a fault of the system. */
const mostLayers = 8;
const patience = 10_000;

/** @param sys where Linux shows its devices; another place in tests */
export function diskEncryption(path: string, mount: Mount | null, sys = '/sys'): DiskEncryption {
  if (process.platform === 'darwin') {
    const said = answerOf('fdesetup', ['status']);
    return /FileVault is On/i.test(said) ? 'on' : /FileVault is Off/i.test(said) ? 'off' : 'unknown';
  }
  if (process.platform === 'win32') {
    const drive = /^[A-Za-z]:/.exec(path)?.[0];
    if (drive === undefined) return 'unknown';
    // The shell's own property: unlike manage-bde it needs no administrator. 1, 3, 5: protected or being so.
    const script = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
    const said = answerOf('powershell', ['-NoProfile', '-NonInteractive', '-Command', script]).trim();
    return /^[135]$/.test(said) ? 'on' : /^[24]$/.test(said) ? 'off' : 'unknown';
  }
  const device = mount?.device ?? null;
  if (device === null || device.startsWith('0:')) return 'unknown'; // no disk of its own: tmpfs, overlay, btrfs, network
  const block = join(sys, 'dev/block', device);
  return existsSync(block) ? (isCrypt(block, 0) ? 'on' : 'off') : 'unknown';
}

/** A device-mapper target of dm-crypt names itself `CRYPT-…`; else what lies below it is asked. */
function isCrypt(block: string, depth: number): boolean {
  if (depth > mostLayers) return false;
  const uuid = join(block, 'dm/uuid');
  if (existsSync(uuid) && readFileSync(uuid, 'utf8').startsWith('CRYPT-')) return true;
  const slaves = join(block, 'slaves');
  const below = existsSync(slaves) ? readdirSync(slaves).map((name) => realpathSync(join(slaves, name))) : [];
  return below.some((one) => isCrypt(one, depth + 1));
}

function answerOf(program: string, args: readonly string[]): string {
  const run = spawnSync(program, args, { encoding: 'utf8', timeout: patience, windowsHide: true });
  return run.status === 0 ? run.stdout : '';
}
