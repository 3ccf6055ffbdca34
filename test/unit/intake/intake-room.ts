import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { deviceClockAndRandom } from '../../../electron/casefile/processes/clock-and-random.ts';
import { importFile, type ImportOptions, type ImportServices } from '../../../electron/intake/import-file.ts';
import type { ImportRecord } from '../../../shared/case/record.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';

/** Nothing is stated of a file. */
export const unstated: ImportOptions = {
  category: 'other',
  title: null,
  source: null,
  receivedBy: null,
  receivedOn: null,
  account: null,
  operator: null,
};

/** A case and a folder of files to import into it. */
export class IntakeRoom {
  readonly folder = freshFolder();
  readonly caseFile: WritableCase = freshCase();
  readonly services: ImportServices = {
    caseFile: this.caseFile,
    clockAndRandom: deviceClockAndRandom,
    program: { name: 'fascicle', version: '0.0.0' },
    spawnChild,
    inspectPdf: () => Promise.resolve({ pages: [{ width: 595, height: 842, rotation: 0 }], warnings: [] }),
    askDns: null,
    fontConfig: () => null,
    drawPage: null,
    signal: new AbortController().signal,
  };

  write(name: string, bytes: Uint8Array | string): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  async import(
    name: string,
    bytes: Uint8Array | string,
    services: Partial<ImportServices> = {},
    options: Partial<ImportOptions> = {},
  ): Promise<ImportRecord> {
    const path = this.write(name, bytes);
    const { record } = await importFile(path, { ...unstated, ...options }, { ...this.services, ...services });
    if (record.kind !== 'import') throw new Error('an import made no import');
    return record;
  }

  /** Bytes of an artifact, as stored. */
  stored(record: ImportRecord, name: string): Buffer {
    const artifact = record.artifacts.find((one) => one.name === name);
    if (!artifact) throw new Error(`no artifact ${name}`);
    return readFileSync(this.caseFile.objectPath(artifact.sha256));
  }
}

/** A picture whose pixels are all different enough that a shift or a wrong colour shows. */
export function gradient(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const raw = Buffer.alloc(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * channels;
      raw[at] = (x * 7 + y) % 256;
      raw[at + 1] = (y * 3) % 256;
      raw[at + 2] = (x + y * 5) % 256;
      if (channels === 4) raw[at + 3] = x < width / 2 ? 255 : 0;
    }
  }
  return sharp(raw, { raw: { width, height, channels } });
}
