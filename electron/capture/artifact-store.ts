import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact } from '../../shared/case/record.ts';
import type { ObjectWriter } from '../casefile/case-handles.ts';
import type { ArtifactStore } from './steps/step.ts';

/** Stores files as objects of the case, each with its line in a list: one list for what comes one after the other. */
export function storeOf(objects: ObjectWriter, artifacts: Artifact[]): ArtifactStore {
  const keep: ArtifactStore['keep'] = (role, name, mediaType, bytes) => {
    artifacts.push({ role, name, mediaType, ...objects.putBytes(bytes) });
  };
  return {
    keep,
    keepFile: (role, name, mediaType, path) => {
      artifacts.push({ role, name, mediaType, ...objects.putFile(path) });
    },
    keepJson: (role, name, value) => {
      keep(role, name, 'application/json', canonicalBytes(value));
    },
    keepReduced: (role, name, whole, reduced, count) => {
      const sealed = objects.putBytes(canonicalBytes(whole));
      const mediaType = 'application/json';
      const copy = objects.putBytes(canonicalBytes(reduced));
      artifacts.push(
        { role, name, mediaType, ...copy, copyOf: sealed.sha256, replaced: count },
        { role: 'sealed-original', name: name.replace('.json', '-sealed.json'), mediaType, ...sealed },
      );
    },
  };
}
