import { format } from '@cdktn/hcl-tools';
import { Examination, Planner } from '../Planner';
import { ConfigurationError } from './ConfigurationError';
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

  async examine(files: Files, root: string): Promise<Examination> {
    try {
      return { planned: await planStatically(files, root) };
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return { problems: error.diagnostics };
    }
  }
}
