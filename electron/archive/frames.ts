import { z } from 'zod';
import type { Header } from './archived.ts';
import type { Secrets } from './secrets.ts';

const headersSchema = z.record(z.string(), z.string());
/** A line of a connection's log, as the recorder writes the browser's events; `passthrough`: what else they say stays. */
const lineSchema = z.looseObject({
  event: z.string(),
  at: z.looseObject({
    request: z.looseObject({ headers: headersSchema }).optional(),
    response: z
      .looseObject({
        headers: headersSchema.optional(),
        headersText: z.string().optional(),
        requestHeaders: headersSchema.optional(),
        requestHeadersText: z.string().optional(),
        payloadData: z.string().optional(),
        opcode: z.number().optional(),
      })
      .optional(),
  }),
});
type Line = z.infer<typeof lineSchema>;

/** Opcode of a frame of bytes, which the browser gives as base64 (RFC 6455 §5.2). */
const binary = 2;

/** Learns what the opening and the frames of WebSockets carry: cookies, tokens of headers, addresses and messages. */
export function learnFrames(url: string, log: Uint8Array, secrets: Secrets): void {
  secrets.learnHeaders(url, [], []);
  for (const line of linesOf(log)) {
    if (typeof line === 'string') continue;
    const { request, response } = line.at;
    secrets.learnHeaders(
      url,
      pairsOf(request?.headers, response?.requestHeaders),
      pairsOf(response?.payloadData === undefined ? response?.headers : undefined),
    );
    if (response?.payloadData !== undefined) secrets.learnBody(bytesOf(response.payloadData, response.opcode));
  }
}

/** The log without what lets somebody in, line for line; the same object where there is nothing. */
export function disclosedFrames(log: Uint8Array, secrets: Secrets): Uint8Array {
  const lines = linesOf(log).map((line) =>
    typeof line === 'string' ? line : JSON.stringify(cleanedLine(line, secrets)),
  );
  const named = Buffer.from(lines.join('\n'), 'utf8');
  return secrets.body(named.equals(log) ? log : named);
}

/** Lines that are none of ours stay texts. */
function linesOf(log: Uint8Array): readonly (Line | string)[] {
  return Buffer.from(log.buffer, log.byteOffset, log.byteLength)
    .toString('utf8')
    .split('\n')
    .map((text) => {
      if (text === '') return text;
      try {
        const line: unknown = JSON.parse(text);
        return lineSchema.safeParse(line).success ? (line as Line) : text; // as it was written: the schema orders its fields anew
      } catch {
        return text;
      }
    });
}

const pairsOf = (...all: readonly (Readonly<Record<string, string>> | undefined)[]): readonly Header[] =>
  all.flatMap((headers) => Object.entries(headers ?? {}));

const bytesOf = (payload: string, opcode: number | undefined): Buffer =>
  Buffer.from(payload, opcode === binary ? 'base64' : 'utf8');

function cleanedLine(line: Line, secrets: Secrets): Line {
  const { request, response } = line.at;
  const headers = (some: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(some).map(([name, value]) => secrets.header([name, value])));
  const written = (text: string) =>
    text.replace(/^([\w-]+)(:[ \t]*)(.*)$/gm, (_all, name: string, between: string, value: string) => {
      const [, clean] = secrets.header([name, value.replace(/\r$/, '')]);
      return `${name}${between}${clean}${value.endsWith('\r') ? '\r' : ''}`;
    });
  const at = { ...line.at };
  if (request) at.request = { ...request, headers: headers(request.headers) };
  if (response) {
    const told = { ...response };
    if (told.headers) told.headers = headers(told.headers);
    if (told.requestHeaders) told.requestHeaders = headers(told.requestHeaders);
    if (told.headersText !== undefined) told.headersText = written(told.headersText);
    if (told.requestHeadersText !== undefined) told.requestHeadersText = written(told.requestHeadersText);
    if (told.payloadData !== undefined) told.payloadData = cleanedPayload(told.payloadData, told.opcode, secrets);
    at.response = told;
  }
  return { ...line, at };
}

function cleanedPayload(payload: string, opcode: number | undefined, secrets: Secrets): string {
  const bytes = bytesOf(payload, opcode);
  const clean = secrets.body(bytes);
  if (clean === bytes) return payload;
  return Buffer.from(clean).toString(opcode === binary ? 'base64' : 'utf8');
}
