// Child processes of the Electron program, given Electron's object, never taking it. Node's `fork` does not exist there: the
// switch by which it would start Electron as Node is off (RunAsNode).
import type { utilityProcess } from 'electron';
import type { Services } from '../../workbench/services.ts';

const longestSaid = 4_000;

/** @param entryFile `intake/ocr/ocr-child` → absolute path of its bundled file */
export function utilityChildren(
  utility: typeof utilityProcess,
  entryFile: (entry: string) => string,
): Services['spawnChild'] {
  return (entry, environment = {}) => {
    const child = utility.fork(entryFile(entry), [], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      serviceName: `fascicle ${entry}`,
    });
    let said = '';
    const keep = (text: string) => {
      said = (said + text).slice(-longestSaid);
    };
    child.stderr?.on('data', (text: Buffer) => keep(text.toString('utf8')));
    child.on('error', (type, location) => keep(`${type} ${location}`));
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onEnd: (listener) => {
        child.once('exit', (code) => listener({ code, signal: null, said }));
      },
      kill: () => {
        // `kill` asks; what hangs in native code does not hear it.
        const { pid } = child;
        child.kill();
        if (pid === undefined) return;
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It has ended.
        }
      },
    };
  };
}
