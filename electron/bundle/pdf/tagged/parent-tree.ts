import { refText, type PdfSink, type Ref } from '../sink.ts';

/** Most entries of one node: it is written when it is full, so that no more are held. */
const entriesOfNode = 256;

/** From marked content and links back to their elements (ISO 32000-1 §14.7.4.4): a number tree, written as it grows. */
export class ParentTree {
  readonly #sink: PdfSink;
  readonly #nodes: Ref[] = [];
  #entries: string[] = [];
  #next = 0;

  constructor(sink: PdfSink) {
    this.#sink = sink;
  }

  /** @returns the key under which it stands */
  add(value: Ref): number {
    const key = this.#next++;
    this.#entries.push(`${key} ${refText(value)}`);
    if (this.#entries.length === entriesOfNode) this.#writeNode();
    return key;
  }

  finish(): Readonly<{ tree: Ref; next: number }> {
    if (this.#entries.length > 0) this.#writeNode();
    const tree = this.#sink.allocate();
    this.#sink.object(tree, `<< /Kids [${this.#nodes.map(refText).join(' ')}] >>`);
    return { tree, next: this.#next };
  }

  #writeNode(): void {
    const node = this.#sink.allocate();
    const from = this.#next - this.#entries.length;
    this.#sink.object(node, `<< /Limits [${from} ${this.#next - 1}] /Nums [${this.#entries.join(' ')}] >>`);
    this.#nodes.push(node);
    this.#entries = [];
  }
}
