import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { PreviewField } from './PreviewField';
import { complaintsOf } from '../__testUtils__/validate';
import { validatePreview } from './validatePreview';

const file = (repository: string, path: string, content: string) => ({
  repository,
  path,
  content,
  size: content.length,
  binary: false,
  truncated: false,
});

const STALE = /This is the preview of the earlier ones/;
const comparison = { branch: 'main' };
const files = [
  file('infrastructure', 'catalog/order-mailer.yaml', 'kind: Component\n'),
  file('infrastructure', 'terraform/live/dev/main.tf', 'locals {}\n'),
  file('service', 'main.go', 'package main\n\nfunc main() {}\n'),
];

describe('PreviewField', () => {
  it('shows every file that will be written, by keyboard too', async () => {
    const asked: unknown[] = [];
    const values = renderField(PreviewField, {
      formData: { name: 'order-mailer' },
      answer: async (_, body) => {
        asked.push(body);
        return json({ files, comparison });
      },
    });
    expect(
      await screen.findByText(/3 new files in 2 repositories/),
    ).toBeVisible();
    expect(asked).toEqual([
      {
        templateRef: 'template:default/worker',
        values: { name: 'order-mailer' },
      },
    ]);
    expect(values).toEqual(['loading', 'ready']);

    const tree = screen.getByRole('tree', { name: 'Files' });
    expect(
      within(tree).getByRole('treeitem', { name: 'terraform/live/dev' }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('region', { name: 'catalog/order-mailer.yaml' }),
    ).toHaveTextContent('kind: Component');

    await userEvent.click(
      within(tree).getByRole('treeitem', { name: 'main.tf' }),
    );
    expect(
      screen.getByRole('region', { name: 'terraform/live/dev/main.tf' }),
    ).toHaveTextContent('locals {}');

    await userEvent.keyboard('{End}');
    expect(screen.getByRole('region', { name: 'main.go' })).toHaveTextContent(
      'func main() {}',
    );
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(
      within(tree).queryByRole('treeitem', { name: 'main.tf' }),
    ).not.toBeInTheDocument();
  });

  it('says which answer has to change', async () => {
    const values = renderField(PreviewField, {
      pages: [
        {
          title: 'The service',
          schema: { properties: { name: { title: 'Name' } } },
        },
        {
          title: 'Where it runs',
          schema: { properties: { environments: { title: 'Environments' } } },
        },
      ],
      answer: async () =>
        json(
          {
            error: {
              name: 'InputError',
              message: `environments holds 'mars', which there is not`,
            },
            response: { statusCode: 400 },
          },
          400,
        ),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      `Change "Environments"environments holds 'mars', which there is not. Your other answers are kept.`,
    );
    expect(
      within(alert).getByRole('button', { name: 'Go to "Where it runs"' }),
    ).toBeVisible();
    expect(values.at(-1)).toBe('refused');
  });

  it('lets a broken preview be tried again', async () => {
    let broken = true;
    renderField(PreviewField, {
      answer: async () =>
        broken
          ? json({ error: { name: 'NotFoundError', message: 'gone' } }, 404)
          : json({ files, comparison }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('gone');
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/3 new files/)).toBeVisible();
  });

  it('shows changes, findings and cost, and holds the form for an error', async () => {
    const diff = [
      '='.repeat(67),
      '--- a/catalog/order-mailer.yaml',
      '+++ b/catalog/order-mailer.yaml',
      '@@ -1,1 +1,1 @@',
      '-kind: Resource',
      '+kind: Component',
      '',
    ].join('\n');
    const range = { low: 3.4, high: 48 };
    const values = renderField(PreviewField, {
      answer: async () =>
        json({
          comparison,
          files: [
            { ...files[0], status: 'changed', diff },
            { ...files[1], status: 'unchanged' },
            { ...files[2], status: 'new-repository' },
          ],
          findings: [
            {
              id: 'note',
              severity: 'info',
              file: 'catalog/order-mailer.yaml',
              message: 'Has no docs',
              reason: 'Readers look for them',
            },
            {
              id: 'sqs-encryption',
              severity: 'error',
              file: 'terraform/live/dev/main.tf',
              line: 1,
              message: 'The queue is not encrypted',
              reason: 'Messages hold personal data',
              fix: 'Set sqs_managed_sse_enabled',
            },
          ],
          cost: {
            currency: 'USD',
            asOf: '2026-05-01',
            total: range,
            environments: [
              {
                ...range,
                environment: 'dev',
                region: 'eu-west-1',
                items: [
                  {
                    ...range,
                    item: 'Queue dev-orders',
                    resource: 'module.queue',
                    assumes: '1 M requests',
                  },
                ],
              },
            ],
            notEstimated: ['Data transfer: it depends on callers'],
            note: 'Free tiers are not counted.',
          },
        }),
    });
    expect(
      await screen.findByText(/1 new file, 1 changed, 1 unchanged/),
    ).toBeVisible();
    expect(values.at(-1)).toBe('blocked');
    const region = () =>
      screen.getByRole('region', { name: 'catalog/order-mailer.yaml' });
    expect(region()).toHaveTextContent('kind: Resource');
    await userEvent.click(screen.getByRole('button', { name: 'Whole file' }));
    expect(region()).not.toHaveTextContent('kind: Resource');

    const tree = within(screen.getByRole('tree', { name: 'Files' }));
    expect(
      tree.getByRole('treeitem', { name: 'main.tf, unchanged' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Only changes/ }),
    );
    expect(tree.queryByText('main.tf')).not.toBeInTheDocument();

    const checks = within(screen.getByRole('region', { name: 'Checks' }));
    expect(checks.getByText('1 error blocks this')).toBeVisible();
    expect(checks.getAllByRole('listitem')[0]).toHaveTextContent(
      'The queue is not encrypted.Messages hold personal data. Set sqs_managed_sse_enabled.',
    );
    await userEvent.click(
      checks.getByRole('button', { name: 'terraform/live/dev/main.tf:1' }),
    );
    expect(
      within(
        screen.getByRole('region', { name: 'terraform/live/dev/main.tf' }),
      ).getByText('locals {}'),
    ).toHaveAttribute('aria-current', 'location');

    const cost = within(screen.getByRole('region', { name: 'Cost' }));
    expect(cost.getByText('$3.40 – $48 a month')).toBeVisible();
    expect(
      cost.getByText(
        /2026-05-01. Free tiers are not counted. Not in it: Data transfer: it/,
      ),
    ).toBeVisible();
    await userEvent.click(cost.getByRole('button', { name: 'dev' }));
    expect(cost.getByText('1 M requests')).toBeVisible();
  });

  it('shows the preview of earlier answers as such until there is a new one', async () => {
    let release = () => {};
    const values = renderField<string>(
      function Answers(props) {
        const [name, setName] = useState('order-mailer');
        const formContext = { formData: { name } };
        return (
          <>
            <button onClick={() => setName('order-quotes')}>Change</button>
            <PreviewField {...props} formContext={formContext} />
          </>
        );
      },
      {
        answer: async (_, body) => {
          if (JSON.stringify(body).includes('order-quotes')) {
            await new Promise<void>(resolve => {
              release = resolve;
            });
            return json({ files: files.slice(0, 1), comparison });
          }
          return json({ files, comparison });
        },
      },
    );
    expect(await screen.findByText(/3 new files/)).toBeVisible();
    expect(screen.queryByText(STALE)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(await screen.findByText(STALE)).toBeVisible();
    expect(screen.getByText(/3 new files/)).toBeVisible();
    expect(values.at(-1)).toBe('loading');
    release();
    expect(await screen.findByText(/1 new file in/)).toBeVisible();
    expect(screen.queryByText(STALE)).not.toBeInTheDocument();
    expect(values.at(-1)).toBe('ready');
  });

  it('says why it could not compare', async () => {
    const values = renderField(PreviewField, {
      answer: async () =>
        json({
          files,
          comparison: {
            problem: 'The Git host could not be reached',
            fix: 'Try again in a while',
          },
        }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Not compared with .*: The Git host could not be reached/,
    );
    expect(screen.getByText(/^3 files in 2 repositories/)).toBeVisible();
    expect(values.at(-1)).toBe('ready');
  });

  it.each([
    ['refused', 1],
    ['blocked', 1],
    ['loading', 1],
    ['ready', 0],
    ['unavailable', 0],
  ])('holds the form while the preview is %s: %d', async (state, errors) => {
    expect(await complaintsOf(validatePreview, state)).toHaveLength(errors);
  });
});
