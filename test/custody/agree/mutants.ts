import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleCopyOf, copyOf, pathsBelow } from '../mishaps/mishap-room.ts';
import { listAnew, type HandedAttack, type AttackRoom } from './attacks.ts';

/** Numbers below `most`, the same for the same seed. */
type Dice = (most: number) => number;
function diceOf(seed: number): Dice {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % most;
  };
}
const oneOf = <T>(dice: Dice, all: readonly T[]): T => {
  const one = all[dice(all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** One change of a file's bytes, as damage, an editor or a forger makes it. */
const changes: Readonly<Record<string, (bytes: Buffer, dice: Dice) => Uint8Array>> = {
  'a bit': (bytes, dice) => {
    const to = Buffer.from(bytes);
    const at = dice(Math.max(1, to.length));
    if (to.length > 0) to[at] = (to[at] ?? 0) ^ (1 << dice(8));
    return to;
  },
  'cut off': (bytes, dice) => bytes.subarray(0, dice(Math.max(1, bytes.length))),
  'a tail': (bytes, dice) => Buffer.concat([bytes, Buffer.alloc(1 + dice(20), 0x20 + dice(90))]),
  'a head': (bytes, dice) => Buffer.concat([Buffer.alloc(1 + dice(4), 0x20 + dice(90)), bytes]),
  'nothing left': () => Buffer.alloc(0),
  zeros: (bytes) => Buffer.alloc(bytes.length),
  'CRLF line ends': (bytes) => Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'),
  'LF line ends': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  'a byte order mark': (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  'a digit': (bytes) =>
    Buffer.from(
      bytes.toString('latin1').replace(/[0-8]/, (digit) => String(Number(digit) + 1)),
      'latin1',
    ),
  'two lines swapped': (bytes, dice) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = dice(Math.max(1, lines.length - 1));
    return Buffer.from(
      [...lines.slice(0, at), lines[at + 1] ?? '', lines[at] ?? '', ...lines.slice(at + 2)].join('\n'),
      'latin1',
    );
  },
  'a line twice': (bytes, dice) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = dice(lines.length);
    return Buffer.from([...lines.slice(0, at + 1), ...lines.slice(at)].join('\n'), 'latin1');
  },
  'a line less': (bytes, dice) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(dice(lines.length), 1);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};

/** One change of what lies in a folder. */
const moves: Readonly<Record<string, (folder: string, dice: Dice) => string>> = {
  'taken away': (folder, dice) => {
    const path = oneOf(dice, pathsBelow(folder));
    rmSync(join(folder, path));
    return path;
  },
  renamed: (folder, dice) => {
    const path = oneOf(dice, pathsBelow(folder));
    renameSync(join(folder, path), join(folder, `${path}${oneOf(dice, ['.bak', '1', '.PDF'])}`));
    return path;
  },
  'in capitals': (folder, dice) => {
    const path = oneOf(dice, pathsBelow(folder));
    renameSync(join(folder, path), join(folder, dirname(path), (path.split('/').at(-1) ?? '').toUpperCase()));
    return path;
  },
  'exchanged with another': (folder, dice) => {
    const [one, other] = [oneOf(dice, pathsBelow(folder)), oneOf(dice, pathsBelow(folder))];
    const [a, b] = [readFileSync(join(folder, one)), readFileSync(join(folder, other))];
    writeFileSync(join(folder, one), b);
    writeFileSync(join(folder, other), a);
    return `${one} and ${other}`;
  },
  added: (folder, dice) => {
    const path = join(
      dirname(oneOf(dice, pathsBelow(folder))),
      oneOf(dice, ['more.txt', 'x.pdf', '.hidden', 'Icon', 'a b']),
    );
    writeFileSync(join(folder, path), 'x');
    return path;
  },
  'an empty folder': (folder, dice) => {
    const path = join(dirname(oneOf(dice, pathsBelow(folder))), oneOf(dice, ['empty', 'x y', '.cache']));
    mkdirSync(join(folder, path), { recursive: true });
    return path;
  },
};

/** Changes one of the files, which are never links. @returns in words */
function changeOne(paths: readonly string[], dice: Dice): string {
  const path = oneOf(dice, paths);
  const what = oneOf(dice, Object.keys(changes));
  writeFileSync(path, changes[what]?.(readFileSync(path), dice) ?? '');
  return `${path.split('/').slice(-2).join('/')}: ${what}`;
}

function mutatePackage({ made }: AttackRoom, dice: Dice): Readonly<{ path: string; what: string }> {
  const path = copyOf(dice(2) === 0 ? made.sealed : made.whole);
  const paths = pathsBelow(path);
  // Large files are many; what decides are the small ones.
  const chosen = dice(3) === 0 ? paths : paths.filter((one) => !one.startsWith('data/items/'));
  const done =
    dice(3) === 0
      ? move(path, dice)
      : changeOne(
          chosen.map((one) => join(path, one)),
          dice,
        );
  const isForged = dice(2) === 0;
  if (isForged) listAnew(path);
  return { path, what: isForged ? `${done}, lists forged` : done };
}

function move(folder: string, dice: Dice): string {
  const what = oneOf(dice, Object.keys(moves));
  return `${moves[what]?.(folder, dice) ?? ''}: ${what}`;
}

/** The mutant of a number: of each five, three of a package, one of a bundle, one of a proof. */
export function mutant(
  room: AttackRoom,
  seed: number,
): Readonly<{ name: string; given: ReturnType<HandedAttack['make']> }> {
  const dice = diceOf(seed);
  const named = (what: string) => `mutant ${seed}, ${what}`;
  if (seed % 5 === 3) {
    const { pdf, sums, manifest } = bundleCopyOf(room.made.bundle);
    const what = changeOne([pdf, sums, manifest], dice);
    return { name: named(what), given: { kind: 'bundle', path: pdf, beside: [sums, manifest] } };
  }
  if (seed % 5 === 4) {
    const path = copyOf(room.made.proof);
    return { name: named(changeOne([path], dice)), given: { kind: 'proof', path } };
  }
  const { path, what } = mutatePackage(room, dice);
  return { name: named(what), given: { kind: 'folder', path } };
}
