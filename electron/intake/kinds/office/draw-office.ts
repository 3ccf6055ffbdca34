import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { because } from '../../../../shared/cause.ts';
import type { Cause } from '../../../../shared/text.ts';
import type { IntakeServices } from '../../intake-types.ts';
import { asNobody, giveTo, nobody } from '../../../casefile/processes/unprivileged.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import { runTool, toolOnPath } from '../../outside-tool.ts';

/** One document; a cold start of the program takes most of it. Its address space is large, what it uses of it is not. */
const limits = { milliseconds: 120_000, megabytes: 8_192, outputBytes: 200_000 } as const;

/** The LibreOffice of this computer and how it names itself; null where there is none. */
export function officeProgram(): Readonly<{ path: string; program: string }> | null {
  const elsewhere = [
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  ];
  const path = toolOnPath('soffice') ?? elsewhere.find((one) => existsSync(one)) ?? null;
  if (path === null) return null;
  return { path, program: (programs[path] ??= versionOf(path)) };
}

/** It is asked once in a process for its name: that takes it a second. */
const programs: Record<string, string> = {};

function versionOf(path: string): string {
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000, windowsHide: true });
  const found = run.status === 0 ? /^(LibreOffice(?:Dev)? [\d.]{1,30})/m.exec(run.stdout) : null;
  return found?.[1] ?? 'LibreOffice';
}

/**
 * Draws a document as a PDF, in a folder of the program's own: without macros, without links being followed, without a
 * network where the system can take it away, else with a proxy that leads nowhere.
 *
 * @param folder an empty one that others may be given, within one that they may reach @param ending by which the program knows the format
 * @returns the PDF's path, or why there is none
 */
export async function drawOffice(
  program: string,
  path: string,
  folder: string,
  ending: string,
  { fontConfig, signal }: Pick<IntakeServices, 'fontConfig' | 'signal'>,
): Promise<Readonly<{ pdf: string }> | Readonly<{ why: Cause }>> {
  const [profile, out] = [join(folder, 'profile'), join(folder, 'out')];
  const source = join(folder, `document.${ending}`);
  mkdirSync(join(profile, 'user'), { recursive: true });
  mkdirSync(out);
  writeFileSync(source, readRegular(path, 'followed')); // a lock file would stand beside the original
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
  const drop = asNobody();
  if (drop !== null) giveTo(nobody, folder);
  const words = [
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard', '--nologo'],
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--convert-to', 'pdf', '--outdir', out, source],
  ];
  const all = [...withoutNetwork(), ...(drop ?? []), program, ...words];
  const end = await runTool(all[0] ?? program, all.slice(1), limits, signal, {
    home: folder,
    fontConfig: fontConfig(drop === null ? null : nobody),
  });
  if (end.ended === 'failed') return { why: end.because };
  const name = readdirSync(out).find((one) => one.endsWith('.pdf'));
  const pdf = name === undefined ? null : join(out, name);
  if (pdf === null || !statSync(pdf, { throwIfNoEntry: false })?.size) return { why: because('office-gave-nothing') };
  return { pdf };
}

/** A network namespace of its own has no network; who may not make one is told by trying. */
function withoutNetwork(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const root = process.getuid?.() === 0;
  const words = ['unshare', root ? '--net' : '--map-current-user', ...(root ? [] : ['--net']), '--'];
  namespaces ??= spawnSync(words[0] ?? '', [...words.slice(1), 'true'], { timeout: 5_000 }).status === 0;
  return namespaces ? words : [];
}
let namespaces: boolean | null = null;

const item = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** No macro runs, no link is followed or renewed, nobody is asked for updates, and a proxy leads nowhere. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  item('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  item('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  item('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  item('Office.Calc/Content/Update', 'Link', '2'),
  item('Office.Writer/Content/Update', 'Link', '0'),
  item("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", 'AutoCheckEnabled', 'false'),
  item('Inet/Settings', 'ooInetProxyType', '2'),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind) => [
    item('Inet/Settings', `ooInet${kind}ProxyName`, '127.0.0.1'),
    item('Inet/Settings', `ooInet${kind}ProxyPort`, '9'),
  ]),
].join('\n')}
</oor:items>
`;
