import { jsx, jsxs } from './jsx-runtime.ts';

export * from './jsx-runtime.ts';

type Make = typeof jsx;
type Argument = Parameters<Make>;

/** What the development build calls: children that were written one by one need no keys, those of a list do. */
export const jsxDEV = (type: Argument[0], props: Argument[1], key: Argument[2], oneByOne: boolean): ReturnType<Make> =>
  (oneByOne ? jsxs : jsx)(type, props, key);
