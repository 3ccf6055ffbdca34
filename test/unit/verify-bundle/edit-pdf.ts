import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { forgeSums, type BundleFiles } from './bundle-room.ts';

/** The objects of a bundle as text, one character a byte, to be changed and written back with a table that fits. */
export class EditablePdf {
  readonly objects: Map<number, string>;
  trailer: string;

  constructor(text: string) {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const table = text.slice(start);
    const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
    this.objects = new Map(
      offsets.map((at, n) => {
        const ends = [...offsets, start].filter((other) => other > at);
        const body = text.slice(at, Math.min(...ends));
        return [n + 1, body.replace(/^\d+ 0 obj\n/, '').replace(/\nendobj\n$/, '')] as const;
      }),
    );
    this.trailer = /trailer\n(<<[\s\S]*>>)\nstartxref/.exec(table)?.[1] ?? '';
  }

  /** Number of the first object whose text fits. */
  find(pattern: RegExp): number {
    const found = [...this.objects].find(([, body]) => pattern.test(body.slice(0, 2_000)));
    if (!found) throw new Error(`no object like ${pattern}`);
    return found[0];
  }

  edit(object: number, change: (body: string) => string): void {
    const body = this.objects.get(object) ?? '';
    const changed = change(body);
    if (changed === body) throw new Error(`object ${object} stays as it is`);
    this.objects.set(object, changed);
  }

  add(body: string): number {
    const object = this.objects.size + 1;
    this.objects.set(object, body);
    return object;
  }

  addStream(dictionary: string, bytes: string): number {
    return this.add(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`);
  }

  /** Objects of the pages that show pictures, in order. */
  picturePages(): readonly number[] {
    return [...this.objects].flatMap(([n, body]) =>
      /^<< \/Type \/Page \//.test(body) && /\/XObject << \/X/.test(body) ? [n] : [],
    );
  }

  /** Changes what a page draws. */
  draw(page: number, change: (content: string) => string): void {
    const object = Number(/\/Contents (\d+) 0 R/.exec(this.objects.get(page) ?? '')?.[1]);
    const packed = /stream\n([\s\S]*)\nendstream$/.exec(this.objects.get(object) ?? '')?.[1] ?? '';
    const before = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    const after = change(before);
    if (after === before) throw new Error('the page stays as it is');
    const bytes = deflateSync(Buffer.from(after, 'latin1')).toString('latin1');
    this.objects.set(object, `<< /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`);
  }

  text(): string {
    let text = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n';
    const offsets: number[] = [];
    for (const [object, body] of [...this.objects].sort(([a], [b]) => a - b)) {
      offsets.push(text.length);
      text += `${object} 0 obj\n${body}\nendobj\n`;
    }
    const size = offsets.length + 1;
    const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    const trailer = this.trailer.replace(/\/Size \d+/, `/Size ${size}`);
    return `${text}xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`;
  }
}

/** Changes objects of a bundle as somebody with a PDF library would, every offset and hash list made to fit. */
export function editPdf(files: BundleFiles, change: (pdf: EditablePdf) => void): void {
  const pdf = new EditablePdf(readFileSync(files.pdf, 'latin1'));
  change(pdf);
  writeFileSync(files.pdf, pdf.text(), 'latin1');
  forgeSums(files);
}
