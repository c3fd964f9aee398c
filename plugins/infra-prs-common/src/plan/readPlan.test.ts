import { parseTerraformPlan, readTerraformPlan } from './terraformPlan';
import { PlanReadError } from './PlanReadError';
import { readPlan } from './readPlan';

type Change = Readonly<Record<string, unknown>>;

/** The one change of a plan that holds nothing else. */
const read = (change: Change, resource: Change = {}) =>
  readPlan(
    readTerraformPlan({
      format_version: '1.2',
      resource_changes: [
        {
          address: 'aws_sqs_queue.q',
          mode: 'managed',
          type: 'aws_sqs_queue',
          name: 'q',
          ...resource,
          change: { actions: ['update'], ...change },
        },
      ],
    }),
  );
const attributesOf = (change: Change) => read(change).changes[0].attributes;
const rule = (port: number, ...cidrs: string[]) => ({ port, cidrs });

describe('differences of attributes', () => {
  it.each<[string, Change, unknown[]]>([
    [
      'maps and blocks by path',
      {
        before: { tags: { a: '1', 'x.y/z': '2' }, n: 1, same: [1] },
        after: { tags: { a: '2' }, n: null, same: [1] },
      },
      [
        { path: 'n', before: '1' },
        { path: 'tags.a', before: '1', after: '2' },
        { path: 'tags["x.y/z"]', before: '2' },
      ],
    ],
    [
      'a rule that is added at the start of a set',
      {
        before: { rules: [rule(2, 'b'), rule(3, 'c')] },
        after: { rules: [rule(1, 'a'), rule(2, 'b'), rule(3, 'c')] },
      },
      [
        { path: 'rules[0].cidrs[0]', after: 'a' },
        { path: 'rules[0].port', after: '1' },
      ],
    ],
    [
      'what changes inside an item, wherever it now stands',
      {
        before: { rules: [rule(1, 'a'), rule(2, 'b')] },
        after: { rules: [rule(2, 'b'), rule(1, 'a', 'z')] },
      },
      [{ path: 'rules[1].cidrs[1]', after: 'z' }],
    ],
    [
      'a list in another order',
      { before: { l: ['a', 'b'] }, after: { l: ['b', 'a'] } },
      [{ path: 'l', before: '["a","b"]', after: '["b","a"]' }],
    ],
    [
      'JSON in text',
      {
        before: { policy: '{"Statement":[{"Action":["a"],"Effect":"Allow"}]}' },
        after: {
          policy: '{"Statement":[{"Effect":"Allow","Action":["a","b"]}]}',
        },
      },
      [{ path: 'policy.Statement[0].Action[1]', after: 'b' }],
    ],
    [
      'JSON that is only laid out otherwise',
      { before: { p: '{"a":1}' }, after: { p: '{ "a": 1 }' } },
      [{ path: 'p', before: '{"a":1}', after: '{"a":1}' }],
    ],
    [
      'what is unknown, by where it is',
      {
        before: { arn: 'a', list: ['x'] },
        after: { list: ['x', null], tags: {} },
        after_unknown: { arn: true, list: [false, true], tags: { id: true } },
      },
      [
        { path: 'arn', before: 'a', unknown: true },
        { path: 'list[1]', unknown: true },
        { path: 'tags.id', unknown: true },
      ],
    ],
    [
      'that a secret changes, but never what it is',
      {
        before: {
          password: 's1',
          nested: [{ token: 's2', open: 1 }],
          old: 's3',
        },
        after: {
          password: 's4',
          nested: [{ token: 's5', open: 2 }],
          old: 's3',
        },
        before_sensitive: { password: true, old: true },
        after_sensitive: { nested: [{ token: true }], old: true },
      },
      [
        { path: 'nested[0].open', before: '1', after: '2' },
        { path: 'nested[0].token', sensitive: true },
        { path: 'password', sensitive: true },
      ],
    ],
    [
      'secrets of containers that no provider marks',
      {
        before: { env: '[{"name":"DB_PASSWORD","value":"s1"}]' },
        after: { env: '[{"name":"DB_PASSWORD","value":"s2"}]' },
      },
      [{ path: 'env[0].value', sensitive: true }],
    ],
    [
      'what forces a replace first',
      {
        actions: ['delete', 'create'],
        before: { a: 1, name: 'x' },
        after: { a: 2, name: 'y' },
        replace_paths: [['name']],
      },
      [
        { path: 'name', replaces: true, before: 'x', after: 'y' },
        { path: 'a', before: '1', after: '2' },
      ],
    ],
  ])('show %s', (_, change, attributes) => {
    expect(attributesOf(change)).toEqual(attributes);
    expect(JSON.stringify(attributesOf(change))).not.toMatch(/"s\d"/);
  });

  it('are bounded, and long values keep their difference in sight', () => {
    const long = 'x'.repeat(100_000);
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, at) => [`k${at}`, at]),
    );
    const [change] = read({
      before: { text: `${long}old` },
      after: { text: `${long}new`, ...many },
    }).changes;
    expect(change.attributes).toHaveLength(200);
    expect(change.omittedAttributes).toBe(801);
    const text = attributesOf({
      before: { text: `${long}old` },
      after: { text: `${long}new` },
    })[0];
    expect(text.after).toMatch(/^…x{200}new$/);
    expect(text.before).toMatch(/^…x{200}old$/);
  });
});

describe('changes', () => {
  it('hide what stays as it is', () => {
    expect(read({ actions: ['no-op'] }).changes).toEqual([]);
  });

  it.each<[Change, Change, Change]>([
    [{ actions: ['create'] }, {}, { action: 'create' }],
    [{ actions: ['forget'] }, {}, { action: 'forget' }],
    [{ actions: ['create', 'delete'] }, {}, { action: 'replace' }],
    [
      { actions: ['no-op'] },
      { previous_address: 'aws_sqs_queue.old' },
      { action: 'no-op', previousAddress: 'aws_sqs_queue.old' },
    ],
    [
      { actions: ['no-op'], importing: { id: 'https://q' } },
      {},
      { action: 'no-op', importId: 'https://q' },
    ],
    [
      {
        actions: ['delete', 'create'],
        before: { name: 'a' },
        after: { name: 'b' },
        replace_paths: [['name']],
      },
      { action_reason: 'replace_because_cannot_update' },
      { action: 'replace', reason: 'It cannot be changed in place: name' },
    ],
    [
      { actions: ['delete'] },
      { deposed: 'abcd1234' },
      { reason: 'It was left over by a replace that did not finish' },
    ],
    [
      { actions: ['delete'] },
      { action_reason: 'a_reason_of_next_year' },
      { action: 'delete' },
    ],
    [
      { actions: ['read'], after: { secret: 's' } },
      { mode: 'data', action_reason: 'read_because_dependency_pending' },
      { action: 'read', attributes: [] },
    ],
  ])('%j', (change, resource, expected) => {
    const [found] = read(change, resource).changes;
    expect(found).toMatchObject(expected);
  });

  it('keep drift apart, and say when a plan is not whole', () => {
    const gone = {
      address: 'a.b',
      type: 'a',
      change: { actions: ['delete'], before: { x: 1 }, after: null },
    };
    const same = { ...gone, change: { actions: ['no-op'] } };
    const plan = readPlan(
      readTerraformPlan({
        format_version: '1.2',
        errored: true,
        resource_drift: [gone, same],
        deferred_changes: [{}, {}],
      }),
    );
    expect(plan).toMatchObject({
      changes: [],
      drift: [{ action: 'delete', attributes: [{ path: 'x', before: '1' }] }],
      error: expect.stringContaining('not whole'),
      notes: [expect.stringContaining('2 changes')],
    });
  });
});

describe('what is no plan', () => {
  const plan = { format_version: '1.2', planned_values: {} };
  it.each<[string, string, string, RegExp]>([
    ['nothing', ' \n', 'not_json', /empty/],
    ['a page', '<html>', 'not_json', /not JSON/],
    ['a cut plan', '{"format_version":"1.2","resource', 'not_json', /cut off/],
    ['a list', '[]', 'not_a_plan', /something else/],
    ['other JSON', '{"a":1}', 'not_a_plan', /something else/],
    ['the log', '{"@level":"info"}\n{}', 'not_a_plan', /log that Terraform/],
    ['a line of it', '{"@level":"info"}', 'not_a_plan', /log that Terraform/],
    ['a state file', '{"lineage":"x","serial":1}', 'not_a_plan', /state file/],
    ['SARIF', '{"version":"2.1.0","runs":[]}', 'not_a_plan', /--sarif/],
    ['the binary plan', 'PK\u0003\u0004xx', 'not_a_plan', /plan -out/],
    ['a state', '{"format_version":"1.0","values":{}}', 'not_a_plan', /state/],
    [
      'the next format',
      '{"format_version":"2.0"}',
      'unsupported_version',
      /2\.0/,
    ],
    [
      'a wrong shape',
      JSON.stringify({ ...plan, resource_changes: [{ address: 5 }] }),
      'unexpected_shape',
      /resource_changes\.0\.address/,
    ],
    [
      'too much',
      ' '.repeat(101 * 1024 * 1024),
      'too_large',
      /101 MB; plans of up to 100 MB/,
    ],
  ])('is told from a plan: %s', (_, text, problem, message) => {
    const attempt = () => parseTerraformPlan(text);
    expect(attempt).toThrow(PlanReadError);
    expect(attempt).toThrow(expect.objectContaining({ problem }));
    expect(attempt).toThrow(message);
  });

  it('names an action that it does not know', () => {
    expect(() => read({ actions: ['explode'] })).toThrow(/wants to explode/);
  });
});
