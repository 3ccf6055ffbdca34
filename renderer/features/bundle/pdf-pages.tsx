import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../state/shortcuts.ts';
import { Button, Field, Sheet, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { openPdf } from './pdf-document.ts';

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
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [first, setFirst] = useState<Size>({ width: 595, height: 842 });
  const [error, setError] = useState<Error | null>(null);
  const [view, setView] = useState({ width: 600, height: 800, top: 0 });
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    const opened = openPdf(address);
    let here = true;
    opened.document.then(
      async (document) => {
        const size = (await document.getPage(1)).getViewport({ scale: 1 });
        const outline = onOutline ? await outlineOf(document) : [];
        if (!here) return;
        setFirst({ width: size.width, height: size.height });
        setPdf(document);
        onOutline?.(outline);
      },
      (why: unknown) => here && setError(why instanceof Error ? why : new Error(String(why))),
    );
    return () => {
      here = false;
      opened.close();
    };
  }, [address, onOutline]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setView((before) => ({ ...before, width: element.clientWidth, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const columns = twoPages ? 2 : 1;
  const width = Math.max(120, Math.min(twoPages ? 900 : 900, (view.width - gap * (columns + 1)) / columns));
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
        onScroll={(event) => {
          const top = event.currentTarget.scrollTop;
          setView((before) => ({ ...before, top }));
        }}
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

function GoToPage({ onClose, go }: { onClose: () => void; go: (page: number) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <Sheet title={say('goPage')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          if (/^\d+$/.test(text.trim())) go(Number(text));
        }}
      >
        <Field label={say('goPage')} value={text} onChange={setText} focused />
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}

type PageProps = { pdf: PDFDocumentProxy; page: number; width: number; height: number; top: number; left: number };

function PdfPage({ pdf, page, width, height, top, left }: PageProps) {
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

/** One line of a PDF's outline, with the page it leads to. */
export type OutlineLine = Readonly<{ title: string; depth: number; page: number }>;

async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly OutlineLine[]> {
  type Node = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number];
  const lines: OutlineLine[] = [];
  const walk = async (nodes: readonly Node[], depth: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      const [ref] = (target ?? []) as readonly unknown[]; // a destination begins with its page: a reference or an index
      const page =
        typeof ref === 'number' ? ref : await pdf.getPageIndex(ref as { num: number; gen: number }).catch(() => 0);
      lines.push({ title, depth, page: page + 1 });
      await walk(items as readonly Node[], depth + 1);
    }
  };
  // Null where there is no outline, whatever the typings say.
  const outline = (await pdf.getOutline()) as readonly Node[] | null;
  if (outline) await walk(outline, 0);
  return lines;
}
