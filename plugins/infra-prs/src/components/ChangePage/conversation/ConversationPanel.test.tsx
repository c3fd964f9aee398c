import { ChangeConversation } from '@slipway/plugin-infra-prs-common';
import { ConflictError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail, filesOf, silence } from '../../../__testUtils__/changes';
import { renderChanges } from '../../../__testUtils__/renderChanges';

jest.setTimeout(60_000);
beforeEach(() => sessionStorage.clear());

const by = (login: string, body: string, isBot = false) => ({
  id: body.length,
  author: { login, isBot },
  body,
  createdAt: '2026-01-01T00:00:00Z',
  edited: false,
  url: 'http://github.test/c',
});
const PATH = 'terraform/live/prod/services/order-mailer/main.tf';
const said: ChangeConversation = {
  ...silence,
  comments: [
    by('sam', 'Hello <img src=x onerror=alert(1)> **you** \u202e'),
    by('ci', 'Many words of a bot', true),
  ],
  reviews: [{ ...by('pat', 'Please rename it'), state: 'CHANGES_REQUESTED' }],
  threads: [
    {
      id: 5,
      path: PATH,
      side: 'RIGHT',
      line: 1,
      outdated: false,
      resolved: false,
      comments: [by('pat', 'Why this?')],
    },
  ],
  unresolved: 1,
};

describe('the conversation of a change', () => {
  it('shows what people said, folds bots away, and lets no HTML through', async () => {
    renderChanges('/infra-prs/7/conversation', {
      get: async () => detail(),
      getConversation: async () => said,
    });
    const panel = await screen.findByRole('region', { name: 'Conversation' });
    expect(panel).toHaveTextContent('1 of 1 threads are not resolved.');
    expect(panel).toHaveTextContent('pat asked for changes');
    expect(panel).toHaveTextContent('\\u{202e}');
    expect(panel.querySelector('img')).toBeNull();
    expect(panel.querySelector('strong')).not.toBeNull();
    expect(panel).not.toHaveTextContent('Many words of a bot');
    await userEvent.click(within(panel).getByRole('button', { name: 'Show' }));
    expect(panel).toHaveTextContent('Many words of a bot');
    expect(
      within(panel).getByRole('link', { name: /main.tf, line 1/ }),
    ).toHaveAttribute(
      'href',
      `/infra-prs/7/files#file=${encodeURIComponent(PATH)}&line=1`,
    );
  });

  it('resolves a thread, and keeps a reply that GitHub refused', async () => {
    const say = jest
      .fn()
      .mockResolvedValueOnce({ ...said, unresolved: 0 })
      .mockRejectedValue(new ConflictError('GitHub refused to reply'));
    renderChanges('/infra-prs/7/conversation', {
      get: async () => detail(),
      getConversation: async () => said,
      say,
    });
    const thread = within(
      await screen.findByRole('region', { name: `Thread on ${PATH}` }),
    );
    await userEvent.click(thread.getByRole('button', { name: 'Resolve' }));
    expect(
      await screen.findByText('All threads are resolved.'),
    ).toBeInTheDocument();
    await userEvent.click(thread.getByRole('button', { name: 'Reply' }));
    await userEvent.click(thread.getByLabelText('Your reply'));
    await userEvent.paste('Because');
    await userEvent.click(thread.getByRole('button', { name: 'Reply' }));
    expect(
      await thread.findByText('GitHub refused to reply'),
    ).toBeInTheDocument();
    expect(thread.getByLabelText('Your reply')).toHaveValue('Because');
    expect(say.mock.calls.map(([, saying]) => saying)).toEqual([
      { verb: 'resolve', thread: 5, command: { resolved: true } },
      { verb: 'reply', thread: 5, command: { body: 'Because' } },
    ]);
  });

  it('is held in the files too, where a line can be spoken of', async () => {
    const say = jest.fn(async () => said);
    renderChanges('/infra-prs/7/files', {
      get: async () => detail(),
      getFiles: async () => filesOf(),
      getConversation: async () => said,
      say,
    });
    const panel = within(await screen.findByRole('region', { name: /^Files/ }));
    expect(await panel.findByText('Why this?')).toBeInTheDocument();
    await userEvent.click(panel.getByRole('button', { name: 'Added line 2' }));
    await userEvent.click(panel.getByLabelText('Your comment on line 2'));
    await userEvent.paste('And this?');
    await userEvent.click(panel.getByRole('button', { name: 'Comment' }));
    expect(say).toHaveBeenCalledWith(
      7,
      {
        verb: 'begin',
        command: {
          headSha: detail().headSha,
          path: PATH,
          side: 'RIGHT',
          line: 2,
          body: 'And this?',
        },
      },
      'token-of-pat',
    );
    expect(panel.getByLabelText('Your comment on line 2')).toHaveValue('');
  });
});
