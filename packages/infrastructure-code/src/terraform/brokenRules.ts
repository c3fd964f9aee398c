import { isList, isObject } from '../hcl/Value';
import { Block } from './Block';
import { evaluateValue } from './evaluateBody';
import { ModuleInstance } from './ModuleInstance';
import { blocksOfType } from './TerraformModule';

/** A validation rule of a variable that its value does not meet. */
export interface BrokenRule {
  readonly variable: Block;
  /** What the module says about it. */
  readonly message: string;
}

/**
 * Validation rules that the inputs of a module do not meet; those that cannot be told are taken as met.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/custom-conditions
 */
export function brokenRules({ module, scope }: ModuleInstance): BrokenRule[] {
  return blocksOfType(module, 'variable').flatMap(variable => {
    const rules = variable.body.validation ?? null;
    return (isList(rules) ? rules.filter(isObject) : [])
      .filter(
        ({ condition = true }) =>
          String(evaluateValue(condition, scope)) === 'false',
      )
      .map(({ error_message: text = null }) => {
        const message = evaluateValue(text, scope);
        return {
          variable,
          message:
            typeof message === 'string' ? message : 'an input is refused',
        };
      });
  });
}
