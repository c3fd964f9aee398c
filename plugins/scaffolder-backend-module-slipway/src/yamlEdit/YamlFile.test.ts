import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlString } from '../filters/yamlString';
import { mergeProject } from './mergeProject';
import { YamlFile } from './YamlFile';

const edited = (text: string, edit: (file: YamlFile) => void) => {
  const file = YamlFile.parse('some.yaml', text);
  edit(file);
  return file.toString();
};

/** The text without lines that were put in, which may have become its end. */
function without(text: string, lines: string): string[] {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const put = lines.replaceAll('\n', newline);
  return [
    text.replace(`${put}${newline}`, ''),
    text.replace(`${newline}${put}`, ''),
  ];
}

const comment = fc.constantFrom('', ' # why', '  #', ' # a: [b');
const above = fc.constantFrom('', '# above', '#', '# - q: "');
const scalar = fc.constantFrom(
  'plain',
  "'it''s'",
  '"a: b # c"',
  '1.10',
  '>-\n      folded\n      text',
  '|\n      kept\n\n      text',
  '[ a,b ]',
  '{ a: 1,  b: [] }',
  '"two\n      lines"',
);
const entries = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[b-y]{1,3}$/),
    value: scalar,
    comment,
    above,
    blank: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5, selector: entry => entry.name },
);
const ends = fc.record({
  newline: fc.constantFrom('\n', '\r\n'),
  last: fc.boolean(),
  after: fc.constantFrom('', '# at the end\n', 'zz: 1\n', '---\nkind: Other\n'),
});
type Written = { name: string; value: string; comment: string; above: string };

const written = (items: readonly Written[], line: (item: Written) => string) =>
  items.map(item => {
    const block = /^[>|]/.test(item.value);
    const [first, ...others] = line(item).split('\n');
    const text = block
      ? [first + item.comment, ...others].join('\n')
      : [first, ...others].join('\n') + item.comment;
    return `${item.above ? `    ${item.above}\n` : ''}    ${text}\n`;
  });

function finish(
  text: string,
  { newline, last, after }: { newline: string; last: boolean; after: string },
): string {
  const whole = text + after;
  return (last ? whole : whole.replace(/\n$/, '')).replaceAll('\n', newline);
}

describe('an edit of a YAML file', () => {
  it('leaves every byte of a map but what it puts in', () => {
    fc.assert(
      fc.property(
        entries,
        ends,
        fc.stringMatching(/^[a-z]{2}$/),
        (all, end, name) => {
          fc.pre(all.every(entry => entry.name !== name));
          const lines = written(all, item => `${item.name}: ${item.value}`);
          const before = finish(
            `kind: One\nat:\n  map:\n${lines.join('')}`,
            end,
          );
          const after = edited(before, file =>
            file.addPair({ kind: 'One', path: ['at', 'map'] }, name, 'new'),
          );
          const put = `    ${yamlString(name)}: new`;
          expect(without(after, put)).toContain(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves every byte of a list but what it puts in, in any order', () => {
    fc.assert(
      fc.property(entries, ends, (all, end) => {
        const lines = written(
          all,
          item =>
            `- name: ${item.name}\n      value: ${item.value.replaceAll(
              '\n',
              '\n  ',
            )}`,
        );
        const before = finish(
          `kind: One\nat:\n  list:\n${lines.join('')}`,
          end,
        );
        const add = (...names: string[]) =>
          edited(before, file => {
            for (const name of names) {
              file.addItem(
                { kind: 'One', path: ['at', 'list'] },
                `name: ${name}\n# Told\nvalue: new`,
                item => (item as { name: string }).name,
              );
            }
          });
        const put = '    - name: mmmm\n      # Told\n      value: new';
        expect(without(add('mmmm'), put)).toContain(before);
        expect(add('mmmm', 'aaaa', 'zzzz')).toBe(add('zzzz', 'mmmm', 'aaaa'));
        expect(add('mmmm', 'mmmm')).toBe(add('mmmm'));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['between brackets', 'l: [go, eks] # x\n', 'l: [go, eks, sqs] # x\n'],
    ['first between brackets', 'l: [  tea ,zoo ]', 'l: [  sqs, tea ,zoo ]'],
    ['instead of nothing', 'a: 1\nl:\nb: 2\n', 'a: 1\nl:\n  - sqs\nb: 2\n'],
    ['instead of null', 'l: null # none\n', 'l: # none\n  - sqs\n'],
    ['instead of an empty list', 'l: [ ] # none', 'l: # none\n  - sqs'],
    [
      'where there is no list',
      'a: 1 # x\n# y\n',
      'a: 1 # x\nl:\n  - sqs\n# y\n',
    ],
    ['without indent', 'l:\n- a\n- z\n', 'l:\n- a\n- sqs\n- z\n'],
    ['in a map of brackets', '{ a: 1 }\n', '{ a: 1, l: ["sqs"] }\n'],
  ])('puts an item %s', (_, before, after) => {
    expect(edited(before, file => file.addItem({ path: ['l'] }, 'sqs'))).toBe(
      after,
    );
  });

  it.each([
    ['a: a1,a3\n', 'a: a1,a2,a3\n'],
    ['a: "a1,\n  a3"\n', 'a: "a1,\n  a2,a3"\n'],
    ['a: >-\n  a1,\n  a3\nb: 2\n', 'a: >-\n  a1,\n  a2,a3\nb: 2\n'],
    ['a: >-\n  a0,\n  a1\n# x\n', 'a: >-\n  a0,\n  a1,a2\n# x\n'],
    ["a: ''\n", 'a: a2\n'],
    ['b: 1\n', 'a: a2\nb: 1\n'],
    ['a: a20, a2\n', 'a: a20, a2\n'],
  ])('puts a word into %j', (before, after) => {
    expect(edited(before, file => file.addWord({ path: ['a'] }, 'a2'))).toBe(
      after,
    );
  });

  it('refuses what it would have to guess', () => {
    const add = (text: string) => () =>
      edited(text, file =>
        file.addItem(
          { path: ['a', 'l'] },
          'name: b\nvalue: 1',
          item => parse(JSON.stringify(item)).name,
        ),
      );
    expect(add('a:\n  l:\n    - name: b\n      value: 2\n')).toThrow(
      'some.yaml of the infrastructure repository says something else of a.l b already; change it by hand',
    );
    for (const text of ['a: 1\n', 'a: &x\n  l: 5\n', 'b: &x {}\na: *x\n']) {
      expect(add(text)).toThrow('has not a list at a.l');
    }
    expect(() => YamlFile.parse('some.yaml', 'a: [')).toThrow('is no YAML');
    expect(() => YamlFile.parse('some.yaml', '')).toThrow('is empty');
  });
});

describe('an AppProject that two services share', () => {
  const project = (spec: string) => `# Ours\nkind: AppProject\nspec:\n${spec}`;
  const place = (namespace: string, server = 'https://k') =>
    `    - server: ${server} # here\n      namespace: ${namespace}\n`;
  const rendered = (namespace: string) =>
    project(
      `  sourceRepos:\n    - https://git/infra\n  destinations:\n${place(
        namespace,
      )}`,
    );

  it('gets the namespace that it lacks, and nothing else', () => {
    const committed = project(
      `  sourceRepos: [ "https://git/infra" ]\n  destinations:\n${place(
        'mail',
        'https://other',
      )}${place('shop')}`,
    );
    const once = mergeProject('p.yaml', committed, rendered('mail'));
    const put = '    - server: https://k\n      namespace: mail';
    expect(without(once, put)).toContain(committed);
    expect(mergeProject('p.yaml', once, rendered('mail'))).toBe(once);
    expect(mergeProject('p.yaml', once, rendered('shop'))).toBe(once);
  });
});
