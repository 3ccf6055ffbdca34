import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { VisitorOrder } from '../../fixtures/children/site-visitor.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const entry = resolve(import.meta.dirname, '../../fixtures/children/site-visitor.ts');

test('processes that capture from one site are seen by the site as one visitor', async () => {
  let [atOnce, most, asked] = [0, 0, 0];
  const server = createServer((_request, response) => {
    asked += 1;
    most = Math.max(most, ++atOnce);
    // Longer than the second between two pages: without slots for all, three would be there at once.
    setTimeout(() => {
      atOnce -= 1;
      response.end('page');
    }, 2_500);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const folder = freshFolder();
  const runs = [1, 2, 3].map(() => fork(entry, [folder], { execArgv: [] }));
  try {
    await Promise.all(runs.map((run) => once(run, 'message')));
    const order: VisitorOrder = { do: 'visit', url: `http://127.0.0.1:${port}/`, pages: 1 };
    await Promise.all(
      runs.map((run) => {
        const visited = once(run, 'message');
        run.send(order);
        return visited;
      }),
    );
    expect({ asked, most }).toEqual({ asked: 3, most: 2 });
  } finally {
    for (const run of runs) run.kill('SIGKILL');
    server.close();
  }
});
