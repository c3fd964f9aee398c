import { AppliedResource, TerraformTarget } from '../world/types';
import { TerraformRoot } from './plan/TerraformRoot';
import { Files } from './static/loadModules';
import { StaticPlanner } from './static/StaticPlanner';

/** What was there before a change; applying it changes nothing that is there now. */
export class PastTarget implements TerraformTarget {
  static async of(
    files: Files,
    roots: readonly TerraformRoot[],
  ): Promise<PastTarget> {
    const planner = new StaticPlanner();
    const resources = new Map<string, ReadonlyMap<string, AppliedResource>>();
    for (const { path } of roots) {
      const found = await planner.examine(files, path);
      const planned = 'planned' in found ? found.planned : [];
      resources.set(path, new Map(planned.map(each => [each.address, each])));
    }
    return new PastTarget(resources);
  }

  private constructor(
    private readonly resources: ReadonlyMap<
      string,
      ReadonlyMap<string, AppliedResource>
    >,
  ) {}

  applied(root: string): ReadonlyMap<string, AppliedResource> {
    return this.resources.get(root) ?? new Map();
  }

  async apply(): Promise<ReadonlyMap<string, string>> {
    return new Map();
  }
}
