import { expressionError } from './expressionError';

/** A piece of a metric math expression. */
export interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'symbol' | 'end';
  readonly text: string;
}

const PATTERN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|"([^"]*)"|'([^']*)'|(<=|>=|==|!=|&&|\|\||[-+*/^(),[\]<>]))/y;

/** Splits an expression; the last token is `end`. */
export function tokenize(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  const trimmed = expression.trimEnd();
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < trimmed.length) {
    const at = PATTERN.lastIndex;
    const match = PATTERN.exec(trimmed);
    if (!match) {
      throw expressionError(
        expression,
        `unexpected "${trimmed.slice(at, at + 10)}"`,
      );
    }
    const [, number, name, double, single, symbol] = match;
    if (number !== undefined) {
      tokens.push({ kind: 'number', text: number });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name });
    } else if (symbol !== undefined) {
      tokens.push({ kind: 'symbol', text: symbol });
    } else {
      tokens.push({ kind: 'text', text: double ?? single });
    }
  }
  return [...tokens, { kind: 'end', text: 'end of the expression' }];
}
