import { useLayoutEffect, useRef, useState } from 'react';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { useAsked } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Empty } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import type { Region } from '../../../shared/case/exhibit.ts';
import { PdfPages } from '../bundle/pdf-pages.tsx';
import { PartDrawing } from '../picture/part-drawing.tsx';
import { PictureTools } from '../picture/picture-tools.tsx';
import { picturesOf, type PagePicture } from './pictures.ts';
import { PictureWords } from './picture-words.tsx';

const margin = 32;
const zooms = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** The page at reading size: its tiles as they are stored, and its words over them where their places are known. */
export function Loupe({ row }: { row: EvidenceRow }) {
  const say = useSay();
  const { folder, key } = useCase();
  const { zoom, set } = useWindow();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ width: 800, height: 600, top: 0 });
  const [parts, setParts] = useState<readonly Region[]>([]);
  const [drawing, setDrawing] = useState(false);
  const shown = useAsked('items.show', { case: folder, item: row.item }).data;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setView((before) => ({ ...before, width: element.clientWidth, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [shown]);

  const record = shown?.summary.item === row.item ? shown.record : undefined;
  const pictures = record ? picturesOf(record) : [];
  const widest = Math.max(1, ...pictures.map(({ width }) => width));
  const scale = zoom === 'fit' ? Math.min(1, (view.width - margin) / widest) : zoom;
  const step = (by: 1 | -1) => {
    const next = by > 0 ? zooms.find((one) => one > scale + 0.005) : zooms.findLast((one) => one < scale - 0.005);
    if (next !== undefined) set({ zoom: next });
  };
  useShortcuts({
    '+': () => step(1),
    '=': () => step(1),
    '-': () => step(-1),
    '0': () => set({ zoom: 'fit' }),
    ' ': () => box.current?.scrollBy({ top: view.height * 0.9 }),
  });
  useShortcuts({ Escape: () => (parts.length > 0 ? setParts([]) : setDrawing(false)) }, drawing);
  if (!record) return <p role="status">{say('loading')}</p>;
  const document_ = record.artifacts.find(
    ({ role, mediaType }) => role === 'original' && mediaType === 'application/pdf',
  );
  const words = record.artifacts.find(({ role }) => role === 'text-positions');
  const density = record.kind === 'capture' && record.file === null ? record.view.scale : 1;
  const [first] = pictures;
  // A part is a place in one picture: the pages of a file of many have no place in common.
  const canDraw = first !== undefined && (record.kind === 'capture' || pictures.length === 1);
  return (
    <div className="loupe">
      <div className="bar film small">
        <Button kind="bare" label={say('smallerZoom')} onPress={() => step(-1)}>
          −
        </Button>
        <span>{Math.round(scale * 100)} %</span>
        <Button kind="bare" label={say('largerZoom')} onPress={() => step(1)}>
          +
        </Button>
        <Button kind="bare" onPress={() => set({ zoom: 'fit' })}>
          {say('fit')}
        </Button>
        <span className="spring" />
        {first ? (
          <PictureTools
            row={row}
            record={record}
            parts={parts}
            drawing={drawing}
            canDraw={canDraw}
            draw={setDrawing}
            forget={() => {
              setParts([]);
              setDrawing(false);
            }}
          />
        ) : null}
        {pictures.length > 0 ? <span className="soft">{words ? say('selectable') : say('notSelectable')}</span> : null}
      </div>
      {pictures.length > 0 ? (
        <div
          ref={box}
          className="loupe-scroll"
          tabIndex={0}
          role="region"
          aria-label={say('pictureOf', { title: row.title })}
          onScroll={(event) => {
            const top = Math.round(event.currentTarget.scrollTop / 400) * 400;
            setView((before) => (before.top === top ? before : { ...before, top }));
          }}
        >
          {pictures.map((picture, at) => (
            <Picture
              key={picture.tiles[0]?.name ?? at}
              picture={picture}
              scale={scale}
              base={`/case/${key}/item/${row.item}`}
            >
              {words && at === 0 ? (
                <PictureWords address={`/case/${key}/item/${row.item}/${words.name}`} scale={scale} view={view} />
              ) : null}
              {at === 0 && canDraw ? (
                <PartDrawing
                  factor={density / scale}
                  size={{ width: picture.width * density, height: picture.height * density }}
                  parts={parts}
                  active={drawing}
                  onDrawn={(part) => setParts((before) => [...before, part])}
                />
              ) : null}
            </Picture>
          ))}
        </div>
      ) : document_ ? (
        <PdfPages address={`/case/${key}/item/${row.item}/${document_.name}`} label={row.title} />
      ) : (
        <Empty title={say('noPicture')} next={say('noPictureSays')} />
      )}
    </div>
  );
}

function Picture(props: { picture: PagePicture; scale: number; base: string; children: React.ReactNode }) {
  const { picture, scale, base, children } = props;
  return (
    <div className="page-picture" style={{ width: picture.width * scale, height: picture.height * scale }}>
      {picture.tiles.map(({ name, top, width, height }) => (
        <img
          key={name}
          src={`${base}/${name}`}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          style={{ top: top * scale, width: width * scale, height: height * scale }}
        />
      ))}
      {children}
    </div>
  );
}
