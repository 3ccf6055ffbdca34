import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  cloudMarkers,
  cloudOf,
  isNetwork,
  mountOf,
  mountsOfLinux,
  mountsOfMac,
  othersMay,
  type Mount,
} from '../../../shared/place/place-signs.ts';
import { diskEncryption } from './disk-encryption.ts';
import type { PlaceFinding } from '../../../shared/messages/place-messages.ts';

/**
 * Where a case lies, and who may reach it there: another machine, a cloud, other users of this computer, whoever takes the
 * disk out. Only looks; what the system does not tell is said to be unknown.
 */
export function placeOf(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly PlaceFinding[] {
  const path = existsSync(folder) ? realpathSync(folder) : folder;
  const mount = mountOf(path, mounts());
  const network = isNetwork(mount, path);
  const cloud = cloudOf(path, (above) => markersIn(above), environment);
  return [
    machineFinding(network, mount),
    cloud === null
      ? { code: 'place-no-cloud', state: 'ok', params: {} }
      : { code: 'place-cloud', state: 'warn', params: { cloud } },
    modeFinding(path),
    encryptionFinding(path, network ? null : mount),
  ];
}

/** On Windows a drive letter may be a share: without a table of mounts nothing is said of it. */
function machineFinding(network: boolean, mount: Mount | null): PlaceFinding {
  if (network) return { code: 'place-network', state: 'warn', params: { type: mount?.type ?? 'UNC' } };
  if (!mount) return { code: 'place-machine-unknown', state: 'unknown', params: {} };
  return { code: 'place-local', state: 'ok', params: {} };
}

function modeFinding(path: string): PlaceFinding {
  if (process.platform === 'win32') return { code: 'place-mode-unknown', state: 'unknown', params: {} };
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return { code: 'place-mode-unknown', state: 'unknown', params: {} };
  const params = { mode: (mode & 0o777).toString(8) };
  const may = othersMay(mode);
  if (may === null) return { code: 'place-mode-own', state: 'ok', params };
  return { code: may === 'write' ? 'place-mode-write' : 'place-mode-read', state: 'warn', params };
}

function encryptionFinding(path: string, mount: Mount | null): PlaceFinding {
  const is = diskEncryption(path, mount);
  if (is === 'unknown') return { code: 'disk-unknown', state: 'unknown', params: {} };
  return is === 'on'
    ? { code: 'disk-encrypted', state: 'ok', params: {} }
    : { code: 'disk-open', state: 'warn', params: {} };
}

const markersIn = (folder: string) => Object.keys(cloudMarkers).filter((name) => existsSync(join(folder, name)));

function mounts(): readonly Mount[] {
  if (process.platform === 'linux') return mountsOfLinux(readFileSync('/proc/self/mountinfo', 'utf8'));
  if (process.platform === 'darwin')
    return mountsOfMac(spawnSync('mount', { encoding: 'utf8', timeout: 10_000 }).stdout);
  return [];
}
