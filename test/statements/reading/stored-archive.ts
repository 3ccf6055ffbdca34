import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/** An answer of a server as an archive has it: where in its file it lies, what was measured, and its body byte for byte as `latin1`. */
export type StoredAnswer = {
  url: string;
  date: string;
  record: string;
  offset: number;
  length: number;
  status: number;
  type: string;
  address: string;
  protocol: string;
  body: string;
  bytes: number;
  sha256: string;
};

/** The answers in `archive/data.warc.gz` of a WACZ, read member by member. @param file its path */
export function storedAnswers(file: string): StoredAnswer[] {
  const { stdout: data } = spawnSync('unzip', ['-p', file, 'archive/data.warc.gz'], { maxBuffer: 1 << 29 });
  const answers: StoredAnswer[] = [];
  for (let offset = 0; offset < data.length;) {
    const head = headOfMember(data, offset);
    const { buffer, engine } = inflateRawSync(data.subarray(offset + head), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const length = head + engine.bytesWritten + 8;
    answers.push(...answerIn(buffer.toString('latin1'), offset, length));
    offset += length;
  }
  return answers;
}

/** Bytes before the compressed ones of a gzip member (RFC 1952). */
function headOfMember(data: Buffer, from: number): number {
  const flags = data[from + 3] ?? 0;
  let at = from + 10;
  if (flags & 4) at += 2 + data.readUInt16LE(at);
  for (const flag of [8, 16]) if (flags & flag) at = data.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  return at - from;
}

function answerIn(record: string, offset: number, length: number): readonly StoredAnswer[] {
  const [head = '', ...rest] = record.split('\r\n\r\n');
  const field = (name: string, of = head) => new RegExp(`^${name}: (.*?)\\r?$`, 'imu').exec(of)?.[1] ?? '';
  if (field('WARC-Type') !== 'response') return [];
  const block = rest.join('\r\n\r\n').slice(0, Number(field('Content-Length')));
  const ends = block.indexOf('\r\n\r\n');
  const [http, body] = [block.slice(0, ends), block.slice(ends + 4)];
  return [
    {
      ...{ url: field('WARC-Target-URI'), date: field('WARC-Date'), record: field('WARC-Record-ID'), offset, length },
      ...{ status: Number(/^\S+ (\d+)/u.exec(http)?.[1]), type: field('content-type', http) },
      ...{ address: field('WARC-IP-Address'), protocol: field('WARC-Protocol'), body, bytes: body.length },
      sha256: createHash('sha256').update(Buffer.from(body, 'latin1')).digest('hex'),
    },
  ];
}
