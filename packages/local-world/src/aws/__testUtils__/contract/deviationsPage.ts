import { allCases } from './allCases';
import { Deviation } from './deviations/Deviation';
import { absentServices, deviations } from './deviations/deviations';

const countCases = () =>
  Object.values(allCases).reduce(
    (sum, cases) => sum + Object.keys(cases).length,
    0,
  );

/** A table of Markdown with its columns aligned, as the formatter of the repository wants it. */
function table(rows: ReadonlyArray<readonly string[]>): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const rule = widths.map(width => '-'.repeat(width));
  return [rows[0], rule, ...rows.slice(1)].map(line).join('\n');
}

function rowsOf({ titles, does, source }: Deviation): string[][] {
  const page = source.replace(/.*\/(?:API_)?([^/]+)\.html$/, '$1');
  return titles.map(title => [title, does, `[${page}](${source})`]);
}

function section(server: string): string {
  const rows = deviations
    .filter(item => item.server === server)
    .flatMap(rowsOf);
  const absent = absentServices(server);
  const missing =
    absent.length > 0 ? `It has no ${absent.join(' and no ')}.\n\n` : '';
  const head = ['What AWS does', `What ${server} does`, 'Documented'];
  return `## ${server}\n\n${missing}${table([head, ...rows])}\n`;
}

/** The page docs/contract-deviations.md. Markdown. */
export function deviationsPage(): string {
  const servers = [...new Set(deviations.map(({ server }) => server))];
  return `# What emulators do unlike AWS

The contract of the AWS stand-in is ${countCases()} cases of SQS, CloudWatch and the tagging API, each written from AWS's
documentation (\`packages/local-world/src/aws/__testUtils__/contract/cases\`). They run unchanged over the wire:

\`\`\`
npm run contract                  # the embedded world
npm run contract -- all           # and moto, where moto_server is on the PATH, and fauxqs, which is fetched
SLIPWAY_CONTRACT_ENDPOINT=http://127.0.0.1:4566 npm run contract    # another server that runs already
\`\`\`

\`SLIPWAY_CONTRACT_SERVER=moto\` beside the endpoint names the list of deviations to hold it against; keys come from
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`.

The embedded world passes every case. Each deviation below is asserted: its case must still fail there, so that a row that
is no longer true fails the run. This page is written by \`npm run contract -- table\`, and a test holds it to the list.

${servers.map(section).join('\n')}`;
}
