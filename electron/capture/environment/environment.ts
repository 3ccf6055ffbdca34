import type { Json } from '../../../shared/canonical-json.ts';
import type { EnvironmentCheck } from '../../../shared/case/capture/checks.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { browserChecks, type BrowserFacts } from './browser-checks.ts';
import { clockChecks, type Clocks, type ServerDate } from './clock-checks.ts';
import type { Device } from './device.ts';
import { deviceChecks } from './device-checks.ts';
import { disclosedCheck } from './disclosed-environment.ts';
import { networkChecks } from './network-checks.ts';
import type { ProgramHashes } from './program-hashes.ts';
import { unmade, type MadeCheck } from './made-check.ts';

export type EnvironmentFacts = Readonly<{
  /** The program's own files, as they were when the capture began. */
  program: readonly MadeCheck[];
  browser: BrowserFacts;
  view: CaptureRecord['view'];
  hashes: ProgramHashes;
  device: Device;
  /** At the operator's request no time server is asked. */
  noTimeServers: boolean;
  through: string | null;
  /** Names that the capture asked for, in lower case. */
  hosts: ReadonlySet<string>;
  clocks: Clocks;
  serverDate: ServerDate | null;
}>;

const note = 'Made automatically; no conformity with SF/T 0091 claimed. 程序自动生成，不声称符合 SF/T 0091。';

/**
 * The environment record (取证环境检查记录): what this program found by itself, in the order in which practice checks a
 * device before it takes evidence from the web; each check with its raw output, and "not verified" where it was not.
 * Conformity with SF/T 0091 is not claimed.
 *
 * @returns the whole record, which is sealed; the artifact `environment`, as others may be handed it; its checks in short
 */
export async function environmentRecord(
  facts: EnvironmentFacts,
): Promise<Readonly<{ whole: Json; disclosed: Json; reduced: number; checks: EnvironmentCheck[] }>> {
  const checks: readonly MadeCheck[] = [
    ...deviceChecks(),
    ...facts.program,
    ...browserChecks(facts.browser, facts.hashes, facts.view, await facts.device.fonts()),
    ...networkChecks(facts.through, facts.hosts),
    ...clockChecks(facts.clocks, facts.serverDate, facts.noTimeServers ? null : await facts.device.outsideTimes()),
    unmade('processes', 'not-checked-by-program'),
    unmade('malware-scan', 'not-checked-by-program'),
  ];
  const disclosed = checks.map(disclosedCheck);
  return {
    whole: { v: 2, note, checks },
    disclosed: { v: 3, note, checks: disclosed },
    reduced: disclosed.filter((one) => one.disclosed === 'reduced').length,
    checks: disclosed.map(({ check, outcome, detail, differences }) => ({
      check,
      outcome,
      detail: detail.toWellFormed().slice(0, 500),
      ...(differences && { differences }),
    })),
  };
}
