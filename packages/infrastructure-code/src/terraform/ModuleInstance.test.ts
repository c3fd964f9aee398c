import { fileSourceOf } from '../FileSource';
import { EvaluationError, Unknown, ValueObject } from '../hcl/Value';
import { brokenRules } from './brokenRules';
import { loadModuleTree } from './loadModuleTree';
import { ModuleInstance } from './ModuleInstance';

async function rootOf(
  main: string,
  more: Readonly<Record<string, string>> = {},
  strict = false,
): Promise<ModuleInstance> {
  const files = new Map(Object.entries({ 'live/main.tf': main, ...more }));
  const tree = await loadModuleTree('live', fileSourceOf(files));
  const root = ModuleInstance.root(tree, 'live', { strict });
  if (!root) throw new Error('no root');
  return root;
}

async function valuesOf(
  ...args: Parameters<typeof rootOf>
): Promise<Readonly<Record<string, ValueObject>>> {
  const root = await rootOf(...args);
  return Object.fromEntries(
    root.resources().map(({ address, values }) => [address, values]),
  );
}

describe('ModuleInstance', () => {
  it('lets two modules use each other’s outputs', async () => {
    const part = `
variable "name" {}
variable "other" {}
resource "x_part" "this" {
  name  = var.name
  other = var.other
}
output "arn" { value = "arn:\${var.name}" }
`;
    const main = `
module "a" {
  source = "../part"
  name   = "a"
  other  = module.b.arn
}
module "b" {
  source = "../part"
  name   = "b"
  other  = module.a.arn
}
`;
    for (const strict of [true, false]) {
      expect(await valuesOf(main, { 'part/main.tf': part }, strict)).toEqual({
        'module.a.x_part.this': { name: 'a', other: 'arn:b' },
        'module.b.x_part.this': { name: 'b', other: 'arn:a' },
      });
    }
  });

  it('does not know what it cannot evaluate, and goes on with the rest', async () => {
    const main = `
variable "given" {}
locals {
  ring = local.knot
  knot = local.ring
}
module "gone" { source = "../gone" }
module "elsewhere" { source = "a/b/c" }
resource "x_y" "z" {
  known    = "%{ if true }yes%{ else }no%{ endif }"
  given    = var.given
  ring     = local.ring
  gone     = module.gone.name
  outside  = module.elsewhere.name
  none     = local.none
  policy   = jsonencode({ on = x_y.other.arn, to = "*" })
  loop     = "%{ for a in [1] }x%{ endfor }"
  skipped  = null
  dynamic "rule" {
    for_each = data.x.y.rules
    content {
      port = rule.value.port
      kind = "open"
    }
  }
}
resource "x_y" "other" { count = length(module.gone.list) }
resource "x_y" "each" {
  for_each = module.gone.map
  key      = each.key
}
`;
    const values = await valuesOf(main);
    const unknown = Unknown.value;
    const { policy, ...rest } = values['x_y.z'];
    expect(rest).toEqual({
      known: 'yes',
      given: unknown,
      ring: unknown,
      gone: unknown,
      outside: unknown,
      none: unknown,
      loop: unknown,
      rule: [{ port: unknown, kind: 'open' }],
    });
    expect(policy).toMatchObject({ sketch: { on: unknown, to: '*' } });
    expect(values['x_y.other[*]']).toEqual({});
    expect(values['x_y.each[*]']).toEqual({ key: unknown });
  });

  it.each([
    ['variable "v" {}\nresource "a" "b" { x = var.v }', '"v" has no value'],
    ['resource "a" "b" { x = local.none }', 'named "none"'],
    ['resource "a" "b" { count = data.x.y.z }', 'Invalid count'],
    ['locals { a = local.a }\nresource "a" "b" { x = local.a }', 'Cycle'],
  ])('refuses %j where it is strict', async (main, message) => {
    const root = await rootOf(main, {}, true);
    expect(() => root.resources()).toThrow(EvaluationError);
    expect(() => root.resources()).toThrow(message);
  });

  it('brings inputs to their types and checks the rules of a module', async () => {
    const part = `
variable "size" {
  type = object({ min = number, max = optional(number, 3), tags = optional(map(string), {}) })
  validation {
    condition     = var.size.min <= var.size.max
    error_message = "min is above \${var.size.max}"
  }
}
variable "word" {
  type     = string
  default  = "x"
  nullable = false
}
resource "x_y" "z" {
  size = var.size
  word = var.word
}
`;
    const call = (size: string) => `
module "m" {
  source = "../part"
  size   = ${size}
  word   = null
}
`;
    const files = { 'part/main.tf': part };
    expect(
      await valuesOf(call('{ min = "2", more = 1, tags = { n = 1 } }'), files),
    ).toEqual({
      'module.m.x_y.z': {
        size: { min: 2, max: 3, tags: { n: '1' } },
        word: 'x',
      },
    });
    const root = await rootOf(call('{ min = 4 }'), files);
    const [block] = root.module.blocks;
    const [child] = root.children(block);
    const broken = brokenRules(child);
    expect(broken.map(({ variable }) => variable.labels)).toEqual([['size']]);
    expect(broken.map(({ message }) => message)).toEqual(['min is above 3']);
    expect(await valuesOf(call('{ max = 4 }'), files)).toEqual({
      'module.m.x_y.z': { size: Unknown.value, word: 'x' },
    });
  });

  it('ends where modules call themselves', async () => {
    const again = 'module "m" { source = "./" }\nresource "x_y" "z" { a = 1 }';
    const values = await valuesOf(again);
    expect(Object.keys(values).length).toBeLessThan(20);
  });
});
