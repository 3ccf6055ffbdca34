import { readCheckpoint } from '../../../shared/custody/checkpoint.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { makeProof, writeProof } from '../../seal/make-proof.ts';
import { readEarlierHead } from '../../verify/earlier-head.ts';
import { reading } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** Writes a proof of the log's head, of one item, or that an earlier checkpoint is its beginning. Writes nothing into the case. */
export const proveHandler: Handler<'proof.make'> = ({ case: folder, item, since, out }, { services, signal }) =>
  reading(folder, async (caseFile) => {
    const state = item === null ? null : caseFile.item(item);
    const earlier = since === null ? null : readEarlierHead(since);
    if (earlier?.kind === 'entry')
      throw new FascicleError('since-unreadable', {
        path: since ?? '',
        why: because('manifest-without-checkpoint'),
      });
    const { name, version } = services.program;
    const proof = makeProof(caseFile, state, earlier?.checkpoint ?? null, `${name} ${version}`);
    const sha256 = await writeProof(caseFile, out, proof, state, signal);
    const { size, root } = readCheckpoint(proof.checkpoint);
    const { length: stamps } = proof.stamps;
    return { path: out, sha256, item: state?.item ?? null, size, root, stamps, checkpoint: proof.checkpoint };
  });
