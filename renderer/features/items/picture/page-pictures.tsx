import type { ReactNode } from 'react';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import { useCase } from '../../../state/window-state.ts';
import type { ScrolledView } from '../../../ui/scrolled-view.ts';
import { PartDrawing } from './part-drawing.tsx';
import { PictureWords } from './picture-words.tsx';
import { pagePicturesOf, type PagePicture } from './pictures.ts';
import type { DrawnParts } from './use-drawn-parts.ts';

/** The pictures of an item, one below the other; over the first its words, and what is drawn on it where it may be. */
export function PagePictures(props: {
  item: string;
  record: ItemRecord;
  scale: number;
  view: ScrolledView;
  drawn: DrawnParts | null;
}) {
  const { item, record, scale, view, drawn } = props;
  const { key } = useCase();
  const base = `/case/${key}/item/${item}`;
  const words = record.artifacts.find(({ role }) => role === 'text-positions');
  const density = record.kind === 'capture' && record.file === null ? record.view.scale : 1;
  return pagePicturesOf(record).map((picture, at) => (
    <Picture key={picture.tiles[0]?.name ?? at} picture={picture} scale={scale} base={base}>
      {words && at === 0 ? (
        <PictureWords address={`${base}/${words.name}`} record={record} scale={scale} density={density} view={view} />
      ) : null}
      {drawn && at === 0 ? (
        <PartDrawing
          factor={density / scale}
          size={{ width: picture.width * density, height: picture.height * density }}
          parts={drawn.parts}
          active={drawn.drawing}
          onDrawn={drawn.add}
        />
      ) : null}
    </Picture>
  ));
}

function Picture(props: { picture: PagePicture; scale: number; base: string; children: ReactNode }) {
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
