import {
  ManifestAnswer,
  ManifestObject,
  ManifestTarget,
} from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail } from '../../../__testUtils__/changes';
import { renderChanges } from '../../../__testUtils__/renderChanges';

const object = (
  name: string,
  action: ManifestObject['action'],
  more: Partial<ManifestObject> = {},
): ManifestObject => ({
  key: `Deployment shop/${name}`,
  action,
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  name,
  namespace: 'shop',
  file: 'gitops/apps/orders/base/deployment.yaml',
  fields: [],
  ...more,
});

const prod: ManifestTarget = {
  path: 'gitops/apps/orders/overlays/prod',
  environment: 'prod',
  kind: 'kustomization',
  unchanged: 4,
  objects: [
    object('added', 'add', { patch: '@@ -0,0 +1 @@\n+kind: Deployment' }),
    object('orders', 'change', {
      fields: [
        {
          path: 'spec.template.spec.containers[orders].image',
          before: 'orders:1',
          after: 'orders:2',
        },
        { path: 'data.password', sensitive: true },
      ],
      patch: '@@ -1 +1 @@\n-image: orders:1\n+image: orders:2',
    }),
    object('gone', 'remove'),
  ],
  risks: [
    {
      rule: 'workload-removed',
      severity: 'high',
      address: 'Deployment shop/gone',
      message: 'It no longer runs',
      why: 'Whoever uses it fails.',
    },
  ],
};
const dev: ManifestTarget = {
  path: 'gitops/apps/orders/overlays/dev',
  environment: 'dev',
  kind: 'kustomization',
  unchanged: 0,
  objects: [],
  risks: [],
  problem: 'It cannot be shown: kustomization.yaml: cannot build helmCharts',
};

const answer = (
  targets: ManifestTarget[],
  over: Partial<ManifestAnswer> = {},
  notes: string[] = [],
): ManifestAnswer => ({
  report: {
    baseSha: 'b'.repeat(40),
    headSha: detail().headSha,
    targets,
    notes,
  },
  source: { state: 'ok', source: { upstream: 'github' } },
  ...over,
});

const show = (getManifests: () => Promise<ManifestAnswer>, search = '') =>
  renderChanges(`/infra-prs/7/kubernetes${search}`, {
    get: async () => detail(),
    getManifests,
  });

/** The page loads its parts one by one, on a busy machine too. */
const SOON = { timeout: 10_000 };
const panel = () => screen.findByRole('region', { name: 'Kubernetes' }, SOON);
const list = () =>
  screen.findByRole('list', { name: `Objects of ${prod.path}` }, SOON);

jest.setTimeout(60_000);

describe('KubernetesPanel', () => {
  it('says what happens, what is at stake, and what cannot be shown', async () => {
    show(async () => answer([prod, dev], {}, ['Nothing else was looked at']));
    const region = within(await panel());
    expect(
      await region.findByText('1 added, 1 changed, 1 removed'),
    ).toBeInTheDocument();
    const target = within(region.getByRole('article', { name: prod.path }));
    expect(
      target.getByRole('heading', {
        name: '1 added, 1 changed, 1 removed, 4 unchanged',
      }),
    ).toBeInTheDocument();
    expect(target.getByText('It no longer runs.')).toBeInTheDocument();
    const [first] = target.getAllByRole('button', { expanded: false });
    expect(first).toHaveTextContent('− remove Deployment shop/gone');
    expect(first).toHaveTextContent('High');
    expect(region.getByText(/cannot build helmCharts\./)).toBeInTheDocument();
    expect(region.getByText('Nothing else was looked at.')).toBeInTheDocument();
  });

  it('opens fields first, and YAML before and after', async () => {
    show(async () => answer([prod]));
    await list();
    await userEvent.click(
      await screen.findByRole('button', {
        name: /change\s*Deployment shop\/orders/,
      }),
    );
    const fields = within(screen.getByRole('table', { name: 'Attributes' }));
    expect(fields.getByText('orders:2')).toBeInTheDocument();
    expect(fields.getAllByText('(sensitive)')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    // Colours split a line into parts.
    expect(await list()).toHaveTextContent('image: orders:2');
    await userEvent.click(
      screen.getByRole('button', { name: /remove\s*Deployment shop\/gone/ }),
    );
    expect(screen.getByText(/too long to be compared/)).toBeInTheDocument();
  });

  it('finds what a link asks for, and the object of a risk', async () => {
    show(async () => answer([prod, dev]), '?env=prod&action=add,change');
    const rows = within(await list());
    expect(rows.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByRole('article', { name: dev.path })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'in Deployment shop/gone' }),
    );
    expect(
      screen.getByText('No object here fits the filters.'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Find an object')).toHaveValue(
      'Deployment shop/gone',
    );
    await userEvent.click(screen.getByRole('button', { name: /^add 1/ }));
    await userEvent.click(screen.getByRole('button', { name: /^change 1/ }));
    expect(
      await screen.findByRole('button', { name: /remove\s*Deployment/ }, SOON),
    ).toBeInTheDocument();
  });

  it('keeps hundreds of objects out of the page until they are in sight', async () => {
    const many = Array.from({ length: 500 }, (_, n) => object(`n${n}`, 'add'));
    show(async () => answer([{ ...prod, objects: many, risks: [] }]));
    const rows = within(await list());
    expect(rows.queryAllByRole('listitem').length).toBeLessThan(60);
    expect(screen.getAllByText(/500 added/)).toHaveLength(2);
  });

  it('says that nothing changes', async () => {
    show(async () => answer([]));
    expect(
      await screen.findByText('No Kubernetes manifests change.', {}, SOON),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again when asked', async () => {
    let fails = true;
    show(async () => {
      if (fails) throw new Error('GitHub answered with 502');
      return answer([prod]);
    });
    expect(await screen.findAllByText(/502/, {}, SOON)).not.toHaveLength(0);
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('It no longer runs.')).toBeInTheDocument();
  });

  it('says when what it shows is old', async () => {
    show(async () =>
      answer([prod], {
        source: {
          state: 'stale',
          source: { upstream: 'github' },
          message: 'GitHub did not answer',
        },
      }),
    );
    expect(
      await screen.findByText(/GitHub did not answer/, {}, SOON),
    ).toBeInTheDocument();
  });
});
