import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';

/** A page, counted from 1; its size and position in CSS pixels. */
type PageProps = {
  pdf: PDFDocumentProxy;
  page: number;
  width: number;
  height: number;
  top: number;
  left: number;
  /** What is wrong with the page itself. The same function at each drawing. */
  onTrouble: (error: Error) => void;
};

/** One page as it is drawn; `data-drawn` says that it is. */
export function PdfPage({ pdf, page, width, height, top, left, onTrouble }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let here = true;
    let drawing: ReturnType<PDFPageProxy['render']> | null = null;
    const draw = async () => {
      const one = await pdf.getPage(page);
      const element = canvas.current;
      if (!here || !element) return;
      const viewport = one.getViewport({
        scale: (width / one.getViewport({ scale: 1 }).width) * window.devicePixelRatio,
      });
      element.width = Math.round(viewport.width);
      element.height = Math.round(viewport.height);
      drawing = one.render({ canvas: element, viewport });
      await drawing.promise;
      element.setAttribute('data-drawn', String(page));
    };
    draw().catch((why: unknown) => {
      const waited = here && !pdf.loadingTask.destroyed; // else it is out of sight again, or another file stands there
      if (waited) onTrouble(why instanceof Error ? why : new Error(String(why)));
    });
    return () => {
      here = false;
      drawing?.cancel();
    };
  }, [pdf, page, width, onTrouble]);
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
