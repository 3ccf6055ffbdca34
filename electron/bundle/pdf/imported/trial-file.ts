import { closeSync, openSync } from 'node:fs';
import { writeFully } from '../../../casefile/files/durable.ts';
import type { Layers, PageForm } from './child-words.ts';

/**
 * A PDF with nothing in it but the copied pages, each as large as it was: what a bundle would draw of them, for a second
 * reader to draw beside the original. Objects come in the order of their numbers, from 1 on.
 */
export class TrialFile {
  readonly #fd: number;
  readonly #offsets: number[] = [];
  #at = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'wx', 0o600);
    this.#write('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n');
  }

  #write(bytes: Uint8Array | string): void {
    const part = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    writeFully(this.#fd, part);
    this.#at += part.length;
  }

  /** @returns its number */
  object(value: Uint8Array | string): number {
    this.#offsets.push(this.#at);
    const number = this.#offsets.length;
    this.#write(`${number} 0 obj\n`);
    this.#write(value);
    this.#write('\nendobj\n');
    return number;
  }

  finish(forms: readonly PageForm[], { all, off }: Layers): void {
    const draw = this.object('<< /Length 5 >>\nstream\n/X Do\nendstream');
    const tree = draw + 1;
    const refs = (numbers: readonly number[]) => `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
    const kids = forms.map((_, at) => tree + 1 + at);
    this.object(`<< /Type /Pages /Kids ${refs(kids)} /Count ${kids.length} >>`);
    for (const { object, box, rotation } of forms)
      this.object(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [${box.join(' ')}] /Rotate ${rotation} /Contents ${draw} 0 R /Resources << /XObject << /X ${object} 0 R >> >> >>`,
      );
    const layers = all.length === 0 ? '' : ` /OCProperties << /OCGs ${refs(all)} /D << /OFF ${refs(off)} >> >>`;
    const root = this.object(`<< /Type /Catalog /Pages ${tree} 0 R${layers} >>`);
    const table = this.#at;
    const lines = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const size = lines.length + 1;
    this.#write(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`);
    this.#write(`trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  }

  close(): void {
    closeSync(this.#fd);
  }
}
