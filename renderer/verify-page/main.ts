// The stand-alone verifier: one HTML file, opened from a disk in any browser, without a network. The rules are those of
// the program; here the files are the ones that a person chooses.
import { config } from 'zod';
import { fill, type Language } from '../../shared/language.ts';
import { newPureSha256 } from '../../shared/sha256.ts';
import { readCertificate, type Certificate } from '../../shared/timestamp/certificate.ts';
import { certificatesIn } from '../../shared/timestamp/pem.ts';
import { webCryptoPrimitives } from '../../shared/timestamp/web-crypto.ts';
import { utf8 } from '../../shared/canonical-json.ts';
import {
  judgeBundle,
  judgePackage,
  judgeProof,
  judgeZip,
  type ReportIn,
  type Means,
} from '../../shared/verify/judge.ts';
import { kindHead, kindOfFile } from '../../shared/verify/kind-of-file.ts';
import { pickedByName, pickedFile, pickedFolder } from './picked-files.ts';
import { pageWords } from '../words/verify-page-words.ts';
import { element, reportView } from './show-report.ts';

/** PEM of the roots that come with the program; the build puts them in. */
declare const SHIPPED_ROOTS: string;

config({ jitless: true }); // the page's security policy lets nothing be compiled from text

type Shown = Readonly<{ name: string; judged: ReportIn }> | Readonly<{ trouble: (language: Language) => string }>;

class UnreadableAnchor extends Error {}

let language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
let shown: readonly Shown[] = [];

const part = (id: string) => document.getElementById(id) ?? document.body;
const input = (id: string) => part(id) as HTMLInputElement; // the page's own three inputs

function show(): void {
  document.documentElement.lang = language;
  document.title = pageWords.title[language];
  for (const [id, word] of [
    ['title', 'title'],
    ['intro', 'intro'],
    ['files-label', 'files'],
    ['folder-label', 'folder'],
    ['anchors-label', 'anchors'],
    ['copy', 'copy'],
    ['language', 'other'],
  ] as const)
    part(id).textContent = pageWords[word][language];
  part('reports').replaceChildren(
    ...shown.map((one) =>
      'trouble' in one
        ? element('p', one.trouble(language), 'trouble')
        : reportView(one.name, one.judged(language), language),
    ),
  );
}

async function anchors(): Promise<readonly Certificate[]> {
  const shipped = certificatesIn(utf8(SHIPPED_ROOTS)).map(readCertificate);
  const chosen: Certificate[] = [];
  for (const file of input('anchors').files ?? []) {
    try {
      chosen.push(...certificatesIn(new Uint8Array(await file.arrayBuffer())).map(readCertificate));
    } catch (error) {
      throw new UnreadableAnchor(file.name, { cause: error });
    }
  }
  return [...shipped, ...chosen];
}

/** Judges what was chosen, one thing after the other. */
async function judge(files: readonly File[], isFolder: boolean): Promise<readonly Shown[]> {
  const means: Means = {
    newSha256: newPureSha256,
    primitives: webCryptoPrimitives(crypto.subtle),
    anchors: await anchors(),
  };
  let read = 0;
  const onRead = (bytes: number) => {
    read += bytes;
    part('progress').textContent = fill(pageWords.working[language], { done: Math.floor(read / 1e6) });
  };
  if (isFolder) {
    const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
    return [{ name, judged: await judgePackage(pickedFolder(files, onRead), means) }];
  }
  const found: Shown[] = [];
  for (const file of files) {
    const { name } = file;
    const kind = kindOfFile(name, new Uint8Array(await file.slice(0, kindHead).arrayBuffer()));
    if (kind === 'package') found.push({ name, judged: await judgeZip(name, pickedFile(file, onRead), means) });
    else if (kind === 'proof')
      found.push({ name, judged: await judgeProof(new Uint8Array(await file.arrayBuffer()), means) });
    else if (/\.pdf$/i.test(name))
      found.push({ name, judged: await judgeBundle(name, pickedByName(files, onRead), means) });
  }
  return found.length > 0 ? found : [{ trouble: (spoken) => pageWords.nothing[spoken] }];
}

function troubleOf(error: unknown): Shown {
  const cause = error instanceof UnreadableAnchor ? error.cause : error;
  const params = {
    name: error instanceof UnreadableAnchor ? error.message : '',
    why: cause instanceof Error ? cause.message : String(cause),
  };
  const word = error instanceof UnreadableAnchor ? 'badAnchor' : 'broken';
  return { trouble: (spoken) => fill(pageWords[word][spoken], params) };
}

for (const id of ['files', 'folder'] as const) {
  input(id).addEventListener('change', () => {
    const files = [...(input(id).files ?? [])];
    if (files.length === 0) return;
    document.body.dataset['state'] = 'working';
    shown = [];
    show();
    void judge(files, id === 'folder')
      .catch((error: unknown) => [troubleOf(error)])
      .then((found) => {
        shown = found;
        input(id).value = ''; // the same file can be chosen again
        part('progress').textContent = '';
        show();
        document.body.dataset['state'] = 'done';
      });
  });
}
part('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  show();
});
show();
document.body.dataset['state'] = 'ready';
