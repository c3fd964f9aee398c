import { buildKustomization, fileSourceOf } from '@slipway/infrastructure-code';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { ManifestRenderer } from './ManifestRenderer';
import { toKubernetesObject } from './parseManifests';

/** Renders the subset of Kustomize that Slipway's templates use, for machines without kubectl. */
export class KustomizeRenderer implements ManifestRenderer {
  async render(
    files: ReadonlyMap<string, string>,
    path: string,
  ): Promise<readonly KubernetesObject[]> {
    const source = fileSourceOf(files);
    const objects = await buildKustomization(path, source, { strict: true });
    return objects.map(({ value, file }) => toKubernetesObject(value, file));
  }
}
