import { evaluate, Scope } from '../hcl/evaluate';
import { Expression } from '../hcl/Expression';
import { ExpressionParser } from '../hcl/ExpressionParser';
import {
  EvaluationError,
  isList,
  isObject,
  Unknown,
  Value,
} from '../hcl/Value';
import { Json } from './moduleSchema';

const noNames: Scope = name => {
  throw new EvaluationError(`A type cannot refer to "${name}"`);
};

/**
 * Converts a value to the type of a variable.
 *
 * @remarks https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 * @throws EvaluationError in Terraform's words.
 */
export function convertType(
  type: Json | undefined,
  value: Value,
  name: string,
): Value {
  if (typeof type !== 'string') return value;
  const text = type.includes('${') ? type : `\${${type}}`;
  const problem = new Conversion(name);
  return problem.convert(unwrap(ExpressionParser.parseJsonString(text)), value);
}

function unwrap(expression: Expression): Expression {
  return expression.kind === 'template' && expression.parts.length === 1
    ? expression.parts[0]
    : expression;
}

class Conversion {
  constructor(private readonly name: string) {}

  convert(type: Expression, value: Value): Value {
    if (value === null || value instanceof Unknown) return value;
    if (type.kind === 'name') return this.primitive(type.name, value);
    if (type.kind !== 'call') return value;
    const [of] = type.args;
    switch (type.name) {
      case 'list':
      case 'set':
        if (!isList(value)) return this.refuse('list');
        return value.map(item => this.convert(of, item));
      case 'map':
        if (!isObject(value)) return this.refuse('map');
        return Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            this.convert(of, item),
          ]),
        );
      case 'object':
        return this.object(of, value);
      default:
        return value;
    }
  }

  private primitive(type: string, value: Value): Value {
    if (type === 'string') {
      return typeof value === 'object' ? this.refuse('string') : String(value);
    }
    if (type === 'number') {
      const number = typeof value === 'string' && value ? Number(value) : value;
      const good = typeof number === 'number' && !Number.isNaN(number);
      return good ? number : this.refuse('a number');
    }
    if (type === 'bool') {
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      return this.refuse('bool');
    }
    return value;
  }

  /** Attributes that the type does not name are dropped, as Terraform does. */
  private object(type: Expression, value: Value): Value {
    if (!isObject(value)) return this.refuse('object');
    if (type.kind !== 'object') return value;
    const entries = type.items.map(({ key, value: wanted }) => {
      const attribute = key.kind === 'name' ? key.name : String(literal(key));
      return [attribute, this.attribute(attribute, wanted, value)] as const;
    });
    return Object.fromEntries(entries);
  }

  private attribute(
    name: string,
    type: Expression,
    value: { readonly [key: string]: Value },
  ): Value {
    const optional = type.kind === 'call' && type.name === 'optional';
    const [of, fallback] = optional ? type.args : [type, undefined];
    const given = Object.hasOwn(value, name) ? value[name] : null;
    if (!Object.hasOwn(value, name) && !optional) {
      return this.refuse(`attribute "${name}" is required`, '');
    }
    const standard = fallback ? evaluate(fallback, noNames) : null;
    return this.convert(of, given ?? standard);
  }

  private refuse(wanted: string, suffix = ' required'): never {
    throw new EvaluationError(
      `Invalid value for input variable "${this.name}": ${wanted}${suffix}`,
    );
  }
}

function literal(key: Expression): Value {
  return evaluate(key, noNames);
}
