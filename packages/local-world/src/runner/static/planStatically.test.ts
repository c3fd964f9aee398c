import { ConfigurationError } from './ConfigurationError';
import { planStatically } from './planStatically';

const files = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([k, v]) => [k, Buffer.from(v)]));

const plan = (main: string, more: Record<string, string> = {}) =>
  planStatically(files({ 'live/main.tf': main, ...more }), 'live');

/** Value of the argument `v` of the one resource of a root. */
async function valueOf(expression: string, rest = ''): Promise<unknown> {
  const resources = await plan(
    `resource "x_y" "z" {\n  v = ${expression}\n}\n${rest}`,
  );
  const resource = resources.find(({ type }) => type === 'x_y');
  return resource?.unknown.includes('v') ? 'UNKNOWN' : resource?.values.v;
}

describe('planStatically', () => {
  it.each([
    ['1 + 2 * 3 - -4', 11],
    ['!(1 > 2) && 3 != 4', true],
    ['"a" == "b" ? 1 : "c"', 'c'],
    ['"x${1 + 1}y${"n\\"q"}"', 'x2yn"q'],
    ['"$${not} %%{this}"', '${not} %{this}'],
    ['"${[1, 2]}"', [1, 2]],
    ['[for s in ["b", "a"] : upper(s) if s != "b"]', ['A']],
    ['{ for k, v in { a = 1, b = 2 } : k => v * 10 }', { a: 10, b: 20 }],
    [
      '{ for s in ["aa", "ab", "b"] : substr(s, 0, 1) => s... }',
      { a: ['aa', 'ab'], b: ['b'] },
    ],
    [
      'merge({ a = 1 }, { "b c" = 2, (upper("d")) = 3 })',
      { a: 1, 'b c': 2, D: 3 },
    ],
    [
      'jsonencode({ b = [1, true, null], a = "<&>" })',
      '{"a":"\\u003c\\u0026\\u003e","b":[1,true,null]}',
    ],
    ['format("%s-%03d-%%", "a", 7)', 'a-007-%'],
    ['join(",", concat(["a"], ["b"]))', 'a,b'],
    ['try({}.a, "fallback")', 'fallback'],
    ['can(regex("^[0-9]{12}$", "123456789012"))', true],
    ['coalesce("", null, "x")', 'x'],
    ['length(keys({ a = 1 }))', 1],
    ['replace("a.b.c", "/[.]/", "-")', 'a-b-c'],
    ['x_w.other[*].name', ['o']],
    ['x_w.other.name', 'o'],
    ['x_w.other.arn', 'UNKNOWN'],
    ['"p-${x_w.other.arn}"', 'UNKNOWN'],
    ['length([x_w.other.arn])', 1],
    ['cidrsubnet("10.0.0.0/8", 8, 1)', 'UNKNOWN'],
    ['data.x.y.z', 'UNKNOWN'],
    ['<<-EOT\n    a\n      b ${1 + 1}\n  EOT\n', 'a\n  b 2\n'],
  ])('%s', async (expression, expected) => {
    const other = `resource "x_w" "other" { name = "o" }`;
    await expect(valueOf(expression, other)).resolves.toEqual(expected);
  });

  it('expands count, for_each, modules and dynamic blocks', async () => {
    const resources = await plan(
      `
locals { names = toset(["b", "a"]) }
module "m" {
  source   = "../modules/m"
  for_each = local.names
  name     = each.key
  size     = "3"
}
resource "x_y" "z" {
  count = length(module.m["a"].sizes)
  v     = "\${count.index}-\${module.m["b"].name}"
  dynamic "rule" {
    for_each = { p = 1, q = 2 }
    content {
      key   = rule.key
      value = rule.value
    }
  }
  rule2 { a = 1 }
  depends_on = [module.m]
  lifecycle { prevent_destroy = true }
}
`,
      {
        'modules/m/main.tf': `
variable "name" { type = string }
variable "size" { type = number }
variable "extra" { default = null }
resource "x_m" "this" {
  name  = "n-\${var.name}"
  size  = var.size
  extra = var.extra
}
output "name" { value = x_m.this.name }
output "sizes" { value = [x_m.this.id, var.size] }
`,
      },
    );
    const rule = [
      { key: 'p', value: 1 },
      { key: 'q', value: 2 },
    ];
    expect(
      resources.map(({ address, values }) => ({ address, values })),
    ).toEqual([
      {
        address: 'module.m["a"].x_m.this',
        values: { name: 'n-a', size: 3 },
      },
      {
        address: 'module.m["b"].x_m.this',
        values: { name: 'n-b', size: 3 },
      },
      ...[0, 1].map(i => ({
        address: `x_y.z[${i}]`,
        values: { v: `${i}-n-b`, rule, rule2: [{ a: 1 }] },
      })),
    ]);
  });

  it('names what must not be shown', async () => {
    const [resource] = await plan(`
variable "pin" {
  sensitive = true
  default   = "1234"
}
resource "x_y" "z" {
  password = "p"
  text     = "pin \${var.pin}"
  open     = "o"
}
`);
    expect(resource.sensitive).toEqual(['password', 'text']);
  });

  it.each([
    ['resource "a" "b" {\n  x = \n}', 'live/main.tf:2: Invalid expression'],
    ['resource "a" "b" {\n  x = var.none\n}', 'named "none"'],
    ['resource "a" "b" {\n  x = c.d.id\n}', 'undeclared resource: "c"'],
    ['variable "v" {}\nresource "a" "b" {}', '"v" has no value'],
    [
      'locals {\n a = local.b\n b = local.a\n}\nresource "a" "b" { x = local.a }',
      'Cycle',
    ],
    ['module "m" { source = "../none" }', 'module "m" has no files'],
    [
      'resource "a" "b" { count = a.c.id }\nresource "a" "c" {}',
      'Invalid count',
    ],
    [
      'variable "v" {\n default = "X"\n validation {\n condition = can(regex("^[a-z]+$", var.v))\n error_message = "lower case only"\n }\n}\nresource "a" "b" {}',
      'Invalid value for variable "v": lower case only',
    ],
    ['module "m" {\n source = "../m"\n n = "x"\n}', 'a number required'],
  ])('refuses %j', async (main, message) => {
    const refused = plan(main, {
      'm/main.tf':
        'variable "n" { type = number }\nresource "a" "b" { x = var.n }',
    });
    await expect(refused).rejects.toThrow(ConfigurationError);
    await expect(refused).rejects.toThrow(message);
  });
});
