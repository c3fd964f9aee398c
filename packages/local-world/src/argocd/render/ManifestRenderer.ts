import { KubernetesObject } from '../../kubernetes/KubernetesObject';

/** Turns a Kustomize folder into the objects to apply. */
export interface ManifestRenderer {
  /**
   * `files` hold all that the folder refers to, by path in the repository.
   *
   * @throws ManifestError
   */
  render(
    files: ReadonlyMap<string, string>,
    path: string,
  ): Promise<readonly KubernetesObject[]>;
}
