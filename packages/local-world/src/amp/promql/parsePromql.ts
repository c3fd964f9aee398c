import { parser } from '@prometheus-io/lezer-promql';
import { checkTypes } from './checkTypes';
import {
  Aggregation,
  BinaryOperation,
  Expression,
  Matching,
} from './Expression';
import { parseDuration, parseNumber } from './literals';
import { parseSelector } from './parseSelector';
import { PromqlError } from './PromqlError';
import { QueryNode, rootExpression } from './syntaxTree';

/**
 * Parses and type checks a query.
 *
 * @throws PromqlError `bad_data` when it is not PromQL, `execution` naming what the subset lacks.
 */
export function parsePromql(query: string): Expression {
  const expression = parseNode(rootExpression(parser.parse(query), query));
  checkTypes(expression);
  return expression;
}

function parseNode(node: QueryNode): Expression {
  switch (node.name) {
    case 'NumberDurationLiteral': {
      const duration = parseDuration(node.text);
      return duration === undefined
        ? { type: 'number', value: parseNumber(node.text) }
        : { type: 'number', value: duration / 1000 };
    }
    case 'ParenExpr':
      return parseNode(node.children[0]);
    case 'VectorSelector':
    case 'MatrixSelector':
    case 'OffsetExpr':
      return parseSelector(node);
    case 'UnaryExpr': {
      const [operator, argument] = node.children;
      const parsed = parseNode(argument);
      return operator.text === '-'
        ? { type: 'negation', argument: parsed }
        : parsed;
    }
    case 'FunctionCall':
      return parseCall(node);
    case 'AggregateExpr':
      return parseAggregation(node);
    case 'BinaryExpr':
      return parseBinary(node);
    default:
      throw PromqlError.unsupported(`${node.name} ('${node.text}')`);
  }
}

function parseCall(node: QueryNode): Expression {
  const body = node.child('FunctionCallBody')?.children ?? [];
  return {
    type: 'call',
    name: node.child('FunctionIdentifier')?.text ?? '',
    args: body.map(parseNode),
  };
}

function parseAggregation(node: QueryNode): Aggregation {
  const modifier = node.child('AggregateModifier');
  const args = (node.child('FunctionCallBody')?.children ?? []).map(parseNode);
  const argument = args.at(-1);
  if (!argument || args.length > 2) {
    throw PromqlError.badData(
      `parse error: wrong number of arguments for aggregate expression '${node.text}'`,
    );
  }
  return {
    type: 'aggregation',
    operator: node.child('AggregateOp')?.text.toLowerCase() ?? '',
    without: modifier?.child('Without') !== undefined,
    labels: labelNames(modifier?.child('GroupingLabels')),
    parameter: args.length === 2 ? args[0] : undefined,
    argument,
  };
}

const NOT_OPERATORS = ['MatchingModifierClause', 'BoolModifier'];

function parseBinary(node: QueryNode): BinaryOperation {
  if (node.child('FillModifier')) throw PromqlError.unsupported("'fill'");
  const children = node.children;
  const operator = children
    .slice(1, -1)
    .find(child => !NOT_OPERATORS.includes(child.name));
  return {
    type: 'binary',
    operator: operator?.text.toLowerCase() ?? '',
    bool: node.child('BoolModifier') !== undefined,
    matching: parseMatching(node.child('MatchingModifierClause')),
    left: parseNode(children[0]),
    right: parseNode(children[children.length - 1]),
  };
}

function parseMatching(clause: QueryNode | undefined): Matching {
  const lists = clause?.children.filter(part => part.name === 'GroupingLabels');
  const left = clause?.child('GroupLeft') ? 'left' : undefined;
  const right = clause?.child('GroupRight') ? 'right' : undefined;
  return {
    on: clause?.child('On') !== undefined,
    labels: labelNames(lists?.[0]),
    group: left ?? right,
    include: labelNames(lists?.[1]),
  };
}

function labelNames(list: QueryNode | undefined): readonly string[] {
  return (list?.children ?? []).map(label => label.text);
}
