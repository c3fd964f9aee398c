import { EvaluationError, Unknown, Value, ValueObject } from '../hcl/Value';
import { Block } from './Block';
import { evaluateBody } from './evaluateBody';
import { expandBlock } from './expandBlock';
import type { ModuleInstance } from './ModuleInstance';
import { blocksOfType } from './TerraformModule';
import { withoutMeta } from './withoutMeta';

/**
 * The value of a reference that starts with a resource type: arguments that are written out, and Unknown for all
 * that the provider computes.
 */
export function resourceReference(module: ModuleInstance, type: string): Value {
  const blocks = new Map(
    blocksOfType(module.module, 'resource', type).map(block => [
      block.labels[1] ?? '',
      block,
    ]),
  );
  if (blocks.size === 0) {
    throw new EvaluationError(
      `Reference to undeclared resource: "${type}" is not declared in ${
        module.address || 'the root module'
      }`,
    );
  }
  return module.lazily(type, [...blocks.keys()], name => {
    const block = blocks.get(name);
    return block ? valueOf(module, block) : Unknown.value;
  });
}

function valueOf({ scope }: ModuleInstance, { body }: Block): Value {
  const instances = expandBlock(body, scope, (_suffix, inner) => inner);
  return instances.reference(inner =>
    computed(evaluateBody(withoutMeta(body), inner)),
  );
}

/** What a provider makes up is Unknown, under whatever name it is asked for. */
function computed(values: ValueObject): Value {
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
