import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail } from '../../../__testUtils__/changes';
import { event, timelineOf } from '../../../__testUtils__/follow';
import { renderChanges } from '../../../__testUtils__/renderChanges';

const timeline = timelineOf({
  events: [
    event(),
    event({
      id: 'approved',
      kind: 'approved',
      text: 'Approved by pat',
      actor: { entityRef: 'user:default/pat', login: 'pat' },
    }),
    event({
      id: 'applied',
      kind: 'applied',
      outcome: 'failure',
      text: 'It could not be applied',
      url: 'http://github.test/check/1',
    }),
  ],
});

const texts = async () => {
  const list = await screen.findByRole('list', {
    name: 'History, newest first',
  });
  return within(list)
    .queryAllByRole('listitem')
    .map(item => item.textContent);
};

describe('the history of a change', () => {
  it('says who did what, newest first, and can be narrowed down', async () => {
    renderChanges('/infra-prs/7/history', {
      get: async () => detail(),
      getTimeline: async () => timeline,
    });
    expect(await texts()).toEqual([
      expect.stringMatching(/^Failed: It could not be applied.*on GitHub/),
      expect.stringMatching(/^Approved by pat.*pat$/),
      expect.stringMatching(/^It was opened/),
    ]);
    expect(screen.getByRole('link', { name: /pat/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/pat',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Decisions' }));
    expect(await texts()).toHaveLength(1);
    await userEvent.click(
      screen.getByRole('button', { name: 'Checks and plan' }),
    );
    expect(
      await screen.findByText('Nothing of this kind has happened.'),
    ).toBeInTheDocument();
  });

  it('says what could not be read', async () => {
    renderChanges('/infra-prs/7/history', {
      get: async () => detail(),
      getTimeline: async () => ({
        ...timeline,
        gaps: ["GitHub's timeline: it has not answered yet"],
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "GitHub's timeline: it has not answered yet.",
    );
    expect(await texts()).toHaveLength(3);
  });

  it('is exported as it was answered', async () => {
    let saved: Blob | undefined;
    const createObjectURL = jest.fn((file: Blob) => {
      saved = file;
      return 'blob:x';
    });
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    renderChanges('/infra-prs/7/history', {
      get: async () => detail(),
      getTimeline: async () => timeline,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export JSON' }),
    );
    await waitFor(() => expect(createObjectURL).toHaveBeenCalled());
    const text = await saved?.text();
    expect(JSON.parse(String(text))).toEqual(timeline);
  });
});
