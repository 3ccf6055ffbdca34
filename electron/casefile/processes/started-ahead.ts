import type { SpawnChild } from './children.ts';

type Child = ReturnType<SpawnChild>;
type Ended = Parameters<Parameters<Child['onEnd']>[0]>[0];

/**
 * Children that are started before there is work for them: a process takes a while to load what it needs. Whoever starts
 * one through `take` is given the one that waits, if one does.
 */
export class StartedAhead {
  readonly #spawnChild: SpawnChild;
  readonly #waiting = new Map<string, Child>();

  constructor(spawnChild: SpawnChild) {
    this.#spawnChild = spawnChild;
  }

  /** Starts a child that the next `take` of this entry gets. */
  begin(entry: string): void {
    if (!this.#waiting.has(entry)) this.#waiting.set(entry, remembered(this.#spawnChild(entry)));
  }

  readonly take: SpawnChild = (entry) => {
    const child = this.#waiting.get(entry);
    this.#waiting.delete(entry);
    return child ?? this.#spawnChild(entry);
  };

  /** Ends those that nobody took. */
  end(): void {
    for (const child of this.#waiting.values()) child.kill();
    this.#waiting.clear();
  }
}

/** A child that may end before anybody listens tells of its end all the same. */
function remembered(child: Child): Child {
  let ended: Ended | null = null;
  let listener: ((end: Ended) => void) | null = null;
  child.onEnd((end) => {
    ended = end;
    listener?.(end);
  });
  return {
    send: (message) => child.send(message),
    onMessage: (heard) => child.onMessage(heard),
    onEnd: (heard) => {
      listener = heard;
      if (ended) heard(ended);
    },
    kill: () => child.kill(),
  };
}
