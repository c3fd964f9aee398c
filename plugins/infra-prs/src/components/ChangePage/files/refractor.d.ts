declare module 'refractor/core' {
  interface RefractorNode {
    readonly type: 'element' | 'text';
    readonly value?: string;
    readonly properties?: { readonly className?: readonly string[] };
    readonly children?: readonly RefractorNode[];
  }
  interface Refractor {
    register(syntax: unknown): void;
    highlight(value: string, language: string): readonly RefractorNode[];
  }
  const refractor: Refractor;
  export type { RefractorNode };
  export default refractor;
}

declare module 'refractor/lang/*' {
  const syntax: unknown;
  export default syntax;
}
