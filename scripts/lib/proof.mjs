import { spawn } from 'node:child_process';
import path from 'node:path';
import { nodeEnvironment } from './node24.mjs';
import { rootDir } from './paths.mjs';

/**
 * Runs a script whose last line says how much it tried, and counts that. What it had no tool for is counted as
 * skipped; where all tools are promised, the script fails for it.
 *
 * @param {RegExp} lastLine with two of the groups `tried`, `passed` and `failed`
 * @returns {Promise<{passed: number, failed: number, skipped: number}>}
 */
export async function runProof(node, [script, ...args], lastLine, env = {}) {
  const child = spawn(node, [path.join(rootDir, script), ...args], {
    cwd: rootDir,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...nodeEnvironment(node),
      ...(process.env.CI && { SLIPWAY_REQUIRE_TOOLS: '1' }),
      ...env,
    },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text;
    process.stdout.write(text);
  });
  const status = await new Promise(resolve => {
    child.on('error', () => resolve(1)).on('close', resolve);
  });
  return countsOf({ output, status }, lastLine);
}

/** A run that does not end in its line, or fails in spite of it, counts as one failure at least. */
export function countsOf({ output, status }, lastLine) {
  const skipped = output.match(/^SKIPPED /gm)?.length ?? 0;
  const last = lastLine.exec(output.trim().split('\n').at(-1));
  if (!last) return { passed: 0, failed: 1, skipped };
  const { tried, passed, failed = tried - passed } = last.groups;
  return {
    passed: passed === undefined ? tried - failed : Number(passed),
    failed: status === 0 ? Number(failed) : Math.max(1, Number(failed)),
    skipped,
  };
}
