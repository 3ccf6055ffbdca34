// What every element of the window is made by (`jsxImportSource`): no text reaches the screen without passing here.
import { Fragment, jsx as plainJsx, jsxs as plainJsxs } from 'react/jsx-runtime';
import { visibleLines } from '../../../shared/visible-text.ts';

export type { JSX } from 'react/jsx-runtime';
export { Fragment };

type Props = Readonly<Record<string, unknown>>;
type Make = typeof plainJsx;

/** Properties that are read by people, of our own components as of HTML. What a field holds to be changed stays as it is. */
const spoken: ReadonlySet<string> = new Set([
  'children',
  'title',
  'label',
  'word',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'textValue',
]);

/** Texts come from pages, files and packages of others: hidden characters in them are written out wherever they are shown. */
function shown(props: unknown): Props {
  const given = props as Props; // what the compiler of JSX hands over
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, spoken.has(name) ? visibleValue(value) : value]),
  );
}

function visibleValue(value: unknown): unknown {
  if (typeof value === 'string') return visibleLines(value);
  return Array.isArray(value) && value.some((one) => typeof one === 'string') ? value.map(visibleValue) : value;
}

export const jsx: Make = (type, props, key) => plainJsx(type, shown(props), key);
export const jsxs: Make = (type, props, key) => plainJsxs(type, shown(props), key);
