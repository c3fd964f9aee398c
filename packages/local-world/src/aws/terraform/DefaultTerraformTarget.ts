import {
  AppliedResource,
  TerraformTarget,
  WorldEnvironment,
} from '../../world/types';
import { ResourceApplier } from './ResourceApplier';

/** Remembers what each Terraform root applied and makes the simulated account hold exactly that. */
export class DefaultTerraformTarget implements TerraformTarget {
  readonly #roots = new Map<string, Map<string, AppliedResource>>();

  /** @param appliers - by resource type; other types are only recorded. */
  constructor(
    private readonly appliers: Readonly<Record<string, ResourceApplier>>,
  ) {}

  applied(root: string): ReadonlyMap<string, AppliedResource> {
    return this.#roots.get(root) ?? new Map();
  }

  async apply(
    root: string,
    environment: WorldEnvironment,
    resources: readonly AppliedResource[],
  ): Promise<ReadonlyMap<string, string>> {
    const before = this.applied(root);
    const after = new Map<string, AppliedResource>();
    const failures = new Map<string, string>();
    this.#destroy(before, resources, environment);
    for (const resource of this.#inOrder(resources)) {
      const failure = this.#put(resource, environment, resources);
      if (failure === undefined) {
        after.set(resource.address, resource);
      } else {
        failures.set(resource.address, failure);
      }
    }
    this.#roots.set(root, after);
    return failures;
  }

  reset(): void {
    this.#roots.clear();
  }

  #destroy(
    before: ReadonlyMap<string, AppliedResource>,
    wanted: readonly AppliedResource[],
    environment: WorldEnvironment,
  ): void {
    const kept = new Map(wanted.map(resource => [resource.address, resource]));
    const all = [...before.values()];
    for (const old of all) {
      const applier = this.appliers[old.type];
      const next = kept.get(old.address);
      const same = next && applier?.identity(next) === applier?.identity(old);
      if (applier && !same) {
        applier.remove(old, environment, all);
      }
    }
  }

  /** Queues come before what refers to them; otherwise as given. */
  #inOrder(resources: readonly AppliedResource[]): AppliedResource[] {
    const rank = ({ type, values }: AppliedResource) => {
      if (type !== 'aws_sqs_queue') {
        return 2;
      }
      return values.redrive_policy ? 1 : 0;
    };
    return [...resources].sort((a, b) => rank(a) - rank(b));
  }

  #put(
    resource: AppliedResource,
    environment: WorldEnvironment,
    all: readonly AppliedResource[],
  ): string | undefined {
    try {
      this.appliers[resource.type]?.put(resource, environment, all);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
