import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import { lettersOf, scaledRun } from '../../../../shared/page/letters.ts';
import { positionedWords } from '../../../../shared/page/positioned-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';

/** So far beyond what is seen words are laid out. */
const beyond = 800;
const fontStack = "system-ui, 'Noto Sans SC', sans-serif";

/**
 * The page's words at the places where they were measured, transparent, so that they can be selected on the picture. Words
 * of which the place is not known, or of which the font draws other characters, are not laid over it.
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
      positionedWords(record, await (await fetch(address)).json())
        .runs.filter(({ otherGlyphs }) => otherGlyphs !== true)
        .map((run, key) => ({ key, run: scaledRun(run, 1 / density) })),
  });
  const near = useMemo(() => {
    const [from, to] = [(view.top - beyond) / scale, (view.top + view.height + beyond) / scale];
    return (data ?? []).filter(({ run }) => run.y + run.height >= from && run.y <= to);
  }, [data, view.top, view.height, scale]);
  return (
    <>
      {near.map(({ key, run }) => (
        <Run key={key} run={run} scale={scale} />
      ))}
    </>
  );
}

/** What is laid over a line: each letter where it was measured, or where that is not known the line from end to end. */
const Run = memo(function Run({ run, scale }: { run: TextRun; scale: number }) {
  const letters = lettersOf(run) ?? [{ ...run, from: 0, to: run.text.length }];
  const upright = run.letters?.way === 'down' || run.letters?.way === 'up';
  return (
    <span className="words" style={{ left: run.x * scale, top: run.y * scale }}>
      {letters.map(({ from, to, x, y, width, height }) => {
        const text = run.text.slice(from, to);
        const [along, across] = upright ? [height, width] : [width, height];
        const size = across * 0.82;
        const natural = upright && !latin.test(text) ? size : widthOf(text, size);
        const stretch = natural === 0 ? 1 : along / natural;
        return (
          <span
            key={from}
            style={{
              left: (x - run.x) * scale,
              top: (y - run.y) * scale,
              marginRight: -(upright ? across : natural) * scale, // takes no room: each begins at the line's corner
              fontSize: size * scale,
              fontFamily: fontStack,
              lineHeight: `${across * scale}px`,
              ...(upright
                ? { writingMode: 'vertical-rl', width: across * scale, transform: `scaleY(${stretch})` }
                : { height: across * scale, transform: `scaleX(${stretch})` }),
            }}
          >
            {text}
          </span>
        );
      })}
    </span>
  );
});

/** What lies on its side in a line that goes down. */
const latin = /^[\u0020-\u024f]/;

let measure: CanvasRenderingContext2D | null = null;

/** Width that the text would take by itself, CSS pixels: it is stretched to the width that was measured. */
function widthOf(text: string, size: number): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return 0;
  measure.font = `${size}px ${fontStack}`;
  return measure.measureText(text).width;
}
