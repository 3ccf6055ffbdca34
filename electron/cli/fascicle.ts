// The command under its first name: `node electron/cli/fascicle.ts`. The entry point itself is plain JavaScript: Node takes
// 30 ms to make ready for a file of TypeScript, whatever is in it.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- CommonJS (package.json beside it)
require('./fascicle.cjs');
