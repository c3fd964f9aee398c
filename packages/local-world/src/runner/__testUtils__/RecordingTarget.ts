import {
  AppliedResource,
  TerraformTarget,
  WorldEnvironment,
} from '../../world/types';

/** A target that holds what it is given, and refuses what a test says. */
export class RecordingTarget implements TerraformTarget {
  readonly roots = new Map<string, ReadonlyMap<string, AppliedResource>>();
  /** Message by address. */
  readonly refusals = new Map<string, string>();

  applied(root: string): ReadonlyMap<string, AppliedResource> {
    return this.roots.get(root) ?? new Map();
  }

  async apply(
    root: string,
    _environment: WorldEnvironment,
    resources: readonly AppliedResource[],
  ): Promise<ReadonlyMap<string, string>> {
    const failures = new Map(
      [...this.refusals].filter(([address]) =>
        resources.some(resource => resource.address === address),
      ),
    );
    const done = resources.filter(({ address }) => !failures.has(address));
    this.roots.set(
      root,
      new Map(done.map(resource => [resource.address, resource])),
    );
    return failures;
  }
}
