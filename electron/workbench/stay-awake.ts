import { spawn } from 'node:child_process';

/** Keeps the machine from falling asleep. `refused` hears why it could not, where it could not. */
export type StayAwake = (why: string, refused: (how: string) => void) => () => void;

/**
 * Asks the system not to sleep while work runs: systemd's inhibitor on Linux, `caffeinate` on macOS. Both end with the
 * pipe that this process holds, so that a killed run leaves nothing behind. (Electron's shell has its own way: `blockerStaysAwake`.)
 */
export const systemStaysAwake: StayAwake = (why, refused) => {
  const command = commandOf(process.platform, why);
  if (!command) {
    refused(process.platform);
    return () => undefined;
  }
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  let over = false;
  child.on('error', () => refused(program)).on('exit', (code) => !over && code !== 0 && refused(program));
  child.stdin.on('error', () => undefined); // it ended first
  child.unref();
  return () => {
    over = true;
    child.stdin.end();
    child.kill();
  };
};

/** Electron's `powerSaveBlocker`, as far as it is needed. */
type PowerSaveBlocker = Readonly<{
  start(type: 'prevent-app-suspension'): number;
  isStarted(id: number): boolean;
  stop(id: number): void;
}>;

/** The way of the Electron shell: the screen may go dark, the program and its network go on. Each run has a block of its own. */
export function blockerStaysAwake(blocker: PowerSaveBlocker): StayAwake {
  return (_why, refused) => {
    const id = blocker.start('prevent-app-suspension');
    if (!blocker.isStarted(id)) refused('powerSaveBlocker');
    return () => {
      if (blocker.isStarted(id)) blocker.stop(id);
    };
  };
}

/** Each waits for the end of its standard input. */
function commandOf(platform: NodeJS.Platform, why: string): readonly [string, ...string[]] | null {
  if (platform === 'linux') return ['systemd-inhibit', '--what=sleep:idle', '--who=Fascicle', `--why=${why}`, 'cat'];
  if (platform === 'darwin') return ['caffeinate', '-i', 'cat'];
  return null;
}
