/** Expression of the HCL native syntax, https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export type Expression =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
    }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly of: Expression;
      readonly name: string;
    }
  | {
      readonly kind: 'index';
      readonly of: Expression;
      readonly key: Expression;
    }
  | {
      readonly kind: 'splat';
      readonly of: Expression;
      /** What is taken of each element, which is the name `*` in it. */
      readonly each: Expression;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      /** The last argument is a list of arguments: `f(xs...)`. */
      readonly expand: boolean;
    }
  | {
      readonly kind: 'unary';
      readonly op: '-' | '!';
      readonly operand: Expression;
    }
  | {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'object';
      readonly items: ReadonlyArray<{
        readonly key: Expression;
        readonly value: Expression;
      }>;
    }
  | {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: Expression;
      /** Set for an object result. */
      readonly key?: Expression;
      readonly value: Expression;
      readonly condition?: Expression;
      /** Values with the same key become a list. */
      readonly group: boolean;
    };

/** Text that is no expression, or one of a form that is not read here. */
export class ExpressionError extends Error {
  constructor(message: string, readonly source: string, readonly at: number) {
    super(`${message} in "${source.slice(0, 80)}" at ${at}`);
    this.name = 'ExpressionError';
  }
}
