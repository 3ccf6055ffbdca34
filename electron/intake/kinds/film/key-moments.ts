/** A frame where the picture changed: when, in seconds, and how much (0–1, ffmpeg's `scene`). */
export type SceneChange = Readonly<{ seconds: number; score: number }>;

/** So many frames stand for a film: it can be looked at on a page; the film itself is kept whole. */
const mostFrames = 12;
/** Frames nearer to each other than this show the same. */
const leastApart = 0.5;
/** A last frame is looked for so far before the end. */
const beforeEnd = 0.2;

/**
 * The moments of a film that a reader should see: its beginning, its end, and between them the largest changes; where
 * there are fewer than wanted, as many more evenly spread. In order of time, seconds.
 */
export function keyMoments(seconds: number, changes: readonly SceneChange[]): readonly number[] {
  const end = Math.max(0, seconds - beforeEnd);
  const chosen: number[] = [0];
  const add = (at: number) => {
    const free = chosen.every((one) => Math.abs(one - at) >= leastApart);
    if (free && at >= 0 && at <= end && chosen.length < mostFrames) chosen.push(at);
  };
  add(end);
  for (const { seconds: at } of [...changes].sort((one, other) => other.score - one.score)) add(at);
  const spread = Math.min(mostFrames, Math.max(1, Math.floor(seconds / 5)));
  for (let n = 1; n < spread; n++) add((seconds * n) / spread);
  return chosen.map((at) => Math.round(at * 1_000) / 1_000).sort((one, other) => one - other);
}

/**
 * What ffmpeg's filter `metadata=print` wrote: lines `frame:0 pts:0 pts_time:0` and `lavfi.scene_score=0.123`.
 */
export function sceneChanges(text: string): readonly SceneChange[] {
  const changes: SceneChange[] = [];
  let at: number | null = null;
  for (const line of text.split('\n')) {
    const time = /pts_time:([\d.]+)/.exec(line);
    if (time) at = Number(time[1]);
    const score = /^lavfi\.scene_score=([\d.]+)/.exec(line);
    if (score && at !== null) changes.push({ seconds: at, score: Number(score[1]) });
  }
  return changes;
}
