import { causeOf } from '../../cause.ts';
import type { NewSha256 } from '../../digest.ts';
import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import type { ByteSource } from '../byte-source.ts';
import { failed, note, unknown, type CheckFindings } from '../findings.ts';
import type { Manifest, ManifestImage } from '../package/manifest.ts';
import { hashOfPicture } from './picture-rules.ts';
import { pictureStreams } from './picture-streams.ts';

/** Pictures of one length that a stream is compared with; more would be a file made to keep us busy. */
const mostAlike = 64;

/**
 * Of a PDF that another program has saved again, or a court has stamped: how many of the bundle's pictures it still
 * carries, byte for byte as they were captured. That tells a file that was only passed on from one whose evidence was
 * exchanged; where each picture stands on its page, and what may lie over it, is not looked at, and that is said.
 */
export async function checkCarriedPictures(
  source: ByteSource,
  manifest: Manifest,
  newSha256: NewSha256,
): Promise<CheckFindings<BundleFindingCode>> {
  const wanted = new Map(manifest.images.map((image) => [image.sha256, image]));
  const carried = new Set<string>();
  let others = 0;
  const check = (...findings: CheckFindings<BundleFindingCode>['findings']) => ({
    check: 'pictures-carried',
    looked: wanted.size,
    findings,
  });
  try {
    for await (const stream of pictureStreams(source)) {
      const alike = [...wanted.values()].filter((image) => mayBe(image, stream.length)).slice(0, mostAlike);
      let matched = false;
      for (const image of alike) {
        if ((await hashOfPicture(source, stream, image, newSha256)) !== image.sha256) continue;
        carried.add(image.sha256);
        matched = true;
        break;
      }
      if (!matched) others += 1;
    }
  } catch (error) {
    return check(unknown('pictures-unread', { why: causeOf(error) }));
  }
  const counts = { count: carried.size, of: wanted.size, others };
  if (carried.size === wanted.size) return check(note('pictures-carried', counts));
  return check(failed('pictures-not-carried', { ...counts, exhibits: exhibitsLacking(manifest, carried) }));
}

function mayBe(image: ManifestImage, length: number): boolean {
  return image.kind === 'jpeg' || image.recipe.sizes.reduce((sum, [size, count]) => sum + size * count, 0) === length;
}

/** Numbers of the exhibits whose pictures are not all there. */
function exhibitsLacking({ images, exhibits }: Manifest, carried: ReadonlySet<string>): string {
  const lacking = new Set(
    images.filter(({ sha256 }) => !carried.has(sha256)).map(({ sha256, derived }) => derived?.original ?? sha256),
  );
  const numbers = exhibits.filter(({ files }) => files.some(({ sha256 }) => lacking.has(sha256)));
  return numbers.map(({ number }) => number).join(', ') || '–';
}
