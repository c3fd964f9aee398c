// What terraform-docs would write about a module, from its HCL.
import { parse } from '@cdktn/hcl2json';

const BEGIN = '<!-- BEGIN_TF_DOCS -->';
const END = '<!-- END_TF_DOCS -->';

/** `{ file, text }` of each `.tf` file → Markdown of its requirements, resources, modules, inputs and outputs. */
export async function describeModule(files) {
  const parsed = await Promise.all(
    files.map(({ file, text }) => parse(file, text)),
  );
  const blocks = kind =>
    parsed
      .flatMap(content => Object.entries(content[kind] ?? {}))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const settings = parsed.flatMap(content => content.terraform ?? []);
  return [
    section('Requirements', ['Name', 'Version'], requirements(settings)),
    section('Resources', ['Name', 'Type'], resources(blocks('resource'))),
    section(
      'Modules',
      ['Name', 'Source'],
      blocks('module').map(([name, [{ source }]]) => [name, code(source)]),
    ),
    section(
      'Inputs',
      ['Name', 'Description', 'Type', 'Default', 'Required'],
      blocks('variable').map(([name, [body]]) => input(name, body)),
      { 4: ':---:' },
    ),
    section(
      'Outputs',
      ['Name', 'Description'],
      blocks('output').map(([name, [body]]) => [name, cell(body.description)]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * The README with its section between the markers of terraform-docs written anew.
 *
 * @throws Error for a README without the markers.
 */
export function replaceDocs(readme, docs) {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`no ${BEGIN} and ${END} to write between`);
  }
  return `${readme.slice(0, begin)}${BEGIN}\n\n${docs}\n\n${readme.slice(end)}`;
}

function section(title, columns, rows, alignments = {}) {
  if (rows.length === 0) return undefined;
  const line = cells => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, index) => alignments[index] ?? '---');
  return [`## ${title}`, '', ...[columns, rule, ...rows].map(line)].join('\n');
}

function requirements(settings) {
  const versions = settings.map(({ required_version: version }) => [
    'terraform',
    version,
  ]);
  const providers = settings
    .flatMap(({ required_providers: blocks = [] }) => blocks)
    .flatMap(block => Object.entries(block))
    .map(([name, { version }]) => [name, version]);
  return [...versions, ...providers].filter(([, version]) => version);
}

function resources(types) {
  return types
    .flatMap(([type, byName]) =>
      Object.keys(byName).map(name => {
        const page = type.replace(/^aws_/, '');
        const url = `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${page}`;
        return [`[${type}.${name}](${url})`, 'resource'];
      }),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function input(name, body) {
  const required = !Object.hasOwn(body, 'default');
  return [
    name,
    cell(body.description),
    code(typeText(body.type)),
    required ? 'n/a' : code(JSON.stringify(body.default)),
    required ? 'yes' : 'no',
  ];
}

/** hcl2json gives a type as `${object({…})}`, with the line breaks of the file. */
function typeText(type = 'any') {
  return type
    .replace(/^\$\{([\s\S]*)\}$/, '$1')
    .replace(/\(\{\s*\n\s*/g, '({ ')
    .replace(/,?\s*\n\s*\}/g, ' }')
    .replace(/,?\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
}

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
const code = text => `\`${cell(text)}\``;
