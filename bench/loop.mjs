import { setTimeout as sleep } from 'node:timers/promises';
import { startPortal } from '../scripts/lib/portal.mjs';
import { signIn } from '../scripts/lib/signIn.mjs';

export const description =
  'submit → pull request, pull request → mergeable, merge → Healthy, through the portal’s own API';

const seconds = since => Number(((Date.now() - since) / 1000).toFixed(1));

function client(portal, { token, githubToken }) {
  return async (route, body) => {
    const reply = await fetch(`${portal.backend}/api/${route}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'x-slipway-github-token': githubToken,
      },
      body: body && JSON.stringify(body),
    });
    if (!reply.ok) {
      throw new Error(`${route}: ${reply.status} ${await reply.text()}`);
    }
    return reply.json();
  };
}

async function until(what, probe, deadline = 180_000) {
  const started = Date.now();
  while (Date.now() - started < deadline) {
    const result = await probe();
    if (result) return result;
    await sleep(500);
  }
  throw new Error(`${what} did not happen within ${deadline / 1000} s`);
}

async function submit(call) {
  const { id } = await call('scaffolder/v2/tasks', {
    templateRef: 'template:default/go-service',
    values: {
      name: 'bench-mailer',
      description: 'Made by the bench',
      owner: 'group:default/orders',
      system: 'system:default/order-system',
      environments: ['dev', 'prod'],
      platform: 'eks',
      kind: 'worker',
      queues: [{ name: 'bench-mailer' }],
    },
    secrets: {},
  });
  return until('the task', async () => {
    const task = await call(`scaffolder/v2/tasks/${id}`);
    if (task.status === 'failed') throw new Error('the task failed');
    return task.status === 'completed' && task;
  });
}

async function review(call) {
  const { items } = await call('slipway-infra-prs/v1/pull-requests?state=open');
  const { number } = items.find(pr => pr.title.includes('bench-mailer'));
  const route = `slipway-infra-prs/v1/pull-requests/${number}`;
  const detail = await until('a reviewable plan', async () => {
    const current = await call(route);
    return current.viewer.canApprove && current.plan && current;
  });
  const bound = { headSha: detail.headSha, planDigest: detail.plan.digest };
  return { route, bound };
}

export async function run() {
  const portal = await startPortal();
  try {
    const olivia = client(portal, await signIn(portal, 'olivia'));
    const pat = client(portal, await signIn(portal, 'pat'));
    const submitted = Date.now();
    await submit(olivia);
    const opened = {
      step: 'submit → pull request',
      seconds: seconds(submitted),
    };
    const checking = Date.now();
    const { route, bound } = await review(pat);
    await pat(`${route}/approve`, bound);
    await until(
      'merge allowed',
      async () => (await pat(route)).viewer.canMerge,
    );
    const checked = {
      step: 'pull request → mergeable',
      seconds: seconds(checking),
    };
    const merged = Date.now();
    await pat(`${route}/merge`, bound);
    await until('Healthy in both environments', async () => {
      const reply = await olivia(
        'slipway-deployments/v1/entities/component/default/bench-mailer/deployments',
      ).catch(() => ({ deployments: [] }));
      const phases = reply.deployments.map(({ data }) => data?.phase);
      return phases.length === 2 && phases.every(phase => phase === 'healthy');
    });
    const healthy = {
      step: 'merge → Healthy in dev and prod',
      seconds: seconds(merged),
    };
    return {
      rows: [opened, checked, healthy],
      bounds: [
        {
          name: 'submit → pull request, seconds',
          value: opened.seconds,
          limit: '< 15',
          ok: opened.seconds < 15,
        },
        {
          name: 'merge → Healthy, seconds',
          value: healthy.seconds,
          limit: '< 120',
          ok: healthy.seconds < 120,
        },
      ],
    };
  } finally {
    await portal.stop();
  }
}
