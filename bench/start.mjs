import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPortal } from '../scripts/lib/portal.mjs';

export const description =
  'time to a usable portal with a new and with a kept world, and memory of all processes';

/** Resident memory of a process and everything below it, in MiB. */
function memoryOfTree(root) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number));
  const inTree = new Set([root]);
  for (let size = 0; size !== inTree.size; ) {
    size = inTree.size;
    for (const [pid, parent] of rows) if (inTree.has(parent)) inTree.add(pid);
  }
  const total = rows.reduce(
    (sum, [pid, , rss]) => sum + (inTree.has(pid) ? rss : 0),
    0,
  );
  return Math.round(total / 1024);
}

async function once(name, state) {
  const portal = await startPortal({ keep: state });
  const row = {
    start: name,
    seconds: Number((portal.startMs / 1000).toFixed(1)),
    'memory MiB': memoryOfTree(portal.pid),
  };
  await portal.stop();
  return row;
}

export async function run() {
  const state = mkdtempSync(path.join(os.tmpdir(), 'slipway-bench-'));
  try {
    const rows = [
      await once('new world', state),
      await once('kept world', state),
      await once('kept world, again', state),
    ];
    const slowest = Math.max(...rows.slice(1).map(row => row.seconds));
    return {
      rows,
      bounds: [
        {
          name: 'later start, seconds',
          value: slowest,
          limit: '< 60',
          ok: slowest < 60,
        },
      ],
    };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
