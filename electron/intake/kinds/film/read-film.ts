import type { Cause } from '../../../../shared/text.ts';
import { because } from '../../../../shared/cause.ts';
import { z } from 'zod';
import { fact, type FileFact } from '../../facts.ts';
import { runTool } from '../../outside-tool.ts';

/** Formats by their media type, so that no file is taken for a playlist that names others. */
const demuxers: Readonly<Record<string, string>> = {
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'audio/mp4': 'mov',
  'video/x-matroska': 'matroska',
  'video/x-msvideo': 'avi',
  'video/x-flv': 'flv',
  'application/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
};

/** How a tool is told to read the file: its one format, from this file alone, no network. */
export const inputArgs = (path: string, mediaType: string): readonly string[] => [
  '-v',
  'error',
  '-protocol_whitelist',
  'file',
  '-f',
  demuxers[mediaType] ?? 'mov',
  '-i',
  `file:${path}`,
];

const limits = { milliseconds: 60_000, megabytes: 1_024, outputBytes: 2_000_000 } as const;

const tags = z.record(z.string(), z.string()).optional();
const streamSchema = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  avg_frame_rate: z.string().optional(),
  sample_rate: z.string().optional(),
  channels: z.int().optional(),
  tags,
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
  disposition: z.object({ attached_pic: z.int().optional() }).optional(),
});
const probeSchema = z.object({
  streams: z.array(streamSchema),
  format: z.object({ format_name: z.string().optional(), duration: z.string().optional(), tags }),
});
type Probe = z.infer<typeof probeSchema>;

/** What a film says of itself. `seconds` null: it does not say how long it is. */
export type ReadFilm = Readonly<{ facts: readonly FileFact[]; seconds: number | null; pictured: boolean }>;

/**
 * Facts of a film or a sound recording, each with the tool that read it. What a device wrote into the file is its claim.
 * @returns why there are none, where the tool could not read it
 */
export async function readFilm(
  path: string,
  mediaType: string,
  probe: string,
  source: string,
  signal: AbortSignal,
): Promise<ReadFilm | Readonly<{ why: Cause }>> {
  const args = [...inputArgs(path, mediaType), '-show_format', '-show_streams', '-of', 'json'];
  const end = await runTool(probe, args, limits, signal);
  if (end.ended === 'failed') return { why: end.because };
  const parsed = probeSchema.safeParse(parsedJson(end.stdout));
  if (!parsed.success) return { why: because('answer-unreadable') };
  const { streams, format } = parsed.data;
  const seconds = Number(format.duration);
  const film = streams.find((one) => one.codec_type === 'video' && one.disposition?.attached_pic !== 1);
  return {
    facts: factsOf(parsed.data, film, source),
    seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    pictured: film !== undefined && (film.width ?? 0) > 0,
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Tags that say something of device, program or time; anything else that a file carries stays in the file. */
const told = [
  ['creation_time', 'FilmCreated'],
  ['encoder', 'Software'],
  ['com.apple.quicktime.make', 'Make'],
  ['com.apple.quicktime.model', 'Model'],
  ['com.apple.quicktime.creationdate', 'FilmCreated'],
  ['com.android.version', 'AndroidVersion'],
  ['com.android.manufacturer', 'Make'],
  ['com.android.model', 'Model'],
] as const;

function factsOf({ streams, format }: Probe, film: Probe['streams'][number] | undefined, source: string): FileFact[] {
  const sound = streams.find((one) => one.codec_type === 'audio');
  const turned = film?.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;
  const rate = film ? framesPerSecond(film.avg_frame_rate) : null;
  const tagged = { ...film?.tags, ...format.tags };
  const all: readonly (readonly [string, string | null])[] = [
    ['Container', format.format_name ?? null],
    ['Duration', format.duration === undefined ? null : `${Number(format.duration).toFixed(3)} s`],
    ['FilmCodec', film?.codec_name ?? null],
    ['Pixels', film ? `${film.width ?? '?'}×${film.height ?? '?'}` : null],
    ['FrameRate', rate],
    ['Rotation', turned === undefined || turned === 0 ? null : `${turned}°`],
    [
      'SoundCodec',
      sound ? [sound.codec_name, sound.sample_rate && `${sound.sample_rate} Hz`].filter(Boolean).join(', ') : null,
    ],
    ...told.map(([tag, name]) => [name, tagged[tag] ?? null] as const),
    ['GpsPosition', Object.keys(tagged).some((tag) => /location|ISO6709/i.test(tag)) ? 'present' : null],
  ];
  return all.flatMap(([name, value]) => (value === null || value === '' ? [] : [fact(name, value, source)]));
}

/** `30000/1001` → `29.970`. */
function framesPerSecond(rate: string | undefined): string | null {
  const [over, under] = (rate ?? '').split('/').map(Number);
  const value = (over ?? 0) / (under ?? 1);
  return Number.isFinite(value) && value > 0 ? value.toFixed(3) : null;
}
