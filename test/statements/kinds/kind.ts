import type { StatementRoom } from './room.ts';

/** A kind of case: how it is made, and which bundles are built of it. */
export type KindOfCase = Readonly<{
  name: string;
  profile?: string;
  /** Its court wants a person who declares. */
  signed?: true;
  /** The bundle filed before, by its name in the room: this one adds to it. */
  adds?: string;
  /** More words for the command that builds. */
  bundle?: readonly string[];
  make(room: StatementRoom, caseFolder: string): Promise<void>;
}>;
