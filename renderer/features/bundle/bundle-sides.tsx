import type { DragEvent } from 'react';
import { Trouble } from '../../ui/controls.tsx';
import { Hash } from '../../ui/marks.tsx';
import { dragOut, hasDesktop } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { ApplicationDrafts } from './application-drafts.tsx';
import { ListsApart } from './lists-apart.tsx';
import type { OutlineLine } from './pdf-outline.ts';
import { ProblemList } from './problem-list.tsx';
import type { Bundles } from './use-bundles.ts';

/** Left of the pages: their outline. */
export function BundleOutline({ outline, go }: { outline: readonly OutlineLine[]; go: (page: number) => void }) {
  const say = useSay();
  return (
    <nav className="bundle-outline" aria-label={say('outline')} tabIndex={0}>
      <h2 className="minor">{say('outline')}</h2>
      <ol>
        {outline.map(({ title, depth, page }, at) => (
          <li key={`${page} ${at}`} style={{ paddingLeft: depth * 12 }}>
            <button type="button" className="outline-line" onClick={() => go(page)}>
              <span>{title}</span> <span className="soft">{page}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Right of the pages: what was judged, the file's hash, and what is written beside the bundle. */
export function BundleProblems({ bundles: { problems, problemsTrouble, file } }: { bundles: Bundles }) {
  const say = useSay();
  return (
    <section className="problems" aria-label={say('problems')} tabIndex={0}>
      {problemsTrouble ? <Trouble error={problemsTrouble} /> : <ProblemList problems={problems} />}
      {file ? (
        <>
          <h2 className="minor">{say('hash')}</h2>
          <Hash value={file.sha256} />
          <BundlePath path={file.pdf} />
        </>
      ) : null}
      <ListsApart />
      <ApplicationDrafts />
    </section>
  );
}

/** Where the bundle lies; where the shell has a desktop, it can be dragged from here into a mail or a folder. */
function BundlePath({ path }: { path: string }) {
  const say = useSay();
  if (!hasDesktop) return <p className="mono small soft">{path}</p>;
  const drag = (event: DragEvent) => {
    event.preventDefault();
    dragOut(path);
  };
  return (
    <p className="mono small soft dragged-out" draggable onDragStart={drag} title={say('dragOut')}>
      {path}
    </p>
  );
}
