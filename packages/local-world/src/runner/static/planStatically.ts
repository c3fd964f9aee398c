import {
  blocksOfType,
  Block,
  brokenRules,
  EvaluationError,
  ExpressionError,
  hasUnknown,
  ModuleInstance,
  PlannedResource as EvaluatedResource,
  Value,
} from '@slipway/infrastructure-code';
import { PlannedResource } from '../plan/PlannedResource';
import { ConfigurationError } from './ConfigurationError';
import { Files, loadModules } from './loadModules';
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
  const tree = await loadModules(files, root);
  const module = ModuleInstance.root(tree, root, { strict: true });
  const makes = ({ type }: Block) => type === 'resource' || type === 'module';
  if (!module?.module.blocks.some(makes)) return [];
  return refusing(root, () => planModule(module)).sort((a, b) =>
    a.address.localeCompare(b.address),
  );
}

function planModule(module: ModuleInstance): PlannedResource[] {
  checkVariables(module);
  const own = blocksOfType(module.module, 'resource').flatMap(block =>
    planResource(module, block),
  );
  const called = blocksOfType(module.module, 'module').flatMap(call =>
    module.children(call).flatMap(planModule),
  );
  return [...own, ...called];
}

/** @throws EvaluationError for a variable without its value, or with one that a rule of it forbids. */
function checkVariables(module: ModuleInstance): void {
  const [broken] = brokenRules(module);
  if (broken) {
    const name = broken.variable.labels[0];
    throw new EvaluationError(
      `Invalid value for variable "${name}": ${broken.message}`,
    );
  }
  Object.values(module.scope.resolve('var') ?? {});
}

function planResource(
  module: ModuleInstance,
  block: Block,
): readonly PlannedResource[] {
  const name = block.labels.join('.');
  const planned = refusing(
    block.file.path,
    () => module.planned(block),
    `${module.path(name)}: `,
  );
  return planned.map(resource => toPlanned(resource, module));
}

function toPlanned(
  { address, type, values, block }: EvaluatedResource,
  { module }: ModuleInstance,
): PlannedResource {
  const all = Object.entries(values);
  const known = all.filter(([, value]) => !hasUnknown(value));
  const unknown = all.filter(([, value]) => hasUnknown(value));
  return {
    address,
    type,
    values: Object.fromEntries<Value>(known),
    unknown: unknown.map(([key]) => key),
    sensitive: sensitiveArguments(block, module),
  };
}

/** Does what may fail as Terraform would; an error then names the file. */
function refusing<T>(file: string, task: () => T, before = ''): T {
  try {
    return task();
  } catch (error) {
    const expected =
      error instanceof EvaluationError || error instanceof ExpressionError;
    if (!expected) throw error;
    throw new ConfigurationError([
      { file, summary: `${before}${error.message}` },
    ]);
  }
}
