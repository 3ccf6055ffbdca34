import { judgePage, type Judgement } from '../../../shared/page/judge-page.ts';
import { readSigns } from '../in-page/read-signs.ts';
import type { IsolatedWorld } from '../browser/isolated-world.ts';
import type { MainResponse } from '../recorder/messages.ts';

/** Whether what came is the page that was wanted, a wall before it, or a notice that it is not there. */
export async function judgeLoaded(
  world: IsolatedWorld,
  response: MainResponse | null,
  title: string,
  text: string,
  address: string | null,
): Promise<Judgement> {
  const headers = Object.fromEntries((response?.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]));
  const signs = await world.call(readSigns);
  return judgePage({ status: response?.status ?? null, headers, address, title, text, headings: [], ...signs });
}
