import { useState, type PointerEvent } from 'react';
import type { Region } from '../../../../shared/case/exhibit.ts';

type Point = Readonly<{ x: number; y: number }>;
/** A rectangle smaller than this on a side, screen pixels, was a press and not a part. */
const least = 4;

/**
 * Draws rectangles over a picture. Nothing is changed by drawing: the parts only say what the next act is about.
 * @param factor device pixels of the stored picture for one pixel on the screen
 * @param onDrawn gets a part in the picture's device pixels, within it
 */
export function PartDrawing(props: {
  factor: number;
  size: Readonly<{ width: number; height: number }>;
  parts: readonly Region[];
  active: boolean;
  onDrawn: (part: Region) => void;
}) {
  const { factor, size, parts, active, onDrawn } = props;
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const pointAt = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (at: number, most: number) => Math.max(0, Math.min(most, at));
    return { x: within(event.clientX - box.left, box.width), y: within(event.clientY - box.top, box.height) };
  };
  const draft = from && to ? rectangle(from, to) : null;
  const done = () => {
    setFrom(null);
    setTo(null);
    if (!draft || draft.width < least || draft.height < least) return;
    const [x, y] = [Math.floor(draft.x * factor), Math.floor(draft.y * factor)];
    onDrawn({
      x,
      y,
      width: Math.min(size.width, Math.ceil((draft.x + draft.width) * factor)) - x,
      height: Math.min(size.height, Math.ceil((draft.y + draft.height) * factor)) - y,
    });
  };
  return (
    <div
      className={`part-drawing ${active ? 'active' : ''}`}
      onPointerDown={(event) => {
        if (!active || event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointAt(event));
        setTo(pointAt(event));
      }}
      onPointerMove={(event) => from && setTo(pointAt(event))}
      onPointerUp={done}
      onPointerCancel={() => setFrom(null)}
    >
      {parts.map((part) => (
        <Frame
          key={`${part.x} ${part.y} ${part.width} ${part.height}`}
          box={{ x: part.x / factor, y: part.y / factor, width: part.width / factor, height: part.height / factor }}
        />
      ))}
      {draft ? <Frame box={draft} /> : null}
    </div>
  );
}

function Frame({ box }: { box: Region }) {
  return <span className="part-frame" style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />;
}

const rectangle = (one: Point, other: Point): Region => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
});
