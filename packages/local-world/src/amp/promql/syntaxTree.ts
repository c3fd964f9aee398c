import { SyntaxNode, Tree } from '@lezer/common';
import { PromqlError } from './PromqlError';

/** A node of the Lezer tree with the query it was parsed from. */
export class QueryNode {
  constructor(private readonly node: SyntaxNode, readonly query: string) {}

  get name(): string {
    return this.node.type.name;
  }

  get text(): string {
    return this.query.slice(this.node.from, this.node.to);
  }

  get children(): readonly QueryNode[] {
    const children: QueryNode[] = [];
    for (let child = this.node.firstChild; child; child = child.nextSibling) {
      children.push(new QueryNode(child, this.query));
    }
    return children;
  }

  child(name: string): QueryNode | undefined {
    return this.children.find(child => child.name === name);
  }

  /** All nodes of that name below this one. */
  descendants(name: string): readonly QueryNode[] {
    return this.children.flatMap(child => [
      ...(child.name === name ? [child] : []),
      ...child.descendants(name),
    ]);
  }
}

/**
 * The expression below the root.
 *
 * @throws PromqlError saying where the query stops being PromQL.
 */
export function rootExpression(tree: Tree, query: string): QueryNode {
  let position: number | undefined;
  tree.iterate({
    enter: node => {
      if (node.type.isError) position ??= node.from;
    },
  });
  if (position !== undefined) {
    const unexpected =
      position < query.length
        ? `unexpected ${JSON.stringify(query.slice(position, position + 20))}`
        : 'unexpected end of input';
    throw PromqlError.badData(`1:${position + 1}: parse error: ${unexpected}`);
  }
  const [expression] = new QueryNode(tree.topNode, query).children.filter(
    child => child.name !== 'LineComment',
  );
  if (!expression) {
    throw PromqlError.badData('1:1: parse error: no expression found in input');
  }
  return expression;
}
