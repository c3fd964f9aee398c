import { Expression } from '../hcl/Expression';
import { HclValue, isList, isRecord } from '../hcl/HclValue';
import { parseExpression } from '../hcl/parseExpression';
import { Finding } from '../Finding';
import { Block, lineOf } from './SourceFile';
import { calledFolder, ModuleTree, TerraformModule } from './TerraformModule';

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
  return called.blocks
    .filter(({ type }) => type === 'output')
    .map(({ labels }) => labels[0] ?? '');
}

function isWrong(name: string, { names, open }: Declarations): boolean {
  const [root, first] = name.split('.');
  if (root === 'module' && open.has(`module.${first}`)) return false;
  return !names.has(name);
}

function expressionsIn(value: HclValue): Expression[] {
  if (typeof value === 'string') return [parseExpression(value)];
  if (isList(value)) return value.flatMap(expressionsIn);
  return isRecord(value) ? Object.values(value).flatMap(expressionsIn) : [];
}

/** `var.x`, `local.x`, `module.x.output` and `aws_type.name` in an expression. */
function referencesOf(expression: Expression): string[] {
  if (expression.kind === 'get') {
    const path = pathOf(expression);
    const inner = path ? [] : referencesOf(expression.from);
    return [...named(path ?? []), ...inner, ...referencesOf(expression.key)];
  }
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

function pathOf(expression: Expression): string[] | undefined {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind !== 'get') return undefined;
  const path = pathOf(expression.from);
  const { key } = expression;
  return path && [...path, key.kind === 'literal' ? String(key.value) : '*'];
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts;
    case 'splat':
      return [expression.from, expression.each];
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'for':
      return [
        expression.in,
        expression.value,
        ...(expression.key ? [expression.key] : []),
        ...(expression.condition ? [expression.condition] : []),
      ];
    default:
      return [];
  }
}
