/**
 * An expression of HCL as a tree.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export type Expression =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
    }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'get';
      readonly from: Expression;
      readonly key: Expression;
    }
  | {
      readonly kind: 'splat';
      readonly from: Expression;
      /** What is taken from each element, which is the name `*` in it. */
      readonly each: Expression;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      /** `f(list...)` */
      readonly expandLast: boolean;
    }
  | {
      readonly kind: 'unary';
      readonly operator: string;
      readonly of: Expression;
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'object';
      readonly items: ReadonlyArray<{
        readonly key: Expression;
        readonly value: Expression;
      }>;
    }
  | ForExpression;

/** `[for k, v in in : value if condition]`, or of an object with `key => value`. */
export interface ForExpression {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly in: Expression;
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `value...`: values of the same key make a list. */
  readonly grouped: boolean;
}

/** The expression uses something that the reader does not know, such as a template directive. */
export class UnsupportedExpressionError extends Error {
  override readonly name = 'UnsupportedExpressionError';
}
