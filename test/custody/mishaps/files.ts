import { chmodSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleCopyOf, edit, renameAll } from './mishap-room.ts';
import { asAnother, asUtf16, bom, bundles, copies, crlf, mishapsOf, openToAll, verify } from './mishap.ts';

const row = mishapsOf('bundle');
const ofProof = mishapsOf('proof');
const proof = ({ proof: path }: Readonly<{ proof: string }>) => path;

export const fileMishaps = [
  row(
    'all three files renamed',
    'unaltered',
    bundles(({ pdf }) => {
      renameAll(dirname(pdf), (name) => `证据册（最终版）${name.slice(name.indexOf('.'))}`);
      return join(dirname(pdf), '证据册（最终版）.pdf');
    }),
    /the file was renamed/,
  ),
  row(
    'downloaded twice (“ (1)”)',
    'unaltered',
    bundles(({ pdf }) => {
      const to = pdf.replace('.pdf', ' (1).pdf');
      renameSync(pdf, to);
      return to;
    }),
    /the file was renamed/,
  ),
  row(
    'its hash file with CRLF',
    'unaltered',
    bundles(({ sums }) => edit(sums, crlf)),
  ),
  row(
    'its hash file with a byte order mark',
    'unaltered',
    bundles(({ sums }) => edit(sums, bom)),
  ),
  row(
    'its hash file saved as UTF-16',
    'unaltered',
    bundles(({ sums }) => writeFileSync(sums, asUtf16(readFileSync(sums, 'utf8')))),
  ),
  row(
    'its manifest with CRLF',
    'unaltered',
    bundles(({ manifest }) => edit(manifest, crlf)),
  ),
  row(
    'its manifest with a byte order mark',
    'unaltered',
    bundles(({ manifest }) => edit(manifest, bom)),
  ),
  row(
    'only the PDF was kept',
    'not-told',
    bundles(({ sums, manifest }) => {
      rmSync(sums);
      rmSync(manifest);
    }),
  ),
  row(
    'that lies in a cloud only (0 bytes)',
    'not-told',
    bundles(({ pdf }) => truncateSync(pdf, 0)),
    /0 bytes here/,
  ),
  row(
    'its hash file in a cloud only (0 bytes)',
    'not-told',
    bundles(({ sums }) => truncateSync(sums, 0)),
  ),
  row('without rights', 'not-told', async (made) => {
    const { pdf } = bundleCopyOf(made.bundle);
    openToAll(pdf);
    chmodSync(pdf, 0);
    return asAnother(() => verify(made, pdf));
  }),
  ofProof(
    'saved again with a byte order mark',
    'unaltered',
    copies(proof, (file) => edit(file, bom)),
    /saved again/,
  ),
  ofProof(
    'saved as UTF-16',
    'unaltered',
    copies(proof, (file) => writeFileSync(file, asUtf16(readFileSync(file, 'utf8')))),
    /saved again/,
  ),
  ofProof(
    'with CRLF',
    'unaltered',
    copies(proof, (file) => edit(file, crlf)),
  ),
  ofProof(
    'renamed by a browser (.json.txt)',
    'unaltered',
    copies(proof, () => undefined, 'item.proof.json.txt'),
  ),
  ofProof(
    'that lies in a cloud only (0 bytes)',
    'not-told',
    copies(proof, (file) => truncateSync(file, 0)),
  ),
];
