import {
  Block,
  blocksOfType,
  calledFolder,
  Expression,
  ExpressionError,
  isList,
  isObject,
  lineOf,
  ModuleTree,
  parseText,
  TerraformModule,
  Value,
} from '@slipway/infrastructure-code';
import { Finding } from '../Finding';

/** Checks that what expressions name is declared: variables, locals, modules with their outputs, resources. */
export function checkReferences(
  module: TerraformModule,
  tree: ModuleTree,
): Finding[] {
  const declared = declarationsOf(module, tree);
  return module.blocks.flatMap(block =>
    Object.entries(block.body).flatMap(([attribute, value]) => {
      const names = new Set(expressionsIn(value).flatMap(referencesOf));
      return [...names]
        .filter(name => isWrong(name, declared))
        .map(
          (name): Finding => ({
            id: 'terraform-reference',
            severity: 'error',
            file: block.file.path,
            line: lineOf(block, attribute),
            message: `${name} is not declared in ${module.folder}`,
            reason: 'Terraform would refuse the plan.',
            fix: `Declare ${name}, or name something that exists.`,
          }),
        );
    }),
  );
}

interface Declarations {
  readonly names: ReadonlySet<string>;
  /** Calls whose outputs are not known, as their module is not. */
  readonly open: ReadonlySet<string>;
}

function declarationsOf(
  module: TerraformModule,
  tree: ModuleTree,
): Declarations {
  const names = new Set<string>();
  const open = new Set<string>();
  for (const block of module.blocks) {
    const [first = '', second] = block.labels;
    if (block.type === 'variable') names.add(`var.${first}`);
    if (block.type === 'resource') names.add(`${first}.${second}`);
    if (block.type === 'locals') {
      Object.keys(block.body).forEach(key => names.add(`local.${key}`));
    }
    if (block.type === 'module') {
      names.add(`module.${first}`);
      const outputs = outputsOf(module, block, tree);
      if (!outputs) open.add(`module.${first}`);
      outputs?.forEach(output => names.add(`module.${first}.${output}`));
    }
  }
  return { names, open };
}

function outputsOf(
  module: TerraformModule,
  call: Block,
  tree: ModuleTree,
): readonly string[] | undefined {
  const repeated = call.body.count ?? call.body.for_each;
  const folder = calledFolder(module.folder, call.body.source);
  const called = folder === undefined ? undefined : tree.get(folder);
  if (repeated !== undefined || !called?.blocks.length) return undefined;
  return blocksOfType(called, 'output').map(({ labels }) => labels[0] ?? '');
}

function isWrong(name: string, { names, open }: Declarations): boolean {
  const [root, first] = name.split('.');
  if (root === 'module' && open.has(`module.${first}`)) return false;
  return !names.has(name);
}

function expressionsIn(value: Value): Expression[] {
  if (typeof value === 'string') return readable(value);
  if (isList(value)) return value.flatMap(expressionsIn);
  return isObject(value) ? Object.values(value).flatMap(expressionsIn) : [];
}

/** What cannot be read is no reference to something wrong. */
function readable(text: string): Expression[] {
  try {
    return [parseText(text)];
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

/** `var.x`, `local.x`, `module.x.output` and `aws_type.name` in an expression. */
function referencesOf(expression: Expression): string[] {
  const path = pathOf(expression);
  if (path)
    return [...named(path), ...keysOf(expression).flatMap(referencesOf)];
  return partsOf(expression).flatMap(referencesOf);
}

function named([root, first, second]: readonly string[]): string[] {
  if (root === undefined || first === undefined) return [];
  if (root === 'module') {
    return [
      second === undefined ? `module.${first}` : `module.${first}.${second}`,
    ];
  }
  return ['var', 'local'].includes(root) || root.startsWith('aws_')
    ? [`${root}.${first}`]
    : [];
}

/** Names of a traversal from its root; `*` for a key that is an expression. */
function pathOf(expression: Expression): string[] | undefined {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'attribute': {
      const path = pathOf(expression.of);
      return path && [...path, expression.name];
    }
    case 'index': {
      const path = pathOf(expression.of);
      const { key } = expression;
      return (
        path && [...path, key.kind === 'literal' ? String(key.value) : '*']
      );
    }
    default:
      return undefined;
  }
}

/** Expressions in the brackets of a traversal. */
function keysOf(expression: Expression): Expression[] {
  if (expression.kind === 'attribute') return keysOf(expression.of);
  return expression.kind === 'index'
    ? [...keysOf(expression.of), expression.key]
    : [];
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts;
    case 'attribute':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'splat':
      return [expression.of, expression.each];
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'for':
      return [
        expression.collection,
        expression.value,
        ...(expression.key ? [expression.key] : []),
        ...(expression.condition ? [expression.condition] : []),
      ];
    default:
      return [];
  }
}
