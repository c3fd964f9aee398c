import { Millis } from '../../world/types';
import { LabelMatcher } from '../tsdb/LabelMatcher';

export interface NumberLiteral {
  readonly type: 'number';
  readonly value: number;
}

/** A vector selector, or a matrix selector when it has a range. */
export interface Selector {
  readonly type: 'selector';
  readonly matchers: readonly LabelMatcher[];
  readonly range?: Millis;
  readonly offset: Millis;
}

export interface FunctionCall {
  readonly type: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface Aggregation {
  readonly type: 'aggregation';
  readonly operator: string;
  readonly without: boolean;
  readonly labels: readonly string[];
  readonly parameter?: Expression;
  readonly argument: Expression;
}

/** How series of both sides of a binary operation find each other. */
export interface Matching {
  /** Match on `labels` only, or on all labels but these. */
  readonly on: boolean;
  readonly labels: readonly string[];
  readonly group?: 'left' | 'right';
  /** Labels copied from the "one" side. */
  readonly include: readonly string[];
}

export interface BinaryOperation {
  readonly type: 'binary';
  readonly operator: string;
  readonly bool: boolean;
  readonly matching: Matching;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Negation {
  readonly type: 'negation';
  readonly argument: Expression;
}

/** The part of PromQL that the stand-in understands. */
export type Expression =
  | NumberLiteral
  | Selector
  | FunctionCall
  | Aggregation
  | BinaryOperation
  | Negation;

export type ValueType = 'scalar' | 'vector' | 'matrix';

/** The kind of value an expression has, known before it is evaluated. */
export function valueTypeOf(expression: Expression): ValueType {
  switch (expression.type) {
    case 'number':
      return 'scalar';
    case 'selector':
      return expression.range === undefined ? 'vector' : 'matrix';
    case 'call':
      return expression.name === 'scalar' ? 'scalar' : 'vector';
    case 'aggregation':
      return 'vector';
    case 'negation':
      return valueTypeOf(expression.argument);
    default:
      return valueTypeOf(expression.left) === 'scalar' &&
        valueTypeOf(expression.right) === 'scalar'
        ? 'scalar'
        : 'vector';
  }
}
