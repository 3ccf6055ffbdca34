import { flushCompileCache } from 'node:module';

/** The port that Electron gives its utility processes; Node's own children have a channel instead. */
type ParentPort = Readonly<{
  on(event: 'message', heard: (event: Readonly<{ data: unknown }>) => void): void;
  postMessage(message: unknown): void;
}>;

const port = (process as { parentPort?: ParentPort }).parentPort; // there in a utility process only

/** What a child process hears from the one that started it, by either way. Where that one is gone, the child ends. */
export function hearParent(heard: (message: unknown) => void): void {
  // All that this process needs is loaded now. It ends by being killed: what Node compiled would be written then, and is not.
  setImmediate(() => flushCompileCache());
  if (port) {
    port.on('message', ({ data }) => heard(data)); // Electron ends its utility processes with itself
    return;
  }
  process.on('disconnect', () => process.exit(0));
  process.on('message', heard);
}

export function tellParent(message: object): void {
  if (port) port.postMessage(message);
  else process.send?.(message);
}
