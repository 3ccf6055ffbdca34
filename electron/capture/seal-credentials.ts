import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact, CaptureRecord, Reason, Role } from '../../shared/case/record.ts';
import { parseRollingPieces } from '../../shared/page/rolling-words.ts';
import { carriers } from '../../shared/package/layout.ts';
import { secretsOfAddress } from '../../shared/redaction/address-tokens.ts';
import { addressesOf, cleanedRecord } from '../../shared/redaction/cleaned-record.ts';
import { isAccessValue } from '../../shared/redaction/credential-names.ts';
import { countCodesShown } from '../../shared/redaction/shown-codes.ts';
import type { LateWriter } from '../casefile/case-handles.ts';
import { storeCredentials } from '../casefile/learnt-credentials.ts';
import { canHoldText, longestSearched, shownBy } from '../casefile/holds-credentials.ts';
import type { Clean, Cleaner } from './sealing/cleaner.ts';

/**
 * A record as it may be handed over: nothing that it tells holds what lets somebody in, the whole addresses are kept sealed
 * beside it. Each file that repeats a credential is marked and stays where it is, with a copy beside it in which the
 * credentials are replaced. What the page shows is its picture and its words: there nothing is replaced, and a warning says
 * that a person has to look; so it is of one-time codes, which only the page's words tell.
 *
 * @param carried values that the capture's exchanges carried and that let somebody in; those of a login session are kept
 *   nowhere in the case
 * @param salt 16 random bytes
 */
export async function sealCredentials(
  objects: LateWriter,
  record: CaptureRecord,
  carried: readonly string[],
  salt: Uint8Array,
  cleaner: Cleaner,
): Promise<CaptureRecord> {
  const { artifacts, ...told } = record;
  const own = addressesOf(told).flatMap(secretsOfAddress).filter(isAccessValue);
  const known = [...new Set([...carried, ...own])];
  const isShown = shownBy(objects, record);
  const shown = known.filter(isShown);
  const hidden = known.filter((value) => !isShown(value));
  // Values that the page does not show: its words and their places may still hold such a one, of a part that is not seen.
  const clean = await cleaner.clean(artifacts, hidden, isShown);
  const cleanTold = cleanedRecord(told, known);
  const { url, finalUrl, servedUrl, redirects } = told;
  const changed = JSON.stringify(cleanTold) !== JSON.stringify(told);
  const whole: readonly Artifact[] = changed
    ? [
        {
          role: 'addresses',
          name: 'addresses.json',
          mediaType: 'application/json',
          ...objects.putBytes(
            canonicalBytes({
              v: 1,
              url,
              finalUrl,
              ...(servedUrl !== undefined && { servedUrl }),
              redirects,
              ...(cleanTold.title !== told.title && { title: told.title }),
            }),
          ),
        },
      ]
    : [];
  const kept = record.session ? own.filter((value) => !isShown(value)) : hidden;
  const codes = countCodesShown(wordsOf(objects, record));
  const warnings: readonly Reason[] = [
    ...(shown.length > 0 ? [{ code: 'credential-shown', params: { count: shown.length } }] : []),
    ...(codes > 0 ? [{ code: 'one-time-code-shown', params: { count: codes } }] : []),
  ];
  return {
    ...cleanTold,
    warnings: [...cleanTold.warnings, ...warnings],
    artifacts: [
      ...artifacts.flatMap((one) => sealed(one, clean)),
      ...whole,
      ...(kept.length > 0 ? [storeCredentials(objects, kept, salt)] : []),
    ],
  };
}

/** What the pictures of a capture say, the page's and those that were joined while it was scrolled, line by line. */
function wordsOf(objects: LateWriter, { artifacts }: CaptureRecord): string {
  const said = (role: Role) => {
    const artifact = artifacts.find((one) => one.role === role);
    return artifact ? Buffer.from(objects.readObject(artifact.sha256)).toString('utf8') : null;
  };
  const rolled = said('rolling-positions');
  const pieces = rolled === null ? [] : parseRollingPieces(JSON.parse(rolled), 1);
  return [said('text') ?? '', ...pieces.flatMap(({ runs }) => runs.map(({ text }) => text))].join('\n');
}

/** Of the words' places the cleaned file is the one that is read, and the whole one is sealed beside it. */
function sealed(artifact: Artifact, clean: Clean): readonly Artifact[] {
  const { role, name, mediaType, sha256, bytes } = artifact;
  const isWords = role === 'text-positions';
  if (!isWords && (carriers[role] !== 'searched' || !canHoldText(artifact))) return [artifact];
  if (bytes > longestSearched) return isWords ? [artifact] : [{ ...artifact, credentials: true }];
  const cleaned = clean(artifact);
  if (cleaned.is === 'clean') return [artifact];
  if (cleaned.is === 'unclear') return [{ ...artifact, credentials: true }];
  const copied = { sha256: cleaned.sha256, bytes: cleaned.bytes, copyOf: sha256, replaced: cleaned.count };
  if (isWords)
    return [
      { ...artifact, ...copied },
      { role: 'sealed-original', name: beside(name, 'sealed'), mediaType, bytes, sha256 },
    ];
  return [
    { ...artifact, credentials: true },
    { role: 'disclosure', name: beside(name, 'disclosure'), mediaType, ...copied },
  ];
}

/** `dom.html` → `dom-disclosure.html` */
const beside = (name: string, word: string): string => name.replace(/^(.*?)(\.[^.]*)?$/, `$1-${word}$2`);
