import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { PreviewField } from './PreviewField';
import { validatePreview } from './validatePreview';

const file = (repository: string, path: string, content: string) => ({
  repository,
  path,
  content,
  size: content.length,
  binary: false,
  truncated: false,
});

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
        return json({ files });
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
      `One answer has to changeenvironments holds 'mars', which there is not. Go back and change it`,
    );
    expect(values.at(-1)).toBe('refused');
  });

  it('lets a broken preview be tried again', async () => {
    let broken = true;
    renderField(PreviewField, {
      answer: async () =>
        broken
          ? json({ error: { name: 'NotFoundError', message: 'gone' } }, 404)
          : json({ files }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('gone');
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/3 new files/)).toBeVisible();
  });

  it.each([
    ['refused', 1],
    ['loading', 1],
    ['ready', 0],
    ['unavailable', 0],
  ])('holds the form while the preview is %s: %d', (state, errors) => {
    const addError = jest.fn();
    const field: unknown = { addError };
    validatePreview(
      state,
      field as Parameters<typeof validatePreview>[1],
      {} as Parameters<typeof validatePreview>[2],
    );
    expect(addError).toHaveBeenCalledTimes(errors);
  });
});
