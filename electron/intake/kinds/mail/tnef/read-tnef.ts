import { decodeDeclared } from '../../../charset/declared-charset.ts';
import { judgeCharset } from '../../../charset/judge-charset.ts';
import { readProperties, type Properties } from './properties.ts';

/** What Outlook wrapped into one file ([MS-OXTNEF]): forms of the text, and the files that the mail carries. */
export type Tnef = Readonly<{
  text: string | null;
  html: string | null;
  /** Compressed, as [MS-OXRTFCP] has it. */
  rtf: Buffer | null;
  attachments: readonly TnefFile[];
  /** The file ends within an attribute, or a sum of its bytes is another: what stands above was read all the same. */
  damaged: boolean;
}>;

type TnefFile = Readonly<{
  name: string;
  mediaType: string;
  contentId: string | null;
  content: Buffer;
  isMessage: boolean;
}>;

const signature = 0x223e9f78;
/** §2.1.3.3: attributes by number and type. */
const attribute = {
  codePage: 0x69007,
  properties: 0x69003,
  body: 0x2800c,
  newAttachment: 0x69002,
  title: 0x18010,
  data: 0x6800f,
  attachment: 0x69005,
} as const;
/** Properties ([MS-OXPROPS]). */
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  htmlCodePage: 0x3fde,
  content: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
  displayName: 0x3001,
} as const;
const mostAttachments = 1_000;

type Found = { title: string; data: Buffer | null; properties: Properties };

/** Reads the file once; null where it is none of this format. Linear and bounded, whatever the bytes. */
export function readTnef(file: Buffer): Tnef | null {
  if (file.length < 6 || file.readUInt32LE(0) !== signature) return null;
  const found: Found[] = [];
  let own: Properties = new Map();
  let body: Buffer | null = null;
  let codePage = 0;
  let damaged = false;
  for (let at = 6; at < file.length;) {
    if (at + 9 > file.length) return tnefOf(own, body, codePage, found, true);
    const id = file.readUInt32LE(at + 1);
    const length = file.readUInt32LE(at + 5);
    const data = file.subarray(at + 9, at + 9 + length);
    const end = at + 9 + length;
    if (end + 2 > file.length) return tnefOf(own, body, codePage, found, true);
    damaged ||= data.reduce((sum, byte) => (sum + byte) & 0xffff, 0) !== file.readUInt16LE(end);
    at = end + 2;
    const last = found.at(-1);
    if (id === attribute.codePage && length >= 4) codePage = data.readUInt32LE(0);
    else if (id === attribute.properties) own = readProperties(data);
    else if (id === attribute.body) body = data;
    else if (id === attribute.newAttachment && found.length < mostAttachments)
      found.push({ title: '', data: null, properties: new Map() });
    else if (!last) continue;
    else if (id === attribute.title) last.title = wordsOf(data, codePage);
    else if (id === attribute.data) last.data = data;
    else if (id === attribute.attachment) last.properties = readProperties(data);
  }
  return tnefOf(own, body, codePage, found, damaged);
}

function tnefOf(
  own: Properties,
  body: Buffer | null,
  codePage: number,
  found: readonly Found[],
  damaged: boolean,
): Tnef {
  const text = (of: Properties, id: number, page = codePage): string | null => {
    const value = of.get(id);
    return value ? (value.unicode ? unicodeOf(value.bytes) : wordsOf(value.bytes, page)) : null;
  };
  return {
    text: text(own, property.body) ?? (body === null ? null : wordsOf(body, codePage)),
    html: text(own, property.html, numberOf(own, property.htmlCodePage)),
    rtf: own.get(property.rtf)?.bytes ?? null,
    attachments: found.flatMap(({ title, data, properties }): TnefFile[] => {
      const object = properties.get(property.content);
      const content = data ?? object?.bytes ?? null;
      if (content === null) return [];
      const name = text(properties, property.longFileName) ?? (title || text(properties, property.displayName));
      return [
        {
          name: name || (text(properties, property.fileName) ?? ''),
          mediaType: text(properties, property.mimeTag) || 'application/octet-stream',
          contentId: text(properties, property.contentId),
          content,
          isMessage: data === null && content.length > 4 && content.readUInt32LE(0) === signature,
        },
      ];
    }),
    damaged,
  };
}

/** 0 where it is not said: then words are judged by their bytes. */
const numberOf = (of: Properties, id: number): number =>
  of.get(id)?.bytes.length === 4 ? (of.get(id)?.bytes.readUInt32LE(0) ?? 0) : 0;

const unicodeOf = (bytes: Buffer): string => bytes.toString('utf16le').replace(/\0+$/, '');

/** Words in the code page that the file names; where its bytes are not of it, by their evidence. */
function wordsOf(bytes: Buffer, codePage: number): string {
  const ended = bytes.subarray(0, bytes.length - (/\0*$/.exec(bytes.toString('latin1'))?.[0].length ?? 0));
  const charset = codePage === 65_001 ? 'utf-8' : codePage === 936 ? 'gb18030' : `windows-${codePage}`;
  return decodeDeclared(ended, charset) ?? judgeCharset(ended).text;
}
