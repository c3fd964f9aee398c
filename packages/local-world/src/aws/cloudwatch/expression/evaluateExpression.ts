import { combineValues } from './combineValues';
import { expressionError } from './expressionError';
import { FunctionContext, mathFunctions } from './mathFunctions';
import { isList, mapValue, MathSeries, MathValue } from './MathValue';
import { Expression, parseExpression } from './parseExpression';

/** What an expression can refer to. */
export interface ExpressionScope {
  /** Value of a query by id; undefined when there is none. */
  readonly resolve: (id: string) => MathValue | undefined;
  /** METRICS(): all metrics of the request whose id holds `filter`. */
  readonly metrics: (filter: string) => readonly MathSeries[];
  readonly times: FunctionContext['times'];
}

class Evaluator {
  readonly #context: FunctionContext;

  constructor(
    private readonly text: string,
    private readonly scope: ExpressionScope,
  ) {
    this.#context = { times: scope.times, fail: why => this.#fail(why) };
  }

  value(expression: Expression): MathValue {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'text':
        return this.#fail(`unexpected text "${expression.value}"`);
      case 'reference':
        return (
          this.scope.resolve(expression.name) ??
          this.#fail(`no query has the id ${expression.name}`)
        );
      case 'negate':
        return mapValue(this.value(expression.operand), value => -value);
      case 'list':
        return expression.items.flatMap(item => this.#series(item));
      case 'call':
        return this.#call(expression.name, expression.args);
      default:
        return this.#binary(expression);
    }
  }

  #binary(expression: Extract<Expression, { kind: 'binary' }>): MathValue {
    const { operator, left, right } = expression;
    return (
      combineValues(operator, this.value(left), this.value(right)) ??
      this.#fail(`${operator} does not take two lists of time series`)
    );
  }

  #call(name: string, args: readonly Expression[]): MathValue {
    if (name === 'METRICS') {
      const [filter] = args;
      return this.scope.metrics(filter?.kind === 'text' ? filter.value : '');
    }
    if (!Object.hasOwn(mathFunctions, name)) {
      return this.#fail(`the function ${name} is not known here`);
    }
    const values = args.map(arg =>
      arg.kind === 'reference' && ['REPEAT', 'LINEAR'].includes(arg.name)
        ? arg.name
        : this.value(arg),
    );
    return mathFunctions[name](values, this.#context);
  }

  #series(item: Expression): readonly MathSeries[] {
    const value = this.value(item);
    if (typeof value === 'number') {
      return this.#fail('a list holds time series only');
    }
    return isList(value) ? value : [value];
  }

  #fail(why: string): never {
    throw expressionError(this.text, why);
  }
}

/** Computes a metric math expression; what it cannot do is a ValidationError that names it. */
export function evaluateExpression(
  text: string,
  scope: ExpressionScope,
): readonly MathSeries[] {
  const value = new Evaluator(text, scope).value(parseExpression(text));
  if (typeof value === 'number') {
    throw expressionError(text, 'it must return a time series, not a number');
  }
  return isList(value) ? value : [value];
}
