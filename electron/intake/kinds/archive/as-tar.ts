import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import { causeText } from '../../../../shared/cause.ts';
import { fact } from '../../facts.ts';
import { runTool, toolOnPath, toolVersionOf } from '../../outside-tool.ts';
import { mostOfTool } from './limits.ts';

/** An archive that is read here, made of one that is not; or why there is none. */
export type AsTar = Readonly<{ path: string; notes: readonly Reason[] }> | Readonly<{ refused: Reason }>;

/**
 * Makes a tar file of a 7z or RAR file by the computer's own bsdtar, which writes nothing else: no member's name becomes a
 * path. A tool of another kind is not tried, for it would unpack by the names.
 */
export async function asTar(path: string, folder: string, signal: AbortSignal): Promise<AsTar> {
  const tool = toolOnPath('bsdtar') ?? libarchiveTar();
  if (tool === null) return { refused: { code: 'archive-tool-missing' } };
  const tar = join(folder, 'archive.tar');
  const words = ['--format=pax', '-cf', tar, `@${path}`];
  const end = await runTool(tool, words, mostOfTool, signal, { home: folder, fontConfig: null });
  const opened: Reason = { code: 'archive-opened-by', params: { tool: toolVersionOf(tool) ?? 'bsdtar' } };
  if (end.ended === 'ok') return { path: tar, notes: [opened] };
  const why = fact('', String(causeText(end.because, 'en')), '').value;
  if (/encrypted|passphrase/i.test(`${why} ${await whyNotListed(tool, path, folder, signal)}`))
    return { refused: { code: 'archive-encrypted' } };
  const ended: Reason = { code: 'archive-tool-ended', params: { why: end.because } };
  // What came before is there; its missing end says that it is not whole.
  if (!statSync(tar, { throwIfNoEntry: false })?.size) return { refused: ended };
  return { path: tar, notes: [opened, ended] };
}

/** Of a file that could not be turned whole, what the tool says where it lists it. */
async function whyNotListed(tool: string, path: string, folder: string, signal: AbortSignal): Promise<string> {
  const end = await runTool(tool, ['-tvf', path], mostOfTool, signal, { home: folder, fontConfig: null });
  return end.ended === 'ok' ? '' : String(causeText(end.because, 'en'));
}

/** Windows and macOS ship bsdtar under the name of tar. */
function libarchiveTar(): string | null {
  const tar = process.platform === 'linux' ? null : toolOnPath('tar');
  return tar !== null && toolVersionOf(tar)?.startsWith('bsdtar') === true ? tar : null;
}
