import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '../lib/at.mjs';
import { watchCalls } from './githubCalls.mjs';
import { readAnswer } from './readRoute.mjs';

const WARM_READS = 20;

async function warm(viewer, route) {
  const times = [];
  for (let read = 0; read < WARM_READS; read += 1) {
    times.push((await readAnswer(viewer, route)).ms);
    await sleep(100);
  }
  return times;
}

/** The page of a change that nobody has opened yet: what it shows at once, and its plan. */
export async function measureOpen(viewer, { number, resources }) {
  const count = await watchCalls(viewer.portal);
  const detail = `pull-requests/${number}`;
  const first = await readAnswer(viewer, detail);
  const { planDigest } = first.body;
  const planRoute = `${detail}/plan?digest=${planDigest}`;
  const plan = await readAnswer(viewer, planRoute);
  const calls = await count();
  const listed = plan.body.roots.flatMap(root => root.changes).length;
  if (listed !== resources) {
    throw new Error(`The plan has ${listed} of ${resources} resources`);
  }
  const details = await warm(viewer, detail);
  const plans = await warm(viewer, planRoute);
  return {
    resources,
    'first calls': calls.all,
    'detail cold ms': Math.round(first.ms),
    'detail p50': at(details, 0.5),
    'detail p95': at(details, 0.95),
    'detail gzip B': first.wire,
    'plan cold ms': Math.round(plan.ms),
    'plan p50': at(plans, 0.5),
    'plan p95': at(plans, 0.95),
    'plan KiB': Math.round(plan.bytes / 1024),
    'plan gzip KiB': Math.round(plan.wire / 1024),
  };
}

/** The files of a change with a long diff. */
export async function measureFiles(viewer, number) {
  const count = await watchCalls(viewer.portal);
  const { body } = await readAnswer(viewer, `pull-requests/${number}`);
  const route = `pull-requests/${number}/files?headSha=${body.headSha}`;
  const first = await readAnswer(viewer, route);
  const calls = await count();
  const times = await warm(viewer, route);
  const { files } = first.body;
  return {
    files: files.length,
    lines: files.reduce((sum, file) => sum + file.additions, 0),
    'first calls': calls.all,
    'cold ms': Math.round(first.ms),
    'p50 ms': at(times, 0.5),
    'p95 ms': at(times, 0.95),
    KiB: Math.round(first.bytes / 1024),
    'gzip KiB': Math.round(first.wire / 1024),
  };
}
