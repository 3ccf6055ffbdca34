import type { Reason } from '../../shared/case/record.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { fitsEnding, type FileType } from './file-type.ts';

/** What a file's name gives away or pretends. A name is never used as a path, and never believed. */

/** File names that messengers give to pictures they have re-compressed, and how to show the pattern. */
const messengerNames: readonly (readonly [RegExp, string])[] = [
  [/^mmexport\d/i, 'mmexport…'],
  [/^(?:微信图片|weixin image|wechat ?image)/i, '微信图片…'],
  [/^wx_camera_\d/i, 'wx_camera_…'],
  [/^(?:企业微信|wecom)/i, '企业微信…'],
  [/^(?:QQ图片|QQ\d{6,})/i, 'QQ图片…'],
  [/^(?:钉钉|dingtalk)/i, 'DingTalk…'],
  [/^IMG-\d{8}-WA\d{4}/i, 'IMG-…-WA…'],
  [/^WhatsApp Image /i, 'WhatsApp Image …'],
  [/^photo_\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}/i, 'photo_… (Telegram)'],
  [/^(?:FB_IMG_|received_)\d{6,}/i, 'FB_IMG_…'],
  [/^signal-\d{4}-\d{2}-\d{2}-\d/i, 'signal-…'],
  [/^LINE_(?:ALBUM|P\d)/i, 'LINE_…'],
];

const screenshotNames = /screen[ _-]?shot|screen[ _-]?capture|截屏|截图|屏幕快照|截圖|螢幕快照/i;

/** Warnings about the name alone: hidden characters, and an ending that does not fit what the bytes are. */
export function nameWarnings(fileName: string, found: FileType): readonly Reason[] {
  const warnings: Reason[] = [];
  if (visibleText(fileName) !== fileName) {
    warnings.push({ code: 'hidden-characters-in-name', params: { name: visibleText(fileName) } });
  }
  const ending = /\.([^.\s]{1,10})$/u.exec(fileName)?.[1]?.toLowerCase();
  const fits = ending === undefined || fitsEnding(ending, found);
  if (!fits)
    warnings.push({ code: 'type-differs-from-name', params: { ending: visibleText(ending), type: found.mediaType } });
  return warnings;
}

/**
 * Signs that a picture is not the file that the phone or camera made: a messenger's name, or a JPEG without a camera's
 * data (HEIC is not read yet). Not for pictures that came from a server: there the bytes are what was published.
 */
export function recompressionWarning(
  fileName: string,
  mediaType: string,
  facts: readonly Readonly<{ name: string; source: string }>[],
): Reason | null {
  if (!mediaType.startsWith('image/')) return null;
  const messenger = messengerNames.find(([pattern]) => pattern.test(fileName));
  if (messenger) return { code: 'possibly-recompressed', params: { sign: messenger[1] } };
  const camera = facts.some(({ name, source }) => source === 'EXIF' && (name === 'Make' || name === 'Model'));
  return mediaType === 'image/jpeg' && !camera && !screenshotNames.test(fileName)
    ? { code: 'possibly-recompressed-no-exif' }
    : null;
}
