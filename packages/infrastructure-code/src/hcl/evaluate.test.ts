import { evaluate } from './evaluate';
import { ExpressionError } from './Expression';
import { parseText } from './parseText';
import { Scope } from './Scope';
import { EvaluationError, Unknown, Value } from './Value';

const names: Readonly<Record<string, Value>> = {
  n: 3,
  text: 'orders',
  nothing: null,
  list: ['a', 'b'],
  map: { x: 1, 'a-b': { y: 2 } },
  objects: [
    { id: 'i1', ok: true, tags: [{ k: 'a' }] },
    { id: 'i2', ok: false, tags: [] },
  ],
  lost: Unknown.value,
};
const scope: Scope = {
  strict: true,
  resolve: name => {
    if (name === 'var') return names;
    if (name === 'data') return Unknown.value;
    throw new EvaluationError(`no ${name}`);
  },
  readFile: path => (path === 'f.json' ? '{"a":[1,{"b":null}]}' : undefined),
};

const valueOf = (text: string) => evaluate(parseText(text), scope);

describe('evaluate', () => {
  it.each<[string, Value]>([
    ['plain', 'plain'],
    ['%{ if var.n > 2 }many%{ else }few%{ endif }', 'many'],
    ['a%{ if false }x%{ endif }b', 'ab'],
    ['${var.objects.*.id[0]}', 'i1'],
    ['${var.objects[*].tags[*].k}', [['a'], []]],
    ['${formatlist("%s-%s", "a", var.list)}', ['a-a', 'a-b']],
    ['${var.text}-dlq', 'orders-dlq'],
    ['${var.n}', 3],
    ['${"${var.n}"}', 3],
    ['$${var.n} %%{x}', '${var.n} %{x}'],
    ['${"a\\n\\u00e9\\"$${x}"}', 'a\né"${x}'],
    ['${1 + 2 * 3 - 4 / 2 % 2}', 7],
    ['${-(var.n) < 0 && !false || var.lost}', true],
    ['${var.n == 3 ? "three" : "more"}', 'three'],
    ['${var.map == { "a-b" = { y = 2 }, x = 1 }}', true],
    ['${var.nothing == null}', true],
    ['${var.map.a-b.y}', 2],
    ['${var.map["a-b"]["y"]}', 2],
    ['${var.list[1]}', 'b'],
    ['${var.objects[*].id}', ['i1', 'i2']],
    ['${var.nothing[*]}', []],
    ['${[for o in var.objects : upper(o.id) if o.ok]}', ['I1']],
    ['${{ for i, o in var.objects : o.id => i }}', { i1: 0, i2: 1 }],
    ['${{ for o in var.objects : "k" => o.id... }}', { k: ['i1', 'i2'] }],
    ['${[1, # one\n 2, /* two */\n]}', [1, 2]],
    [
      '${{ a = 1\n (var.text) = 2\n "c d": 3, }}',
      { a: 1, orders: 2, 'c d': 3 },
    ],
    ['${jsondecode(file("f.json"))}', { a: [1, { b: null }] }],
    ['${yamldecode("a: [1, x]")}', { a: [1, 'x'] }],
    ['${jsonencode({ b = [var.n], a = "<" })}', '{"a":"\\u003c","b":[3]}'],
    ['${try(var.map.none, file("none"), "last")}', 'last'],
    ['${can(regex("^[a-z]+$", var.text))}', true],
    ['${can(var.map.none)}', false],
    ['${regex("(o)(r)", var.text)}', ['o', 'r']],
    [
      '${replace("a-b-c", "-", "_")}${replace("a1", "/[0-9]/", "x")}',
      'a_b_cax',
    ],
    ['${format("%s/%d%%", "a", 5)}', 'a/5%'],
    ['${trimsuffix(substr("abcdef", 0, 4), "d")}', 'abc'],
    ['${join(",", sort(concat(["b"], var.list)))}', 'a,b,b'],
    ['${coalesce(var.nothing, "", "x")}', 'x'],
    ['${merge({ a = 1 }, { a = 2 }, null)}', { a: 2 }],
    ['${toset(["a", "a"])}', ['a']],
    ['${one([])}', null],
    ['${element(["a", "b"], 3)}', 'b'],
    ['${regexall("[a-z]", "a1b")}', ['a', 'b']],
    ['${flatten([[1], [[2]]])}', [1, 2]],
    ['${lookup({ a = null }, "a", 1)}', null],
    ['${length([var.lost, 1])}', 2],
    ['${max([1, 5, 2]...)}', 5],
    ['${alltrue([true, var.lost, false])}', false],
    ['${anytrue([false, var.lost, true])}', true],
    ['${contains(var.list, "b")}', true],
    ['${zipmap(["a"], [1])}', { a: 1 }],
    ['${tonumber("5") + length(keys(var.map))}', 7],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it.each([
    '${var.lost}',
    '${var.lost.x[0]}',
    'a ${var.lost}',
    '${var.lost ? 1 : 2}',
    '${var.lost == 1}',
    '${true && var.lost}',
    '${alltrue([true, var.lost])}',
    '${upper(var.lost)}',
    '${cidrsubnet("10.0.0.0/8", 8, 1)}',
    '${data.aws_region.this.name}',
    '${[for x in var.lost : x]}',
    '%{ if var.lost }a%{ endif }',
    '${format("%05.2f", 1)}',
    '${regex("(?i", "a")}',
  ])('%s is unknown', text => {
    expect(valueOf(text)).toBe(Unknown.value);
  });

  it('keeps what is known of JSON in text', () => {
    const value = valueOf('${jsonencode({ a = var.lost, b = [var.n] })}');
    expect(value).toBeInstanceOf(Unknown);
    expect(value).toMatchObject({ sketch: { a: Unknown.value, b: [3] } });
  });

  it.each([
    '${aws_sqs_queue.this.arn}',
    '${var.none}',
    '${var.list[2]}',
    '${one([1, 2])}',
    '${tonumber("x")}',
    '${jsondecode("{")}',
    '${yamldecode("a: &a [1]\\nb: *a")}',
    '${file("none")}',
    '${"x" + 1}',
  ])('%s fails, as it does in Terraform', text => {
    expect(() => valueOf(text)).toThrow(EvaluationError);
  });

  it.each([
    '${1 +}',
    '${[1, 2}',
    '${f(1}',
    '${"a}',
    '${{ a 1 }}',
    '${a ? b}',
    '${<<EOT\na\nEOT\n}',
  ])('%s cannot be read', text => {
    expect(() => parseText(text)).toThrow(ExpressionError);
  });

  it('takes no names from prototypes', () => {
    expect(() => valueOf('${var.map.constructor}')).toThrow(EvaluationError);
    expect(valueOf('${{ __proto__ = 1 }["__proto__"]}')).toBe(1);
    expect(valueOf('${toString("a")}')).toBe(Unknown.value);
    expect(valueOf('${constructor("a")}')).toBe(Unknown.value);
  });
});
