import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../fixtures/custody-room.ts';
import { VerifyPageRoom } from '../../fixtures/verify-page-room.ts';
import { twoLines } from '../../../shared/messages/verify/two-lines.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import type { MishapRoom } from '../mishaps/mishap-room.ts';

/** What is verified: a package as a folder or a ZIP, a bundle with the two files beside it, a proof. */
export type Verified = Readonly<{
  kind: 'folder' | 'zip' | 'bundle' | 'proof';
  path: string;
  beside?: readonly string[];
}>;

/** What three verifiers said of one thing; the lines of VERIFY.txt are for packages in a folder only. */
export type ThreeWays = Readonly<{
  command: VerifyReport;
  page: Readonly<{ verdict: string; time: string; text: string }>;
  shell: Readonly<{ verdict: string; line: string; proven: boolean }> | null;
}>;

export type ThreeVerifiers = Readonly<{
  ask(given: Verified): Promise<ThreeWays>;
  close(): Promise<void>;
}>;

/** The command's own way, `verify.html` in a browser, and the lines as they stand in a package that nobody touched. */
export async function openVerifiers(made: MishapRoom, anchors: readonly string[]): Promise<ThreeVerifiers> {
  const page = await VerifyPageRoom.open();
  const desk = openDesk();
  const [, lines = ''] =
    /----- begin -----\n([\s\S]*?)----- end -----/.exec(readFileSync(join(made.sealed, 'VERIFY.txt'), 'utf8')) ?? [];
  return {
    ask: async ({ kind, path, beside = [] }) => ({
      command: await desk.call('verify.run', {
        ...{ path, anchors: [...anchors], item: null, since: null, passphrase: null, acceptHistory: null },
      }),
      page: await page.verify(kind === 'folder' ? 'folder' : 'files', [path, ...beside], anchors),
      shell: kind === 'folder' ? linesOn(path, lines, anchors) : null,
    }),
    close: () => page.close(),
  };
}

function linesOn(folder: string, lines: string, anchors: readonly string[]): NonNullable<ThreeWays['shell']> {
  const root = anchors.at(-1) ?? '';
  const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ROOT: root };
  const { stdout, status } = spawnSync('sh', ['-c', lines], { cwd: folder, encoding: 'utf8', env });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  const verdict = /^(PASSED|FAILED|INDETERMINATE)/.exec(line)?.[1] ?? 'no verdict';
  const said = { PASSED: 0, FAILED: 1, INDETERMINATE: 3 }[verdict];
  return {
    verdict: said === status ? verdict : `${verdict} with ${status}`,
    line,
    proven: line.includes('existed before'),
  };
}

/** What the lines of VERIFY.txt look at; all else a package's own text names as not checked by them. */
const looked = /^(?:package|file-hashes|reading)$/;

/**
 * Where the three disagree, in words; nothing where they agree, or where the package's own text lists the difference: that
 * the lines do not look at custody log, stamps, certificates and what a PDF shows, and that what they leave undecided may be
 * decided by the others.
 */
export function disagreement({ command, page, shell }: ThreeWays): string | null {
  const { verdict, timeProven } = command;
  const [, timeLine = ''] = twoLines(command, 'en');
  if (page.verdict !== verdict && isPassedOver(command))
    return shell?.verdict === 'FAILED' ? null : 'a link is named by the command alone';
  if (page.verdict !== verdict) return `the command says ${verdict}, the page ${page.verdict}`;
  if (page.time !== timeProven) return `of time the command says ${timeProven}, the page ${page.time}`;
  if (!page.text.includes(timeLine)) return `the page has no line “${timeLine}”`;
  if (!shell) return null;
  if (shell.verdict === 'INDETERMINATE') return null; // listed: the others may decide it
  if (!['PASSED', 'FAILED'].includes(shell.verdict)) return `the lines say ${shell.verdict}`;
  const seen = command.checks.filter((one) => one.verdict !== 'PASSED' && looked.test(one.check));
  if (shell.verdict === 'FAILED')
    return verdict === 'FAILED' ? null : `the lines say “${shell.line}”, the command ${verdict}`;
  if (seen.length > 0)
    return `the lines say PASSED, the command finds what they look at: ${seen.map(({ detail }) => detail).join('; ')}`;
  const scope = command.timeScope?.over === 'package';
  if (shell.proven && verdict === 'PASSED' && !scope)
    return 'the lines say that a time is proven, the command does not';
  if (!shell.proven && scope) return 'the command says that a time is proven, the lines do not';
  return null;
}

/** Listed: a browser hands no links to a page. */
const isPassedOver = ({ checks }: VerifyReport) =>
  checks.some(({ verdict, detail }) => verdict === 'FAILED' && detail.includes('which could mislead a reader'));

/** Whether the lines differ from the others in a way that the package's own text lists. */
export function isListed({ command, page, shell }: ThreeWays): boolean {
  return (shell !== null && shell.verdict !== command.verdict) || page.verdict !== command.verdict;
}
