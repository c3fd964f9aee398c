import { EvaluationError, hasUnknown, Value } from '../hcl/Value';
import { ExpressionError } from '../hcl/Expression';
import { PlannedResource } from '../plan/PlannedResource';
import { ConfigurationError } from './ConfigurationError';
import { expand } from './expand';
import { Files, loadModules } from './loadModules';
import { ModuleInstance } from './ModuleInstance';
import { ResourceSource } from './ModuleSource';
import { resourceValues } from './resourceBody';
import { sensitiveArguments } from './sensitiveArguments';

/**
 * Plans a root by reading it, without Terraform: module calls, variables, locals, `count`, `for_each` and the
 * functions in common use. What a provider would compute is unknown.
 *
 * @throws ConfigurationError for what Terraform would not plan either.
 */
export async function planStatically(
  files: Files,
  root: string,
): Promise<readonly PlannedResource[]> {
  const sources = await loadModules(files, root);
  const source = sources.get(root);
  if (!source || source.resources.length + source.modules.size === 0) return [];
  const module = new ModuleInstance(source, '', () => undefined, sources);
  try {
    return planModule(module).sort((a, b) =>
      a.address.localeCompare(b.address),
    );
  } catch (error) {
    const known =
      error instanceof EvaluationError || error instanceof ExpressionError;
    if (!known) throw error;
    throw new ConfigurationError([{ file: root, summary: error.message }]);
  }
}

function planModule(module: ModuleInstance): PlannedResource[] {
  module.checkVariables();
  const own = module.source.resources.flatMap(resource =>
    planResource(module, resource),
  );
  const called = [...module.source.modules.keys()].flatMap(name =>
    module.call(name).items.flatMap(planModule),
  );
  return [...own, ...called];
}

function planResource(
  module: ModuleInstance,
  resource: ResourceSource,
): readonly PlannedResource[] {
  const { type, name, body, file } = resource;
  try {
    return expand(body, module.scope, (suffix, scope) => {
      const all = Object.entries(resourceValues(body, scope));
      const known = all.filter(([, value]) => !hasUnknown(value));
      const unknown = all.filter(([, value]) => hasUnknown(value));
      return {
        address: module.path(`${type}.${name}${suffix}`),
        type,
        values: Object.fromEntries<Value>(known),
        unknown: unknown.map(([key]) => key),
        sensitive: sensitiveArguments(resource, module.source),
      };
    }).items;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const summary = `${module.path(`${type}.${name}`)}: ${error.message}`;
    throw new ConfigurationError([{ file, summary }]);
  }
}
