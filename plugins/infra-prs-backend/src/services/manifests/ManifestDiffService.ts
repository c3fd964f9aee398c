import { ManifestAnswer } from '@slipway/plugin-infra-prs-common';

/** What changes do to rendered Kubernetes manifests. */
export interface ManifestDiffService {
  /** @throws NotFoundError, ServiceUnavailableError when GitHub cannot be read. */
  get(number: number): Promise<ManifestAnswer>;
}
