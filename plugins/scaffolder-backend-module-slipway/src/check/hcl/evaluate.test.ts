import { evaluate, Scope } from './evaluate';
import { EvaluationError } from './callFunction';
import { HclValue, UNKNOWN } from './HclValue';
import { parseExpression, UNREADABLE } from './parseExpression';

const names: Readonly<Record<string, HclValue>> = {
  n: 3,
  text: 'orders',
  nothing: null,
  list: ['a', 'b'],
  map: { x: 1, 'a-b': { y: 2 } },
  objects: [
    { id: 'i1', ok: true },
    { id: 'i2', ok: false },
  ],
  lost: UNKNOWN,
};
const scope: Scope = {
  resolve: (name, keys) => {
    if (name !== 'var') return undefined;
    return keys.reduce<HclValue>((value, key) => {
      if (typeof key === 'symbol' || value === UNKNOWN) return UNKNOWN;
      const found: HclValue | undefined = Object.entries(value ?? {}).find(
        ([own]) => own === String(key),
      )?.[1];
      if (found === undefined) throw new EvaluationError('missing');
      return found;
    }, names);
  },
  readFile: path => (path === 'f.json' ? '{"a":[1,{"b":null}]}' : undefined),
};

const valueOf = (text: string) => evaluate(parseExpression(text), scope);

describe('evaluate', () => {
  it.each<[string, HclValue]>([
    ['plain', 'plain'],
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
    [
      '${jsonencode({ a = var.lost, b = [var.n] })}',
      '{"a":"(known after apply)","b":[3]}',
    ],
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
    '${aws_sqs_queue.this.arn}',
    '${[for x in var.lost : x]}',
    '%{ if true }a%{ endif }',
    '${format("%05.2f", 1)}',
  ])('%s is unknown', text => {
    expect(valueOf(text)).toBe(UNKNOWN);
  });

  it.each([
    '${1 +}',
    '${[1, 2}',
    '${f(1}',
    '${"a}',
    '${{ a 1 }}',
    '${a ? b}',
    '${"\\q"}',
    '${<<EOT\na\nEOT\n}',
  ])('%s cannot be read', text => {
    expect(parseExpression(text)).toBe(UNREADABLE);
  });

  it('takes no names from prototypes', () => {
    expect(() => valueOf('${var.map.constructor}')).toThrow(EvaluationError);
    expect(valueOf('${{ __proto__ = 1 }["__proto__"]}')).toBe(1);
    expect(valueOf('${toString("a")}')).toBe(UNKNOWN);
    expect(valueOf('${constructor("a")}')).toBe(UNKNOWN);
  });
});
