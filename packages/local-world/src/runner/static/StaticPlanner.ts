import { format } from '@cdktn/hcl-tools';
import { PlannedResource } from '../plan/PlannedResource';
import { Planner } from '../Planner';
import { ConfigurationError, Diagnostic } from './ConfigurationError';
import { Files } from './loadModules';
import { planStatically } from './planStatically';

/** Plans from the HCL alone, where there is no Terraform. */
export class StaticPlanner implements Planner {
  readonly kind = 'static';

  async unformatted(
    files: Files,
    names: readonly string[],
  ): Promise<readonly string[]> {
    const bad: string[] = [];
    for (const name of names) {
      const text = String(files.get(name) ?? '');
      const formatted = await format(text).catch(() => undefined);
      if (formatted !== text) bad.push(name);
    }
    return bad;
  }

  async validate(files: Files, root: string): Promise<readonly Diagnostic[]> {
    try {
      await planStatically(files, root);
      return [];
    } catch (error) {
      if (error instanceof ConfigurationError) return error.diagnostics;
      throw error;
    }
  }

  plan(files: Files, root: string): Promise<readonly PlannedResource[]> {
    return planStatically(files, root);
  }
}
