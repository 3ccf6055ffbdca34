import { collect, work } from './first-days.ts';
import { arrange, handOver } from './papers.ts';
import type { Room } from './room.ts';
import type { Shell } from './shell.ts';
import { damage, wrongWords } from './wrong-ways.ts';

/** A case from its first day to its handing over, with what goes wrong on the way: every family of commands. */
export async function tellStory(shell: Shell, room: Room): Promise<void> {
  const ids = await collect(shell, room);
  await work(shell, ids);
  await arrange(shell, room, ids);
  await handOver(shell, room, ids);
  await wrongWords(shell, room, ids);
  await damage(shell, room, ids);
}
