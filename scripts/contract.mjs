// npm run contract [-- all | local-world | moto | fauxqs | table]: how SQS, CloudWatch and the tagging API behave, held against the
// embedded world, or against SLIPWAY_CONTRACT_ENDPOINT. Ends in one line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PlainError, runMain } from './lib/fail.mjs';
import { startFauxqs } from './lib/fauxqs.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode, nodeEnvironment } from './lib/node24.mjs';
import { rootDir } from './lib/paths.mjs';

const SERVERS = ['local-world', 'moto', 'fauxqs'];
const cli = path.join(rootDir, 'node_modules/@backstage/cli/bin/backstage-cli');
const report = path.join(rootDir, 'node_modules/.cache/contract-results.json');

/** Runs one of the test files that hold the contract. */
function runTests(node, file, variables) {
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const suite = `packages/local-world/src/aws/${file}`;
  const { status } = spawnSync(
    node,
    [cli, 'repo', 'test', suite, '--json', `--outputFile=${report}`],
    {
      cwd: rootDir,
      // The report goes to the file; jest prints it too where --json is given.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...nodeEnvironment(node),
        CI: '1',
        NODE_ENV: 'test',
        ...variables,
      },
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } =
    JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return {
    passed: numPassedTests,
    failed: status === 0 ? failed : Math.max(1, failed),
  };
}

const runSuite = (node, server, endpoint) =>
  runTests(node, 'aws.contract.test.ts', {
    SLIPWAY_CONTRACT_SERVER: server,
    ...(endpoint && { SLIPWAY_CONTRACT_ENDPOINT: endpoint }),
  });

/** Writes docs/contract-deviations.md. */
const writeTable = node =>
  runTests(node, 'deviations.test.ts', { SLIPWAY_CONTRACT_TABLE: '1' });

const onPath = command => spawnSync(command, ['--help']).status === 0;

/** Says what is left out and why; where all tools are promised that is a failure. */
function skip(server, why) {
  console.log(`SKIPPED ${server}: ${why}`);
  return { passed: 0, failed: process.env.SLIPWAY_REQUIRE_TOOLS ? 1 : 0 };
}

async function runServer(node, server) {
  if (server === 'table') return writeTable(node);
  console.log(`\n=== ${server}`);
  if (server === 'moto' && !onPath('moto_server')) {
    return skip(
      server,
      'no moto_server on the PATH (pip install moto[server])',
    );
  }
  if (server !== 'fauxqs') return runSuite(node, server);
  const fauxqs = await startFauxqs(node, nodeEnvironment(node));
  if (!fauxqs) return skip(server, 'it could not be fetched or started');
  try {
    return runSuite(node, server, fauxqs.endpoint);
  } finally {
    await fauxqs.stop();
  }
}

async function main() {
  const node = ensureNode();
  await ensureInstalled(node);
  const { SLIPWAY_CONTRACT_ENDPOINT, SLIPWAY_CONTRACT_SERVER } = process.env;
  const [wanted = 'local-world'] = process.argv.slice(2);
  const servers = wanted === 'all' ? SERVERS : [wanted];
  if (!servers.every(server => [...SERVERS, 'table'].includes(server))) {
    throw new PlainError(
      `'${wanted}' is not one of all, ${SERVERS.join(', ')}, table`,
    );
  }
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  if (SLIPWAY_CONTRACT_ENDPOINT) {
    const name = SLIPWAY_CONTRACT_SERVER ?? 'another server';
    add(runSuite(node, name, SLIPWAY_CONTRACT_ENDPOINT));
  } else {
    for (const server of servers) add(await runServer(node, server));
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

runMain(main);
