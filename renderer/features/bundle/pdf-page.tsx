import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';

/** A page, counted from 1; its size and position in CSS pixels. */
type PageProps = { pdf: PDFDocumentProxy; page: number; width: number; height: number; top: number; left: number };

/** One page as it is drawn; `data-drawn` says that it is. */
export function PdfPage({ pdf, page, width, height, top, left }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let here = true;
    let drawing: ReturnType<PDFPageProxy['render']> | null = null;
    void pdf.getPage(page).then((one) => {
      const element = canvas.current;
      if (!here || !element) return;
      const viewport = one.getViewport({
        scale: (width / one.getViewport({ scale: 1 }).width) * window.devicePixelRatio,
      });
      element.width = Math.round(viewport.width);
      element.height = Math.round(viewport.height);
      drawing = one.render({ canvas: element, viewport });
      drawing.promise.then(
        () => element.setAttribute('data-drawn', String(page)),
        () => undefined, // cancelled: the page is out of sight again
      );
    });
    return () => {
      here = false;
      drawing?.cancel();
    };
  }, [pdf, page, width]);
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={String(page)}
      style={{ width, height, transform: `translate(${left}px, ${top}px)` }}
    />
  );
}
