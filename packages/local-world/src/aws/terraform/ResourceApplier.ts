import { AppliedResource, WorldEnvironment } from '../../world/types';

/** Makes the simulated account hold resources of one type. */
export interface ResourceApplier {
  /** What a change of makes another resource (Terraform would replace it). */
  identity(resource: AppliedResource): string;
  /** Creates or updates; throws with a plain message when the account refuses. */
  put(
    resource: AppliedResource,
    environment: WorldEnvironment,
    all: readonly AppliedResource[],
  ): void;
  remove(
    resource: AppliedResource,
    environment: WorldEnvironment,
    all: readonly AppliedResource[],
  ): void;
}
