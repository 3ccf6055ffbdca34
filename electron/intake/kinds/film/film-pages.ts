import type { Film } from '../../../../shared/case/film.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import type { StepLedger } from '../../step-ledger.ts';
import type { FileContent, IntakeServices } from '../../intake-types.ts';
import { filmFrames } from './film-frames.ts';
import { toolOnPath, toolVersionOf } from '../../outside-tool.ts';
import { readFilm } from './read-film.ts';
import { remove } from '../../../casefile/files/durable.ts';

/**
 * A film or a sound recording: its facts, and frames of it as pages, with the tools that the computer has. Where they are
 * missing or fail, it is a sheet that says so; the film itself is stored whole before anything is read.
 */
export async function filmPages(
  mediaType: string,
  path: string,
  ledger: StepLedger,
  services: IntakeServices,
): Promise<FileContent & Readonly<{ film: Film | null }>> {
  const later: Reason = { code: 'pages-later', params: { type: mediaType } };
  const sheet = (warnings: readonly Reason[], facts: FileContent['facts'] = []) => ({
    facts,
    warnings,
    pages: { as: 'none' as const, reason: later },
    images: [],
    size: null,
    film: null,
  });
  const [probe, ffmpeg] = [toolOnPath('ffprobe'), toolOnPath('ffmpeg')];
  const version = probe === null ? null : toolVersionOf(probe);
  if (probe === null || ffmpeg === null || version === null) {
    ledger.note('read-film', 'skipped', { code: 'film-tool-missing' });
    ledger.note('make-pages', 'skipped', later);
    return sheet([{ code: 'film-tool-missing' }]);
  }
  const read = await readFilm(path, mediaType, probe, version, services.signal);
  if ('why' in read) {
    const reason = { code: 'film-unreadable', params: { tool: version, why: read.why } };
    ledger.note('read-film', 'skipped', reason);
    ledger.note('make-pages', 'skipped', later);
    return sheet([reason]);
  }
  ledger.note('read-film', 'ok');
  if (!read.pictured || read.seconds === null) {
    ledger.note('make-pages', 'skipped', later);
    return sheet([], read.facts);
  }
  const folder = services.caseFile.scratch();
  try {
    const made = await filmFrames(path, mediaType, read.seconds, ffmpeg, folder, services);
    if ('why' in made) {
      const reason = { code: 'film-without-frames', params: { tool: version, why: made.why } };
      ledger.note('key-frames', 'skipped', reason);
      ledger.note('make-pages', 'skipped', later);
      return sheet([reason], read.facts);
    }
    ledger.note('key-frames', 'ok');
    ledger.note('make-pages', 'ok');
    const film: Film = {
      tool: version.replace(/^ffprobe/, 'ffmpeg'),
      chosen: made.searched ? 'changes' : 'spread',
      frames: made.frames.map((one) => ({ ...one })),
    };
    return {
      facts: read.facts,
      warnings: [{ code: 'film-in-frames', params: { count: film.frames.length } }],
      pages: { as: 'images' },
      images: made.artifacts,
      size: null,
      film,
    };
  } finally {
    remove(folder);
  }
}
