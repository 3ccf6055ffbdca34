import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../state/shortcuts.ts';
import { Trouble } from '../../ui/controls.tsx';
import { useScrolledView } from '../../ui/scrolled-view.ts';
import { useSay } from '../../words/words.ts';
import { GoToPage } from './go-to-page.tsx';
import { openPdf } from './pdf-document.ts';
import { outlineOf, type OutlineLine } from './pdf-outline.ts';
import { PdfPage } from './pdf-page.tsx';

const gap = 16;
type Size = Readonly<{ width: number; height: number }>;

/** The exact pages of a PDF, drawn as they come near the eye. `outline` gets the file's own outline. */
export function PdfPages(props: {
  address: string;
  label: string;
  twoPages?: boolean;
  jump?: Readonly<{ page: number; at: number }>;
  onOutline?: (outline: readonly OutlineLine[]) => void;
}) {
  const { address, label, twoPages = false, jump, onOutline } = props;
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { pdf, first, error, fail } = usePdf(address, onOutline);
  const [view, setView] = useScrolledView(box, { width: 600, height: 800, top: 0 });
  const [asking, setAsking] = useState(false);

  const columns = twoPages ? 2 : 1;
  const width = Math.max(120, Math.min(900, (view.width - gap * (columns + 1)) / columns));
  const height = (width / first.width) * first.height;
  const count = pdf?.numPages ?? 0;
  const lines = Math.ceil(count / columns);
  const current = Math.min(count, Math.floor((view.top + view.height / 3) / (height + gap)) * columns + 1);
  const goTo = (page: number) =>
    box.current?.scrollTo({ top: Math.floor((Math.max(1, Math.min(count, page)) - 1) / columns) * (height + gap) });
  const going = useRef(goTo);
  useEffect(() => {
    going.current = goTo;
  });
  useEffect(() => {
    if (jump && count > 0) going.current(jump.page);
  }, [jump, count]);
  useShortcuts({
    PageDown: () => goTo(current + columns),
    PageUp: () => goTo(current - columns),
    Home: () => goTo(1),
    End: () => goTo(count),
    'Ctrl+g': () => setAsking(true),
  });
  const from = Math.max(0, Math.floor(view.top / (height + gap)) - 1);
  const to = Math.min(lines, from + Math.ceil(view.height / (height + gap)) + 3);
  const pages = Array.from({ length: Math.max(0, to - from) * columns }, (_, at) => from * columns + at + 1).filter(
    (page) => page <= count,
  );
  return (
    <div className="pdf">
      {error ? <Trouble error={error} /> : null}
      <div
        ref={box}
        className="pdf-scroll"
        tabIndex={0}
        role="region"
        aria-label={`${say('preview')}: ${label}`}
        onScroll={({ currentTarget: { scrollTop: top } }) => setView((before) => ({ ...before, top }))}
      >
        <div className="pdf-length" style={{ height: lines * (height + gap) + gap }}>
          {pdf
            ? pages.map((page) => (
                <PdfPage
                  key={page}
                  pdf={pdf}
                  page={page}
                  width={width}
                  top={gap + Math.floor((page - 1) / columns) * (height + gap)}
                  left={
                    (view.width - columns * width - (columns - 1) * gap) / 2 + ((page - 1) % columns) * (width + gap)
                  }
                  height={height}
                  onTrouble={fail}
                />
              ))
            : null}
        </div>
      </div>
      <p className="pdf-at small" role="status">
        {count > 0 ? say('pageOf', { at: current, of: count }) : say('loading')}
      </p>
      {asking ? <GoToPage onClose={() => setAsking(false)} go={goTo} /> : null}
    </div>
  );
}

/** The document behind an address, once it is open, with the size of its first page in points. */
function usePdf(address: string, onOutline: ((outline: readonly OutlineLine[]) => void) | undefined) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [first, setFirst] = useState<Size>({ width: 595, height: 842 });
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    const opened = openPdf(address);
    let here = true;
    const open = async () => {
      const document = await opened.document;
      const size = (await document.getPage(1)).getViewport({ scale: 1 });
      const outline = onOutline ? await outlineOf(document) : [];
      if (!here) return;
      setFirst({ width: size.width, height: size.height });
      setPdf(document);
      onOutline?.(outline);
    };
    open().catch((why: unknown) => {
      if (here) setError(why instanceof Error ? why : new Error(String(why)));
    });
    return () => {
      here = false;
      opened.close();
    };
  }, [address, onOutline]);
  return { pdf, first, error, fail: setError };
}
