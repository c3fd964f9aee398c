import {
  createLabelMatcher,
  LabelMatcher,
  MatchOperator,
} from '../tsdb/LabelMatcher';
import { Millis } from '../../world/types';
import { Selector } from './Expression';
import { parseDuration, parseString } from './literals';
import { PromqlError } from './PromqlError';
import { QueryNode } from './syntaxTree';

const OPERATORS: Readonly<Record<string, MatchOperator>> = {
  EqlSingle: '=',
  Neq: '!=',
  EqlRegex: '=~',
  NeqRegex: '!~',
};

/** Parses `VectorSelector`, `MatrixSelector` and `OffsetExpr` nodes. */
export function parseSelector(node: QueryNode): Selector {
  if (node.name === 'VectorSelector') return parseVectorSelector(node);
  const [inner, ...rest] = node.children;
  const duration = rest.find(
    part => part.name === 'DurationExpr' || part.name === 'OffsetDurationExpr',
  );
  if (!duration || !/^(Vector|Matrix)Selector$/.test(inner.name)) {
    throw PromqlError.unsupported(`'${node.text}'`);
  }
  const selector = parseSelector(inner);
  return node.name === 'MatrixSelector'
    ? { ...selector, range: durationOf(duration.text) }
    : { ...selector, offset: offsetOf(duration.text) };
}

function parseVectorSelector(node: QueryNode): Selector {
  const matchers = (node.child('LabelMatchers')?.children ?? []).map(
    parseMatcher,
  );
  const name = node.child('Identifier')?.text;
  if (name !== undefined) {
    if (matchers.some(matcher => matcher.name === '__name__')) {
      throw PromqlError.badData(
        `parse error: metric name must not be set twice: "${name}"`,
      );
    }
    matchers.unshift(createLabelMatcher('__name__', '=', name));
  }
  if (matchers.every(matcher => matcher.matches(''))) {
    throw PromqlError.badData(
      'parse error: vector selector must contain at least one non-empty matcher',
    );
  }
  return { type: 'selector', matchers, offset: 0 };
}

function parseMatcher(node: QueryNode): LabelMatcher {
  const strings = node.descendants('StringLiteral');
  if (node.name === 'QuotedLabelName') {
    return createLabelMatcher('__name__', '=', parseString(node.text));
  }
  const [operator] = node.child('MatchOp')?.children ?? [];
  const value = strings.at(-1);
  if (!operator || !value) throw PromqlError.unsupported(`'${node.text}'`);
  const name =
    node.child('LabelName')?.text ?? parseString(strings[0]?.text ?? '""');
  return createLabelMatcher(
    name,
    OPERATORS[operator.name],
    parseString(value.text),
  );
}

function durationOf(text: string): Millis {
  const duration = parseDuration(text);
  if (duration === undefined) {
    throw PromqlError.unsupported(`The duration '${text}'`);
  }
  if (duration === 0) {
    throw PromqlError.badData('parse error: duration must be greater than 0');
  }
  return duration;
}

function offsetOf(text: string): Millis {
  const sign = text.startsWith('-') ? -1 : 1;
  const duration = parseDuration(text.replace(/^[+-]\s*/, ''));
  if (duration === undefined) {
    throw PromqlError.unsupported(`The offset '${text}'`);
  }
  return sign * duration;
}
