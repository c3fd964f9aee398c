import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { formatRelativeTime } from './formatRelativeTime';
import { RelativeTime } from './RelativeTime';

describe('formatRelativeTime', () => {
  it.each([
    [-2_000, 'just now'],
    [-40_000, '40 seconds ago'],
    [-200_000, '3 minutes ago'],
    [-26 * 3_600_000, 'yesterday'],
    [2 * 3_600_000, 'in 2 hours'],
    [-800 * 86_400_000, '2 years ago'],
  ])('%d ms is %s', (offset, expected) => {
    expect(formatRelativeTime(1e12 + offset, 1e12)).toBe(expected);
  });
});

describe('RelativeTime', () => {
  it('carries the exact time, and survives a bad one', async () => {
    const value = new Date(Date.now() - 3 * 60_000).toISOString();
    renderInTestApp(
      <>
        <RelativeTime value={value} />
        <RelativeTime value="soon" />
      </>,
    );
    const time = await screen.findByText('3 minutes ago');
    expect(time).toHaveAttribute('datetime', value);
    expect(time).toHaveAttribute('aria-label', expect.stringMatching(/\d{4}/));
    expect(screen.getByText('unknown time')).toBeInTheDocument();
  });
});
