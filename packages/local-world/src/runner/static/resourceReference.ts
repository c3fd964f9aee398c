import { EvaluationError, Unknown, Value } from '../hcl/Value';
import { expand } from './expand';
import type { ModuleInstance } from './ModuleInstance';
import { ResourceSource } from './ModuleSource';
import { resourceValues } from './resourceBody';

/**
 * The value of a reference that starts with a resource type: arguments that are written out, and Unknown for all
 * that the provider computes.
 */
export function resourceReference(module: ModuleInstance, type: string): Value {
  const resources = module.source.resources.filter(
    resource => resource.type === type,
  );
  if (resources.length === 0) {
    throw new EvaluationError(
      `Reference to undeclared resource: "${type}" is not declared in ${
        module.address || 'the root module'
      }`,
    );
  }
  const names = resources.map(resource => resource.name);
  return module.lazily(type, names, name => {
    const found = resources.find(resource => resource.name === name);
    return found ? valueOf(module, found) : Unknown.value;
  });
}

function valueOf(module: ModuleInstance, resource: ResourceSource): Value {
  return expand(
    resource.body,
    module.scope,
    (_suffix, scope) => scope,
  ).reference(scope => computed(resourceValues(resource.body, scope)));
}

/** What a provider makes up is Unknown, under whatever name it is asked for. */
function computed(values: Readonly<Record<string, Value>>): Value {
  return new Proxy(values, {
    get: (target, name) =>
      Object.hasOwn(target, name) ? Reflect.get(target, name) : Unknown.value,
    getOwnPropertyDescriptor: (target, name) =>
      Reflect.getOwnPropertyDescriptor(target, name) ?? {
        value: Unknown.value,
        configurable: true,
        enumerable: false,
      },
  });
}
