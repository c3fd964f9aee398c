import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail, filesOf } from '../../../__testUtils__/changes';
import { renderChanges } from '../../../__testUtils__/renderChanges';

jest.setTimeout(60_000);

const file = (path: string, over: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  status: 'modified',
  additions: 1,
  deletions: 1,
  patch: '@@ -1,2 +1,2 @@\n same\n-old\n+new',
  ...over,
});

const files = [
  file('terraform/main.tf'),
  file('terraform/secret.tf', {
    patch: '@@ -0,0 +1 @@\n+admin = true # \u202e eurt',
  }),
  file('yarn.lock'),
  file('logo.png', { patch: undefined, additions: 0, deletions: 0 }),
];

beforeEach(() => localStorage.clear());

async function show(query = '', of: ChangedFile[] = files) {
  renderChanges(`/infra-prs/7/files${query}`, {
    get: async () => detail(),
    getFiles: async () => filesOf(of),
  });
  return within(await screen.findByRole('region', { name: /^Files/ }));
}

const header = (panel: Awaited<ReturnType<typeof show>>, name: RegExp) =>
  within(panel.getByRole('group', { name: 'Differences' })).getByRole(
    'button',
    { name },
  );

describe('the files of a change', () => {
  it('shows lines, says what has none, and leaves closed what a program wrote', async () => {
    const panel = await show();
    expect(header(panel, /main.tf/)).toHaveAttribute('aria-expanded', 'true');
    expect(header(panel, /yarn.lock/)).toHaveTextContent(
      'Written by a program',
    );
    expect(header(panel, /yarn.lock/)).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    expect(
      panel.getByText(/A binary file: it has no lines/),
    ).toBeInTheDocument();
    expect(panel.getByRole('button', { name: 'Added line 2' })).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Close all' }));
    expect(panel.queryByText('same')).not.toBeInTheDocument();
  });

  it('shows the characters that would hide or turn text around', async () => {
    const panel = await show();
    expect(header(panel, /secret.tf/)).toHaveTextContent(
      'Holds hidden characters',
    );
    const mark = await panel.findByText('\\u{202e}');
    expect(mark).toHaveClass('hidden-character');
    expect(document.body.textContent).not.toContain('\u202e');
  });

  it('opens the file and marks the line that a link names', async () => {
    const panel = await show('?view=split#file=yarn.lock&line=L2');
    expect(header(panel, /yarn.lock/)).toHaveAttribute('aria-expanded', 'true');
    const lines = await panel.findAllByRole('button', {
      name: 'Removed line 2',
    });
    const [chosen, ...others] = lines.flatMap(
      line => line.closest('.chosen') ?? [],
    );
    expect(chosen).toHaveTextContent('old2+new');
    expect(chosen.closest('[data-file]')).toHaveAttribute(
      'data-file',
      'yarn.lock',
    );
    expect(others).toEqual([]);
  });

  it('is filtered by the URL and walked through by keys', async () => {
    const panel = await show('?filter=TERRA');
    expect(panel.queryByText('yarn.lock')).not.toBeInTheDocument();
    await userEvent.click(header(panel, /main.tf/));
    await userEvent.keyboard('j');
    expect(header(panel, /secret.tf/)).toHaveFocus();
    await userEvent.keyboard('k');
    expect(header(panel, /main.tf/)).toHaveFocus();
    await userEvent.click(panel.getByLabelText('Find a file'));
    await userEvent.keyboard('j');
    expect(panel.getByLabelText('Find a file')).toHaveValue('TERRAj');
  });

  it('ticks files off, which closes them', async () => {
    const panel = await show();
    await userEvent.click(
      panel.getByRole('checkbox', { name: 'Viewed terraform/main.tf' }),
    );
    expect(header(panel, /main.tf/)).toHaveAttribute('aria-expanded', 'false');
    expect(panel.getByText('1 of 4 viewed')).toBeInTheDocument();
  });

  it('keeps 300 files and 20,000 lines quick: only what is in sight is there', async () => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(40);
    const lines = Array.from({ length: 20_000 }, (_, n) => `+line ${n}`);
    const patch = `@@ -0,0 +1,20000 @@\n${lines.join('\n')}`;
    const many = Array.from({ length: 300 }, (_, n) => file(`many/${n}.tf`));
    const long = file('long.tf', { patch, additions: 2_000 });
    const panel = await show('', [long, ...many]);
    const differences = panel.getByRole('group', { name: 'Differences' });
    await panel.findByText('line 5');
    const shown = differences.querySelectorAll('[data-file]');
    expect(shown.length).toBeLessThan(150);
    jest.restoreAllMocks();
  });
});
