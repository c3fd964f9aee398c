import {
  Block,
  isList,
  isObject,
  lineOf,
  Value,
  ValueObject,
} from '@slipway/infrastructure-code';
import { Finding } from '../Finding';
import { BlockSchema, ProviderSchema } from './ProviderSchema';

/** Arguments of every resource, whatever its type. */
const META = new Set([
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
  'provisioner',
  'connection',
  'timeouts',
]);

interface Problem {
  readonly attribute?: string;
  readonly message: string;
  readonly fix: string;
}

/** Checks resources of the AWS provider against its schema: names and what is required, not types of values. */
export function checkResources(
  blocks: readonly Block[],
  schemas: ProviderSchema,
): Finding[] {
  return blocks
    .filter(({ type, labels }) => type === 'resource' && isAws(labels[0]))
    .flatMap(block => {
      const [type = ''] = block.labels;
      const schema = schemas[type];
      return schema
        ? checkBlock(block.body, schema, type).map(problem =>
            toFinding(block, problem),
          )
        : [unknownType(block, type)];
    });
}

function checkBlock(
  body: ValueObject,
  schema: BlockSchema,
  where: string,
): Problem[] {
  const { dynamic, ...own } = body;
  const blocks: Readonly<Record<string, BlockSchema>> = schema.b ?? {};
  const dynamicBodies = bodiesOf(dynamic ?? null);
  const names = [...Object.keys(own), ...dynamicBodies.map(([name]) => name)];
  const problems = names
    .filter(name => !META.has(name))
    .flatMap(name => checkName(name, schema, where));
  const missing = [
    ...Object.keys(schema.a).filter(name => schema.a[name] === 'r'),
    ...Object.keys(blocks).filter(name => (blocks[name]?.min ?? 0) > 0),
  ].filter(name => !names.includes(name));
  const inner = [...Object.entries(own), ...dynamicBodies].flatMap(
    ([name, value]) => {
      const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
      return block && isList(value)
        ? value
            .filter(isObject)
            .flatMap(part => checkBlock(part, block, `${where}.${name}`))
        : [];
    },
  );
  return [
    ...problems,
    ...missing.map(name => ({
      message: `${where} needs ${name}`,
      fix: `Give ${name}.`,
    })),
    ...inner,
  ];
}

function checkName(
  name: string,
  schema: BlockSchema,
  where: string,
): Problem[] {
  const use = Object.hasOwn(schema.a, name) ? schema.a[name] : undefined;
  if (use === 'c') {
    return [
      {
        attribute: name,
        message: `${where}.${name} can only be read`,
        fix: `Remove ${name}: AWS sets it.`,
      },
    ];
  }
  if (use || Object.hasOwn(schema.b ?? {}, name)) return [];
  return [
    {
      attribute: name,
      message: `${where} has no argument ${name}`,
      fix: `Remove ${name}, or correct its name.`,
    },
  ];
}

/** Contents of `dynamic` blocks by the name of the block that they make. */
function bodiesOf(dynamic: Value): (readonly [string, Value])[] {
  if (!isObject(dynamic)) return [];
  return Object.entries(dynamic).flatMap(([name, blocks]) =>
    isList(blocks)
      ? blocks
          .filter(isObject)
          .map(block => [name, block.content ?? null] as const)
      : [],
  );
}

function isAws(type: string | undefined): boolean {
  return type?.startsWith('aws_') ?? false;
}

function toFinding(block: Block, { attribute, ...what }: Problem): Finding {
  return {
    id: 'terraform-schema',
    severity: 'error',
    file: block.file.path,
    line: lineOf(block, attribute),
    reason: 'The AWS provider would refuse the plan.',
    ...what,
  };
}

function unknownType(block: Block, type: string): Finding {
  return {
    id: 'terraform-schema',
    severity: 'warning',
    file: block.file.path,
    line: lineOf(block),
    message: `Resource type ${type} is not checked`,
    reason:
      'The portal holds the schema of the types that its modules use, and this is none of them.',
    fix: 'Correct the name, or run terraform validate on the pull request.',
  };
}
