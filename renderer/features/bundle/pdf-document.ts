import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Read at once: several pages of text, or a good part of one picture. */
const chunk = 1_048_576;

/**
 * Opens a PDF of the open case by its address. Everything pdf.js needs is served with the window; nothing is compiled,
 * no script of the file runs. The file is read in pieces as pages need them: it may have gigabytes.
 * pdf.js itself is loaded with the first PDF, so that the window is there sooner.
 */
export function openPdf(address: string): { document: Promise<PDFDocumentProxy>; close: () => void } {
  let close = () => undefined as unknown;
  const over = new AbortController();
  const document = (async () => {
    const [{ getDocument, GlobalWorkerOptions, PDFDataRangeTransport }, { default: worker }, first] = await Promise.all(
      [import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url'), piece(address, 0, chunk, over.signal)],
    );
    over.signal.throwIfAborted();
    GlobalWorkerOptions.workerSrc = worker;
    class Pieces extends PDFDataRangeTransport {
      override requestDataRange(begin: number, end: number): void {
        piece(address, begin, end, over.signal).then(
          ({ bytes }) => this.onDataRange(begin, bytes),
          () => this.abort(),
        );
      }
    }
    const task = getDocument({
      range: new Pieces(first.size, first.bytes),
      cMapUrl: '/pdf/cmaps/',
      cMapPacked: true,
      standardFontDataUrl: '/pdf/standard_fonts/',
      useWasm: false,
      enableXfa: false,
      rangeChunkSize: chunk,
      disableAutoFetch: true,
      disableStream: true,
    });
    close = () => task.destroy();
    return task.promise;
  })();
  return {
    document,
    close: () => {
      over.abort();
      close();
    },
  };
}

/** @param end not included, as pdf.js counts */
async function piece(
  address: string,
  begin: number,
  end: number,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; size: number }> {
  const answer = await fetch(address, { headers: { range: `bytes=${begin}-${end - 1}` }, signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const size = Number(answer.headers.get('content-range')?.split('/')[1] ?? answer.headers.get('content-length'));
  return { bytes: new Uint8Array(await answer.arrayBuffer()), size };
}
