import type { Profile } from '../../shared/profile/profile.ts';

/** A page with its margins, in points. */
export type PageSize = Readonly<{
  width: number;
  height: number;
  margin: Readonly<{ left: number; right: number; top: number; bottom: number }>;
}>;
export type Layout = Readonly<{ portrait: PageSize; landscape: PageSize }>;

const pointsPerMillimetre = 72 / 25.4;
const points = (millimetres: number): number => Math.round(millimetres * pointsPerMillimetre * 100) / 100;

/** The pages of a court profile. Running lines stand in the margins, which are never too small for them. */
export function layoutOf({ paper, margins }: Profile): Layout {
  const [width, height] = [points(paper.width), points(paper.height)];
  const margin = {
    left: points(margins.left),
    right: points(margins.right),
    top: Math.max(points(margins.top), 40),
    bottom: Math.max(points(margins.bottom), 40),
  };
  return { portrait: { width, height, margin }, landscape: { width: height, height: width, margin } };
}

export type PrintArea = Readonly<{ x: number; y: number; width: number; height: number }>;

/** The field between the margins. */
export function printAreaOf({ width, height, margin }: PageSize): PrintArea {
  return {
    x: margin.left,
    y: margin.top,
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
}

/** What is left of a field under something that takes `height` points of its top. */
export function below({ x, y, width, height: whole }: PrintArea, height: number): PrintArea {
  return { x, y: y + height, width, height: whole - height };
}
