import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { parse as parseYaml } from 'yaml';
import { parse as parseHcl } from '@cdktn/hcl2json';
import { createTemplateRenderer } from 'nunjitsu';
import { awsName } from './awsName';
import { goString } from './goString';
import { hclLiteral } from './hclLiteral';
import { javaString } from './javaString';
import { jsonString } from './jsonString';
import { markdownText } from './markdownText';
import { nunjitsuFilters } from './nunjitsuFilters';
import { shellString } from './shellString';
import { templateFilters } from './templateFilters';
import { textFilters } from './textFilters';
import { tsString } from './tsString';
import { yamlString } from './yamlString';

/** What people and attackers put into a form. */
const hostile = [
  'plain',
  'two words',
  'order-mailer',
  '"quotes" and \'more\'',
  'back\\slash \\n \\u0041',
  '${aws_iam_role.admin.arn}',
  '$${escaped} $$${twice} %{ if true }x%{ endif } %%{y}',
  '${{ secrets.TOKEN }} {{ x }} {% raw %}',
  '../../etc/passwd',
  'line\nbreak\r\nand\ttab',
  'a: b # no comment',
  '- item',
  '{ key: value }',
  '[1, 2]',
  '& * ! | > @ `',
  'trailing:',
  ' spaces around ',
  'emoji 📮 and ümläut',
  'rtl \u202egnp.exe\u202c',
  'nul \u0000 bell \u0007 del \u007f nel \u0085',
  'sep \u2028 and \u2029 bom \ufeff',
  '*/ System.exit(1); /* -- // #',
  '`backtick` $(id) ; rm -rf / | cat & !! $HOME',
  "it's 'single'",
  'text \\u000a and \\\\u0022',
  '</script><!-- ]]>',
  'marks \u200e \u200f \u2066 \u2069',
  '',
  'null',
  'TRUE',
  'yes',
  '~',
  '1e3',
  '0x1f',
  '12:34:56',
  '2026-01-01',
  'x'.repeat(200),
];

function renderText(template: string): string {
  const renderer = createTemplateRenderer({ filters: nunjitsuFilters() });
  return String(renderer.render(template, renderer.prepareContext({})));
}

describe('template filters', () => {
  it.each(hostile)('hcl keeps %j as it is', async text => {
    const literal = hclLiteral(text);
    expect(literal).not.toMatch(/\n/);
    const parsed = await parseHcl(
      'test.tf',
      `locals {\n  value = ${literal}\n}`,
    );
    // The converter gives strings as JSON with template syntax still escaped, as Terraform's own JSON syntax has it.
    const value: string = parsed.locals[0].value;
    expect(value.replace(/([$%])\1\{/g, '$1{')).toBe(text);
  });

  it.each(hostile)('yamlString keeps %j as it is', text => {
    const scalar = yamlString(text);
    expect(scalar).not.toMatch(/\n/);
    for (const version of ['1.1', '1.2'] as const) {
      expect(parseYaml(`key: ${scalar}\n`, { version })).toEqual({ key: text });
      expect(parseYaml(`- ${scalar}\n`, { version })).toEqual([text]);
    }
  });

  it.each(hostile)('goString keeps %j as it is', text => {
    const literal = goString(text);
    expect(literal).toMatch(/^"[^\n]*"$/);
    // Go's escapes that are made here are the ones of JSON.
    expect(JSON.parse(literal)).toBe(text);
  });

  it.each(hostile)('javaString keeps %j as it is', text => {
    const literal = javaString(text);
    expect(literal).toMatch(/^"[^\n\r]*"$/);
    // A compiler reads Unicode escapes first, wherever they stand: none may make a quote, a backslash or a line end.
    expect(literal.replace(/\\\\/g, '')).not.toMatch(/\\u00(22|5c|0a|0d)/i);
    expect(JSON.parse(literal)).toBe(text);
  });

  it.each(hostile)('tsString keeps %j as it is', text => {
    const literal = tsString(text);
    expect(runInNewContext(`(${literal})`)).toBe(text);
    expect(literal).not.toMatch(/[\n\r\u2028\u2029]/);
  });

  it.each(hostile)('jsonString keeps %j as it is', text => {
    for (const value of [text, { [text]: [text, 1, null, true] }]) {
      const json = jsonString(value);
      expect(json).not.toMatch(/[\n\r\u2028\u2029<>&]/);
      expect(JSON.parse(json)).toEqual(value);
      expect(parseYaml(`key: ${json}\n`)).toEqual({ key: value });
    }
  });

  it('shellString keeps every text one word, as the real shell reads it', () => {
    const words = hostile.map(shellString).join(' ');
    expect(words).not.toMatch(/[\n\r]/);
    const output = execFileSync(
      '/bin/sh',
      ['-c', `for word in ${words}; do printf '%s\\0' "$word"; done`],
      { encoding: 'utf8' },
    );
    const printable = hostile.map(text =>
      text.replace(
        /[\p{Cc}\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
        ' ',
      ),
    );
    expect(output.split('\0').slice(0, -1)).toEqual(printable);
  });

  it('awsName lets names through, and nothing else', () => {
    expect(awsName('order-mailer')).toBe('order-mailer');
    for (const text of hostile.filter(
      each => !['plain', 'order-mailer', 'null', 'yes'].includes(each),
    )) {
      expect(() => awsName(text)).toThrow('must be 3 to 32');
    }
  });

  it('has examples that give what they show', () => {
    const shown: Record<string, string> = {
      hcl: 'owner = "the \\"orders\\" team"',
      jsonString: '{ "name": "say \\"hi\\"" }',
      awsName: 'bucket-order-mailer',
      yamlString: 'owner: "orders: all"',
      goString: 'const name = "say \\"hi\\""',
      javaString: 'String name = "say \\"hi\\"";',
      tsString: 'const name = "the team\'s";',
      shellString: "echo 'the team'\\''s'",
      markdownText: '# a \\*star\\*',
    };
    expect(templateFilters.map(({ id }) => id).sort()).toEqual(
      Object.keys(shown).sort(),
    );
    for (const { id, examples } of templateFilters) {
      const [{ example }] = examples ?? [];
      expect(renderText(example)).toBe(shown[id]);
    }
  });

  it('replaces what no file can hold', () => {
    expect(javaString('half \ud800')).toBe('"half \ufffd"');
    expect(tsString('half \ud800')).toBe("'half \ufffd'");
    expect(jsonString('half \ud800 \\ud800')).toBe('"half \ufffd \\\\ud800"');
    expect(shellString('half \ud800')).toBe("'half \ufffd'");
    expect(hclLiteral('half \ud800')).toBe('"half \ufffd"');
    expect(goString('half \udc00 pair')).toBe('"half \ufffd pair"');
    expect(yamlString('half \ud800')).toBe('"half \ufffd"');
  });

  it('leaves plain what is safe in YAML, so that diffs stay small', () => {
    expect(yamlString('order-mailer')).toBe('order-mailer');
    expect(yamlString('group:default/orders')).toBe('group:default/orders');
    expect(yamlString('Mails customers')).toBe('Mails customers');
  });

  it.each(textFilters.map(filter => [filter.id, filter]))(
    '%s takes nothing but text',
    (id, { filter }) => {
      const takesAny: (value: unknown) => unknown = filter as never;
      for (const value of [undefined, null, 3, {}, []]) {
        expect(() => takesAny(value)).toThrow(
          `The filter ${id} takes text, not`,
        );
      }
    },
  );

  it('hcl writes numbers, booleans and lists, and refuses the rest', () => {
    expect(hclLiteral(3)).toBe('3');
    expect(hclLiteral(true)).toBe('true');
    expect(hclLiteral(['a"b', 1])).toBe('["a\\"b", 1]');
    expect(() => hclLiteral(null)).toThrow('not nothing');
    expect(() => hclLiteral({ a: 1 })).toThrow('not object');
  });

  it('markdownText opens nothing and mentions nobody', () => {
    expect(
      markdownText('a\n# b <!-- slipway:request --> [x](y) @acme/platform `c`'),
    ).toBe(
      'a # b &lt;!-- slipway:request --&gt; \\[x\\](y) &#64;acme/platform \\`c\\`',
    );
  });

  it('agrees with the real terraform', () => {
    const version = (() => {
      try {
        return execFileSync('terraform', ['version'], { stdio: 'pipe' });
      } catch {
        return undefined;
      }
    })();
    if (!version) {
      process.stderr.write('SKIPPED: no terraform on the PATH\n');
      return;
    }
    // Base64 comes out of the console as it is; text would come out escaped once more.
    const list = hostile.map(hclLiteral).join(', ');
    const output = execFileSync('terraform', ['console'], {
      input: `base64encode(jsonencode([${list}]))`,
      encoding: 'utf8',
      cwd: __dirname,
      env: {
        ...process.env,
        TF_CLI_CONFIG_FILE: '/dev/null',
        CHECKPOINT_DISABLE: '1',
      },
    });
    const json = Buffer.from(output.trim().replaceAll('"', ''), 'base64');
    expect(JSON.parse(json.toString())).toEqual(hostile);
  });
});
