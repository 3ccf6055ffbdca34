import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import { positionedWords } from '../../../../shared/page/positioned-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';

/** So far beyond what is seen words are laid out. */
const beyond = 800;
const fontStack = "system-ui, 'Noto Sans SC', sans-serif";

/**
 * The page's words at the places where they were measured, transparent, so that they can be selected on the picture. Words
 * of which the place is not known are not laid over it.
 */
export function PictureWords(props: {
  address: string;
  record: ItemRecord;
  /** Pixels of the screen for a CSS pixel of the page, and device pixels for one. */
  scale: number;
  density: number;
  view: Readonly<{ top: number; height: number }>;
}) {
  const { address, record, scale, density, view } = props;
  const { data } = useQuery({
    queryKey: ['text-positions', address],
    queryFn: async () =>
      positionedWords(record, await (await fetch(address)).json()).runs.map(({ x, y, width, height, text }) => ({
        x: x / density,
        y: y / density,
        width: width / density,
        height: height / density,
        text,
      })),
  });
  const near = useMemo(() => {
    const [from, to] = [(view.top - beyond) / scale, (view.top + view.height + beyond) / scale];
    return (data ?? []).filter(({ y, height }) => y + height >= from && y <= to);
  }, [data, view.top, view.height, scale]);
  return (
    <>
      {near.map((run, at) => (
        <Run key={`${run.x} ${run.y} ${at}`} run={run} scale={scale} />
      ))}
    </>
  );
}

function Run({ run, scale }: { run: TextRun; scale: number }) {
  const size = run.height * 0.82;
  const natural = widthOf(run.text, size);
  const stretch = natural === 0 ? 1 : run.width / natural;
  return (
    <span
      className="words"
      style={{
        left: run.x * scale,
        top: run.y * scale,
        height: run.height * scale,
        fontSize: size * scale,
        fontFamily: fontStack,
        lineHeight: `${run.height * scale}px`,
        transform: `scaleX(${stretch})`,
      }}
    >
      {run.text}
    </span>
  );
}

let measure: CanvasRenderingContext2D | null = null;

/** Width that the text would take by itself, CSS pixels: it is stretched to the width that was measured. */
function widthOf(text: string, size: number): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return 0;
  measure.font = `${size}px ${fontStack}`;
  return measure.measureText(text).width;
}
