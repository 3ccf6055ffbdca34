import { type FileHandle } from 'node:fs/promises';
import { openRegularHandle } from '../../../casefile/files/regular-file.ts';

const windowLength = 1_048_576;

/** Small reads at rising offsets, served from a window of 1 MiB: Chromium's PNGs come in chunks of 4 KiB. */
export class WindowedFile {
  readonly #file: FileHandle;
  readonly bytes: number;
  readonly #window = Buffer.alloc(windowLength);
  #from = 0;
  #length = 0;

  private constructor(file: FileHandle, bytes: number) {
    this.#file = file;
    this.bytes = bytes;
  }

  /** Opens a file for as long as `read` runs. */
  static async reading<T>(path: string, read: (file: WindowedFile) => Promise<T>): Promise<T> {
    const file = await openRegularHandle(path, 'followed');
    try {
      return await read(new WindowedFile(file, (await file.stat()).size));
    } finally {
      await file.close();
    }
  }

  /**
   * Up to `length` bytes (at most 1 MiB) from an offset; fewer where the file ends before. They stay valid until the
   * next call.
   */
  async at(offset: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, windowLength, this.bytes - offset));
    if (offset < this.#from || offset + wanted > this.#from + this.#length) {
      const { bytesRead } = await this.#file.read(this.#window, 0, windowLength, offset);
      this.#from = offset;
      this.#length = bytesRead;
    }
    return this.#window.subarray(offset - this.#from, Math.min(offset - this.#from + wanted, this.#length));
  }
}
