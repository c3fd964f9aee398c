import { Finding, joinFindings } from './finding';
import { markNew } from './markNew';
import { parseSarif } from './parseSarif';
import { sarifPath } from './sarifPath';

const rule = (id: string, more: object = {}) => ({
  id,
  shortDescription: { text: `About ${id}` },
  ...more,
});
const sarif = (results: unknown[], rules: unknown[] = [], more: object = {}) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Trivy', rules } }, results }],
    ...more,
  });
const at = (uri: string, startLine?: number) => [
  { physicalLocation: { artifactLocation: { uri }, region: { startLine } } },
];
const result = (ruleId: string, more: object = {}) => ({
  ruleId,
  message: { text: `Found ${ruleId}` },
  locations: at('main.tf', 3),
  ...more,
});

describe('parseSarif', () => {
  it('reads what scanners write: rule, place, help', () => {
    const help = 'https://avd.aquasec.com/misconfig/ds-1';
    const text = sarif(
      [result('DS-1', { ruleIndex: 1, level: 'error' })],
      [
        rule('X'),
        rule('DS-1', { helpUri: help, fullDescription: { text: 'All of it' } }),
      ],
    );
    expect(parseSarif(text, 'terraform/live/dev/a')).toEqual([
      {
        tool: 'Trivy',
        rule: 'DS-1',
        severity: 'high',
        message: 'Found DS-1',
        help: 'All of it',
        helpUri: help,
        path: 'terraform/live/dev/a/main.tf',
        line: 3,
      },
    ]);
  });

  it.each<[string, object, object, string | undefined]>([
    ['an error', { level: 'error' }, {}, 'high'],
    ['a warning', {}, {}, 'medium'],
    [
      'a note by its rule',
      {},
      { defaultConfiguration: { level: 'note' } },
      'low',
    ],
    ['nothing', { level: 'none' }, {}, undefined],
    [
      'a score',
      { level: 'note' },
      { properties: { 'security-severity': '9.1' } },
      'critical',
    ],
    [
      'a score of its own',
      { properties: { 'security-severity': 4 } },
      { properties: { 'security-severity': '9.1' } },
      'medium',
    ],
    [
      'a score that is none',
      { level: 'error' },
      { properties: { 'security-severity': 'bad' } },
      'high',
    ],
    ['what passed', { kind: 'pass' }, {}, undefined],
    [
      'what is suppressed',
      { suppressions: [{ kind: 'external' }] },
      {},
      undefined,
    ],
    [
      'what somebody wants suppressed',
      { suppressions: [{ status: 'underReview' }] },
      {},
      'medium',
    ],
    ['what is gone', { baselineState: 'absent' }, {}, undefined],
  ])('judges by level and score: %s', (_, own, rules, severity) => {
    const [finding] = parseSarif(sarif([result('R', own)], [rule('R', rules)]));
    expect(finding?.severity).toBe(severity);
  });

  it('tells what is new when the scanner does', () => {
    const states = ['new', 'unchanged', 'updated'].map(baselineState =>
      result(baselineState, { baselineState }),
    );
    const found = parseSarif(sarif(states));
    expect(found.map(({ rule: id, isNew }) => [id, isNew])).toEqual([
      ['new', true],
      ['unchanged', false],
      ['updated', false],
    ]);
  });

  it('says one thing of one place once, the worst first', () => {
    const found = parseSarif(
      sarif([result('A'), result('B', { level: 'error' }), result('A')]),
    );
    expect(found.map(({ rule: id }) => id)).toEqual(['B', 'A']);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '<html>', /not JSON/],
    ['cut off', sarif([result('A')]).slice(0, -9), /cut off/],
    ['another version', '{"version":"1.0.0","runs":[]}', /not SARIF 2\.1\.0/],
    [
      'something else',
      '{"version":"2.1.0","runs":[{"tool":1}]}',
      /at runs\.0\.tool/,
    ],
    ['huge', ' '.repeat(51 * 1024 * 1024), /50 MB/],
    [
      'endless',
      sarif(Array.from({ length: 20_001 }, () => result('A'))),
      /20000 results/,
    ],
  ])('refuses what is %s, in words', (_, text, words) => {
    expect(() => parseSarif(text)).toThrow(words);
  });

  it('takes nothing on trust: names, links, text', () => {
    const text = sarif(
      [
        result('__proto__', {
          message: { text: '\u001b[31m<img src=x>\u202e' },
          ruleIndex: 0,
        }),
        result('constructor', { message: { id: '__proto__' } }),
      ],
      [rule('__proto__', { helpUri: 'data:text/html,<script>' })],
    );
    const found = parseSarif(text);
    expect(found).toHaveLength(2);
    expect(found[0].helpUri).toBeUndefined();
    expect(found[0].message).toBe('\\u{1b}[31m<img src=x>\\u{202e}');
    expect(found[1].message).toBe('No message');
  });

  it.each<[string, string, string | undefined]>([
    ['main.tf', '.', 'main.tf'],
    ['./a/../main.tf', 'live/dev', 'live/dev/main.tf'],
    ['live/dev/main.tf', 'live/dev', 'live/dev/main.tf'],
    ['a%20b.tf', '.', 'a b.tf'],
    ['../../modules/x/main.tf', 'live/dev', 'modules/x/main.tf'],
    ['../../../../etc/passwd', 'live/dev', undefined],
    ['/etc/passwd', '.', undefined],
    ['file:///etc/passwd', '.', undefined],
    ['https://evil.test/x', '.', undefined],
    ['..%2f..%2f..%2fx', 'a/b', undefined],
    ['%', '.', undefined],
  ])('places %s of %s at %s', (uri, root, path) => {
    expect(sarifPath(uri, root)).toBe(path);
  });
});

describe('markNew', () => {
  const finding = (path: string | undefined, line?: number): Finding => ({
    tool: 'T',
    rule: 'R',
    severity: 'low',
    message: 'm',
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
  });
  const files = [
    { path: 'new.tf', status: 'added' },
    {
      path: 'a.tf',
      status: 'modified',
      patch: '@@ -1,3 +1,4 @@\n a\n-b\n+c\n+d\n e\n@@ -9 +10 @@ f\n-x\n+y',
    },
    { path: 'large.tf', status: 'modified' },
  ];

  it.each<[string | undefined, number | undefined, boolean | undefined]>([
    ['new.tf', 1, true],
    ['a.tf', 1, false],
    ['a.tf', 2, true],
    ['a.tf', 3, true],
    ['a.tf', 4, false],
    ['a.tf', 10, true],
    ['a.tf', undefined, undefined],
    ['large.tf', 1, undefined],
    ['elsewhere.tf', 1, false],
    [undefined, undefined, undefined],
  ])('%s line %s: %s', (path, line, isNew) => {
    expect(markNew([finding(path, line)], files)[0].isNew).toBe(isNew);
  });

  it('leaves what the scanner said', () => {
    const said = { ...finding('a.tf', 1), isNew: true };
    expect(markNew([said], files)[0].isNew).toBe(true);
    expect(
      joinFindings([{ ...said, isNew: false }, finding('b.tf')])[0].path,
    ).toBe('b.tf');
  });
});
