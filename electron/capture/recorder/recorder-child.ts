import { hearParent, tellParent } from '../../casefile/processes/parent-process.ts';
import { SearchedBodies } from '../../archive/searched-bodies.ts';
import { answeredWhileHeld } from './not-received.ts';
import { packRecording } from './pack-recording.ts';
import { packNothing, searchAhead } from './search-ahead.ts';
import type { FromRecorder, ToRecorder } from './messages.ts';
import { TargetRecorder, type Recording } from './target-recorder.ts';

/**
 * The recorder's own process: it reads what a hostile page makes the browser say, keeps it on disk, and packs it. It may
 * die; the capture goes on without it.
 */

/** Exit code of a recorder that ended itself because it used more memory than it may, in bytes. */
const outOfMemory = 86;
const mostMemory = 560 * 1024 * 1024;

const say = (message: FromRecorder): void => tellParent(message);
let recorder: TargetRecorder | null = null;
let recording: Recording | null = null;
let folder = '';
const searched = new SearchedBodies();

async function answer(message: ToRecorder): Promise<void> {
  if ('cdp' in message) {
    recorder?.cdp.take(message.cdp);
    say({ took: message.cdp.byteLength });
    return;
  }
  if (message.ask === 'open') {
    folder = message.folder;
    recorder = new TargetRecorder(folder, message.way, say);
    await recorder.open(message.session);
    say({ say: 'ready' });
  } else if (message.ask === 'sync' || message.ask === 'hold') {
    if (message.ask === 'hold') recorder?.hold();
    say({ say: 'synced', call: message.call });
    // The page is read now, and nothing more is asked for: there is time.
    if (message.ask === 'hold' && recorder) {
      await packNothing(folder);
      await searchAhead(recorder.exchanges, searched);
    }
  } else if (message.ask === 'offline') recorder?.offline(message.at);
  else if (message.ask === 'stop') {
    recording = (await recorder?.stop(message.drain)) ?? null;
    const { security = [], exchanges = [] } = recording ?? {};
    say({
      say: 'stopped',
      call: message.call,
      security,
      answeredWhileHeld: answeredWhileHeld(exchanges, message.heldAt),
    });
  } else {
    if (!recording) throw new Error('nothing was recorded');
    say({
      say: 'packed',
      call: message.call,
      packed: await packRecording(recording, message.request, folder, searched),
    });
  }
}

hearParent((sent) => {
  const message = sent as ToRecorder; // by the recorder's parent only
  answer(message).catch((error: unknown) => {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if ('call' in message) say({ say: 'refused', call: message.call, why });
    else process.stderr.write(why, () => process.exit(1));
  });
});
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.exit(outOfMemory);
}, 25).unref();
