import type { Artifact, Role } from '../case/record.ts';
import type { Sha256 } from '../digest.ts';

/**
 * The package that hands a case over: a bag by BagIt 1.0 (RFC 8493), whose two manifests `sha256sum -c` reads. One hash,
 * of the tag manifest, stands for all of it.
 *
 *     bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt  VERIFY.txt  verify.html
 *     DISCLOSURE.txt                    filing edition only: what is in it, what is reduced or withheld, and why
 *     data/bundle/…                     the filed PDF, its hash list and manifest; further volumes
 *     data/items/ID/record.json         what was fixed at intake, with facts and step ledger
 *     data/items/ID/files/…             the artifacts, without those that hold cookies and credentials
 *     custody/checkpoint.txt            the head of the custody log, C2SP tlog-checkpoint
 *     custody/proofs.jsonl              for each item its custody entry and its way to the checkpoint's root
 *     custody/leaves.txt                filing edition only: the leaf hash of every entry, so that another head of the log can be
 *                                       held against this one while the entries stay unseen
 *     custody/log.jsonl                 whole edition only: every entry of the custody log with its payload
 *     custody/digests.csv  custody/digests-sm3.txt
 *     custody/stamps/N/…                earlier time stamps: checkpoint, token, what was said of revocation, and the proof
 *                                       (RFC 6962 §2.1.2) that the stamped log is the beginning of this one
 *     seal/tagmanifest-sha256.tsr       a time stamp over the tag manifest, where one was asked for
 */
export const packageFiles = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  help: 'VERIFY.txt',
  disclosure: 'DISCLOSURE.txt',
  page: 'verify.html',
  checkpoint: 'custody/checkpoint.txt',
  proofs: 'custody/proofs.jsonl',
  log: 'custody/log.jsonl',
  leaves: 'custody/leaves.txt',
  digests: 'custody/digests.csv',
  sm3: 'custody/digests-sm3.txt',
  token: 'seal/tagmanifest-sha256.tsr',
} as const;

/**
 * What of an item may go to others. *sealed*: cookies, credentials, a person's own screen or words that were taken out are
 * in it; nobody outside is handed it. *cleaned*: made to be handed over. *searched*: it may repeat a credential, and is
 * sealed where it does. *shown*: what a person sees anyway, or what the program itself wrote without any address. A new
 * role does not compile before somebody decides.
 */
export const carriers: Readonly<Record<Role, 'sealed' | 'cleaned' | 'searched' | 'shown'>> = {
  'screenshot-tile': 'shown',
  screenshot: 'shown',
  'screenshot-before': 'shown',
  'screenshot-expanded': 'shown',
  'screenshot-rolling': 'shown',
  'screenshot-region': 'shown',
  'screenshot-screen': 'shown',
  recording: 'sealed',
  'hand-log': 'sealed',
  actions: 'searched',
  'inner-scroll': 'searched',
  rolling: 'searched',
  'rolling-positions': 'shown',
  'rolling-views': 'shown',
  mhtml: 'searched',
  wacz: 'sealed',
  'wacz-disclosure': 'cleaned',
  source: 'searched',
  dom: 'searched',
  text: 'shown',
  'text-positions': 'shown',
  'page-facts': 'searched',
  headers: 'sealed',
  'gateway-log': 'searched',
  'certificate-chain': 'shown',
  'second-path': 'sealed',
  'second-path-body': 'searched',
  netlog: 'sealed',
  environment: 'searched',
  original: 'searched',
  'page-words': 'shown',
  'page-text': 'shown',
  'drawn-tile': 'shown',
  'drawn-words': 'shown',
  attachment: 'shown',
  dkim: 'shown',
  disclosure: 'cleaned',
  'sealed-original': 'sealed',
  addresses: 'sealed',
  credentials: 'sealed',
  'redacted-words': 'sealed',
  'page-image': 'shown',
  'page-document': 'shown',
};

/** Whether a file of an item stays where it is: its record lists it by hash, and others are handed it by no way. */
export function isSealed({ role, credentials }: Pick<Artifact, 'role' | 'credentials'>): boolean {
  return carriers[role] === 'sealed' || credentials === true;
}

/** RFC 8493 §2.1.1, exactly these two lines. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** `sha256sum`'s form and a bag's (RFC 8493 §2.1.3) in one. Names are ours and plain ASCII. */
export function manifestText(files: readonly Readonly<{ name: string; sha256: Sha256 }>[]): string {
  return [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join('');
}

/** RFC 8493 §2.2.2. */
export function bagInfoText(
  info: Readonly<{
    caseId: string;
    date: string;
    bytes: number;
    files: number;
    program: string;
    edition: string;
    sealed: boolean;
  }>,
): string {
  return [
    `Bag-Software-Agent: ${info.program}`,
    `Bagging-Date: ${info.date}`,
    `External-Identifier: fascicle/${info.caseId}`,
    `Payload-Oxum: ${info.bytes}.${info.files}`,
    `Fascicle-Edition: ${info.edition}`,
    ...(info.sealed ? [`Fascicle-Seal: ${packageFiles.token}`] : []),
    '',
  ].join('\n');
}

/**
 * *filing*: for the other side, what is filed without what is sealed. *whole*: for one's own people, everything that was
 * gathered, cookies and credentials too, and the whole custody log.
 */
export const packageEditions = ['filing', 'whole'] as const;
export type PackageEdition = (typeof packageEditions)[number];

/** What `bag-info.txt` says of itself; packages from before there were two editions are for filing. */
export function editionOf(bagInfo: string): PackageEdition {
  return /^Fascicle-Edition: whole$/m.test(bagInfo) ? 'whole' : 'filing';
}

/** Whether `bag-info.txt` says that the package was sealed: a seal that was taken away is then missed. */
export function saysSealed(bagInfo: string): boolean {
  return /^Fascicle-Seal:/m.test(bagInfo);
}

/** Names that Windows keeps for devices; a file of that name would not be written, or would be something else. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Whether a path is one that every system reads the same way: ASCII letters, digits, `.`, `-`, `_`; no hidden, empty or
 * upward folder; no name that a system would change. Whoever makes a package keeps to it, so that a reader may refuse
 * the whole package where one path does not.
 */
export function isPlainPath(path: string): boolean {
  return (
    path.length <= 200 &&
    path
      .split('/')
      .every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part) && !part.endsWith('.') && !reserved.test(part))
  );
}
