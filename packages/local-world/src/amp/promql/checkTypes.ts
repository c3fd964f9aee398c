import { AGGREGATION_OPERATORS } from './aggregate';
import {
  BINARY_OPERATORS,
  COMPARISONS,
  SET_OPERATORS,
} from './binaryOperators';
import {
  Aggregation,
  BinaryOperation,
  Expression,
  FunctionCall,
  ValueType,
  valueTypeOf,
} from './Expression';
import { functionSignatures } from './functionSignatures';
import { PromqlError } from './PromqlError';

/** @throws PromqlError for unknown functions and operators, and for arguments of the wrong type. */
export function checkTypes(expression: Expression): void {
  switch (expression.type) {
    case 'call':
      checkCall(expression);
      break;
    case 'aggregation':
      checkAggregation(expression);
      break;
    case 'binary':
      checkBinary(expression);
      break;
    case 'negation':
      expectType(expression.argument, ['scalar', 'vector'], 'unary expression');
      checkTypes(expression.argument);
      break;
    default:
  }
}

function checkCall({ name, args }: FunctionCall): void {
  const signature = functionSignatures[name];
  if (!signature) {
    const known = Object.keys(functionSignatures).join(', ');
    throw PromqlError.unsupported(`Function '${name}' (known: ${known})`);
  }
  if (args.length !== signature.length) {
    throw PromqlError.badData(
      `parse error: expected ${signature.length} argument(s) in call to "${name}", got ${args.length}`,
    );
  }
  args.forEach((arg, index) => {
    expectType(arg, [signature[index]], `call to function "${name}"`);
    checkTypes(arg);
  });
}

function checkAggregation(expression: Aggregation): void {
  const { operator, parameter, argument } = expression;
  if (!AGGREGATION_OPERATORS.includes(operator)) {
    const known = AGGREGATION_OPERATORS.join(', ');
    throw PromqlError.unsupported(
      `Aggregation '${operator}' (known: ${known})`,
    );
  }
  if ((operator === 'topk') !== (parameter !== undefined)) {
    throw PromqlError.badData(
      `parse error: wrong number of arguments for aggregate expression "${operator}"`,
    );
  }
  if (parameter) {
    expectType(parameter, ['scalar'], 'aggregation parameter');
    checkTypes(parameter);
  }
  expectType(argument, ['vector'], 'aggregation expression');
  checkTypes(argument);
}

function checkBinary(expression: BinaryOperation): void {
  const { operator, left, right, bool, matching } = expression;
  if (!BINARY_OPERATORS.includes(operator)) {
    throw PromqlError.unsupported(`Operator '${operator}'`);
  }
  const allowed: ValueType[] = SET_OPERATORS.includes(operator)
    ? ['vector']
    : ['scalar', 'vector'];
  for (const side of [left, right]) {
    expectType(side, allowed, 'binary expression');
    checkTypes(side);
  }
  const comparison = COMPARISONS.includes(operator);
  if (bool && !comparison) {
    throw PromqlError.badData(
      'parse error: bool modifier can only be used on comparison operators',
    );
  }
  if (comparison && !bool && valueTypeOf(expression) === 'scalar') {
    throw PromqlError.badData(
      'parse error: comparisons between scalars must use BOOL modifier',
    );
  }
  if (matching.group && SET_OPERATORS.includes(operator)) {
    throw PromqlError.badData(
      `parse error: no grouping allowed for "${operator}" operation`,
    );
  }
}

const TYPE_NAMES = {
  scalar: 'scalar',
  vector: 'instant vector',
  matrix: 'range vector',
} as const;

function expectType(
  expression: Expression,
  allowed: readonly ValueType[],
  where: string,
): void {
  const actual = valueTypeOf(expression);
  if (!allowed.includes(actual)) {
    throw PromqlError.badData(
      `parse error: expected type ${allowed
        .map(type => TYPE_NAMES[type])
        .join(' or ')} in ${where}, got ${TYPE_NAMES[actual]}`,
    );
  }
}
