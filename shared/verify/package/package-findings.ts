import type { PackageFindingCode } from '../../messages/verify/package-verify-messages.ts';
import type { CheckFindings, Finding } from '../findings.ts';
import type { PackageSource } from './package-source.ts';

export type PackageFinding = Finding<PackageFindingCode>;
export type PackageCheck = CheckFindings<PackageFindingCode>;

/** What a package gives to the checks: small files read whole, and which of them are listed. */
export type PackageReader = Readonly<{
  source: PackageSource;
  paths: ReadonlySet<string>;
  /** @throws {Error} where it is missing, too long, or no UTF-8 */
  text(path: string, longest?: number): Promise<string>;
  bytes(path: string, longest: number): Promise<Uint8Array>;
}>;
