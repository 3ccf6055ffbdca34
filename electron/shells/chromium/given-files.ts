import type { CDPSession } from 'puppeteer';

const mostFiles = 10_000;

/**
 * Where files that a person dropped or chose lie on disk. A page never learns it; the browser tells its driver.
 * @param payload `ID COUNT`, as the bridge sends it
 * @returns absolute paths, one for each file; '' for one that lies nowhere (a picture on the clipboard, a drag from
 *   another program)
 */
export async function pathsOfFiles(
  session: CDPSession,
  executionContextId: number,
  payload: string,
): Promise<string[]> {
  const [id = 0, count = 0] = payload.split(' ').map(Number);
  const paths: string[] = [];
  for (let at = 0; at < Math.min(count, mostFiles); at++) {
    const { result } = await session.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: '(id, at) => window.fascicle.file(id, at)',
      arguments: [{ value: id }, { value: at }],
    });
    if (result.objectId === undefined) {
      paths.push('');
      continue;
    }
    const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
    paths.push(path);
  }
  return paths;
}
