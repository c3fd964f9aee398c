import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPortal } from '../scripts/lib/portal.mjs';
import { boundsOf } from './infra-prs/boundsOf.mjs';
import { measureBudget } from './infra-prs/measureBudget.mjs';
import {
  measureFilesPage,
  measureListPage,
  measurePlanPage,
} from './infra-prs/measureBrowser.mjs';
import { measureColdList, measureWarmList } from './infra-prs/measureList.mjs';
import { measureFiles, measureOpen } from './infra-prs/measureOpen.mjs';
import { measureNaivePage } from './infra-prs/naivePage.mjs';
import { untilCalm } from './infra-prs/githubCalls.mjs';
import { seedCrowd } from './infra-prs/seedCrowd.mjs';
import { withBrowser } from './lib/openBrowser.mjs';
import { signInOnceKnown, useMemory } from './lib/prepare.mjs';

export const description =
  '100 and 1,000 changes, plans of 20 and 2,000 resources, a diff of 20,000 lines: server, GitHub calls, browser';

/** `REQUESTS=50,200` is a quick look. */
const [FEW, MANY] = (process.env.REQUESTS ?? '100,1000').split(',').map(Number);
/** More than most have open; what is open is what costs. */
const OPEN_SHARE = 0.3;
const RESOURCES = [20, 2_000];
const DIFF = { files: 300, lines: 20_000 };
const VIEWERS = 50;
/** How often open pages read again: where the server tells them of changes, and where it does not. */
const TOLD_MS = 60_000;
const POLLED_MS = 10_000;

async function measureBudgets(viewer, number) {
  // The list of what is open in one tab, and a change in another.
  const usual = ['pull-requests?state=open', `pull-requests/${number}`];
  const measure = (viewers, paceMs, routes = usual) =>
    measureBudget(viewer, { viewers, paceMs, routes });
  await untilCalm(viewer.portal);
  return {
    nobody: await measure(0, TOLD_MS),
    told: [await measure(1, TOLD_MS), await measure(VIEWERS, TOLD_MS)],
    polled: [await measure(1, POLLED_MS), await measure(VIEWERS, POLLED_MS)],
    // Lists of what is over have it read, once and for all.
    firstDay: await measure(VIEWERS, POLLED_MS, [
      ...usual,
      'pull-requests?state=all',
    ]),
  };
}

async function measureList(viewer, page, least) {
  const cold = await measureColdList(viewer, least);
  await untilCalm(viewer.portal);
  const server = { ...cold, ...(await measureWarmList(viewer)) };
  // The code of the page is loaded once, which has nothing to do with how many changes there are.
  await measureListPage(page, viewer.portal);
  return { ...server, browser: await measureListPage(page, viewer.portal) };
}

async function measureOpens(viewer, page, { planned, wide }) {
  const { portal } = viewer;
  const opens = [];
  for (const plan of planned) {
    const server = await measureOpen(viewer, plan);
    if (opens.length === 0) await measurePlanPage(page, portal, plan.number);
    const browser = await measurePlanPage(page, portal, plan.number);
    opens.push({ ...server, browser });
  }
  const [short, long] = opens;
  const [number] = wide;
  const server = await measureFiles(viewer, number);
  await measureFilesPage(page, portal, number);
  const browser = await measureFilesPage(page, portal, number);
  return { opens: { short, long }, files: { ...server, browser } };
}

function print(title, rows) {
  console.log(`\n${title}`);
  console.table(rows.map(({ browser: _, ...row }) => row));
}

function printAll({ lists, opens, files, budget, naive }) {
  print('List of all changes', [lists.few, lists.many]);
  print('Open of a change and its plan', [opens.short, opens.long]);
  print('Files of a change', [files]);
  print('The list, each page reading for itself', [naive]);
  print('In Chromium', [
    { page: `list of ${lists.few.requests}`, ...lists.few.browser },
    { page: `list of ${lists.many.requests}`, ...lists.many.browser },
    { page: `plan of ${opens.short.resources}`, ...opens.short.browser },
    { page: `plan of ${opens.long.resources}`, ...opens.long.browser },
    { page: `files, ${files.lines} lines`, ...files.browser },
  ]);
  console.log('\nWhat a minute asks of GitHub');
  return [budget.nobody, ...budget.told, ...budget.polled, budget.firstDay];
}

/** Runs `measure` with a portal that has just started with what is in `keep`, and a page of Chromium. */
async function withPortal(keep, measure) {
  const portal = await startPortal({ keep });
  try {
    const { token, githubToken } = await signInOnceKnown(portal);
    const viewer = { portal, token };
    return await withBrowser(portal, page =>
      measure({ portal, viewer, githubToken, page }),
    );
  } finally {
    await portal.stop();
  }
}

/** A start with few changes, and one with many. The crowd is older than it: who had read lists before would miss some. */
async function measureAll(keep) {
  const crowd = { openShare: OPEN_SHARE };
  const { few, planned, wide } = await withPortal(keep, async started => {
    const { portal, viewer, page } = started;
    await seedCrowd(portal, { ...crowd, requests: FEW });
    const measured = await measureList(viewer, page, FEW);
    const sizes = { plans: RESOURCES, diffs: [DIFF] };
    const rest = { ...crowd, requests: MANY - FEW, ...sizes };
    return { few: measured, ...(await seedCrowd(portal, rest)) };
  });
  return withPortal(keep, async ({ portal, viewer, githubToken, page }) => {
    const many = await measureList(viewer, page, MANY);
    const opened = await measureOpens(viewer, page, { planned, wide });
    await page.close();
    const naive = await measureNaivePage(portal, githubToken);
    const budget = await measureBudgets(viewer, planned.at(-1).number);
    return { lists: { few, many }, ...opened, naive, budget };
  });
}

export async function run() {
  await useMemory();
  // The demo reads its catalog anew each 5 s, from GitHub: that is not what is measured.
  process.env.APP_CONFIG_catalog_processingInterval = '{ "minutes": 30 }';
  const keep = mkdtempSync(path.join(os.tmpdir(), 'slipway-'));
  try {
    const measured = await measureAll(keep);
    return { rows: printAll(measured), bounds: boundsOf(measured) };
  } finally {
    rmSync(keep, { recursive: true, force: true });
  }
}
