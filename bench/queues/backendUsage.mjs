import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { PlainError } from '../../scripts/lib/fail.mjs';

/** Clock ticks a second in /proc; the same on all Linux builds. */
const TICKS = 100;

/** Pid of the backend among the processes that the portal started. */
function findBackend(root) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const inTree = new Set([String(root)]);
  for (let size = 0; size !== inTree.size; ) {
    size = inTree.size;
    for (const [pid, parent] of rows) if (inTree.has(parent)) inTree.add(pid);
  }
  const found = rows.find(
    ([pid, , args = '']) => inTree.has(pid) && / src\/index( |$)/.test(args),
  );
  if (!found) throw new PlainError('The process of the backend was not found');
  return found[0];
}

/** CPU seconds and memory of the backend, from /proc (Linux). */
export function watchBackend(portal) {
  const pid = findBackend(portal.pid);
  const cpuSeconds = () => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold spaces: utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  };
  const peakMiB = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024);
  };
  const resetPeak = () => writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return { cpuSeconds, peakMiB, resetPeak };
}
