import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { toolsDir } from './paths.mjs';

/** Where the tests of the Git host look. */
const folder = path.join(toolsDir, 'github-description');

/**
 * What GitHub publishes about its own API (both MIT), pinned. They are 390 MB when installed, so one file of each is
 * kept, when a test first asks for it, and neither is a dependency.
 */
const PACKAGES = [
  {
    spec: '@octokit/openapi@23.0.2',
    integrity:
      'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
    entry: 'package/generated/api.github.com.json',
    target: 'openapi-23.0.2.json',
    trim: trimDescription,
  },
  {
    spec: '@octokit/graphql-schema@15.26.1',
    integrity:
      'sha512-RFDC2MpRBd4AxSRvUeBIVeBU7ojN/SxDfALUd7iVYOSeEK3gZaqR2MGOysj4Zh2xj2RY5fQAUT+Oqq7hWTraMA==',
    entry: 'package/schema.graphql',
    target: 'graphql-15.26.1.graphql',
    trim: text => text,
  },
];

const PROSE = ['example', 'examples', 'externalDocs', 'x-github', 'summary'];

/** Drops examples and prose, two thirds of the file. A schema's own property may well be called `summary`. */
export function withoutProse(node, parent) {
  if (Array.isArray(node)) return node.map(entry => withoutProse(entry));
  if (typeof node !== 'object' || node === null) return node;
  const isMap = parent === 'properties' || parent === 'paths';
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isMap || !PROSE.includes(key))
      .map(([key, value]) => [key, withoutProse(value, isMap ? '' : key)]),
  );
}

function trimDescription(text) {
  const { openapi, info, paths, components } = JSON.parse(text);
  return JSON.stringify(withoutProse({ openapi, info, paths, components }));
}

function run(command, args, environment) {
  return spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
}

function packTo(temporary, spec, environment) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const pack = ['pack', spec, '--silent', '--pack-destination', temporary];
  run(npm, pack, environment);
  const name = readdirSync(temporary).find(file => file.endsWith('.tgz'));
  return name && path.join(temporary, name);
}

const integrityOf = file =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;

function fetchOne({ spec, integrity, entry, target, trim }, environment) {
  const temporary = mkdtempSync(path.join(folder, 'fetch-'));
  try {
    const archive = packTo(temporary, spec, environment);
    if (!archive) return;
    if (integrityOf(archive) !== integrity) {
      throw new Error(`${spec} is not what it was: its hash has changed`);
    }
    const { stdout, status } = run('tar', ['-xzOf', archive, entry]);
    if (status !== 0) throw new Error(`${spec} has no ${entry}`);
    // Under its name it is whole, also when two runs fetch at a time.
    const whole = path.join(temporary, target);
    writeFileSync(whole, trim(stdout));
    renameSync(whole, path.join(folder, target));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Gets what GitHub publishes about its API, once. Without a network it is not there afterwards, and the tests that
 * compare with it say so.
 */
export function fetchGithubDescription(environment) {
  mkdirSync(folder, { recursive: true });
  for (const one of PACKAGES) {
    if (!existsSync(path.join(folder, one.target))) fetchOne(one, environment);
  }
}
