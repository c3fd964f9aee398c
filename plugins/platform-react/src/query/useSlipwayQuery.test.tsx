import { useState } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SlipwayCard } from '../card/SlipwayCard';
import { SlipwayQueryProvider } from './SlipwayQueryProvider';
import { useSlipwayQuery } from './useSlipwayQuery';

interface Props {
  readonly load: (subject: string, range: string) => Promise<string>;
  readonly interval?: number;
}

function Card({ load, interval }: Props) {
  const [subject, setSubject] = useState('a');
  const [range, setRange] = useState('1h');
  const { data, isPending, error } = useSlipwayQuery({
    name: 'test.read',
    subject,
    parameters: { range },
    queryFn: () => load(subject, range),
    refetchInterval: interval ?? false,
  });
  return (
    <SlipwayCard title="Card" loading={isPending} error={error ?? undefined}>
      {data}
      <button onClick={() => setSubject('b')}>other entity</button>
      <button onClick={() => setRange('1d')}>longer range</button>
    </SlipwayCard>
  );
}

const render = (props: Props) =>
  renderInTestApp(
    <SlipwayQueryProvider>
      <Card {...props} />
    </SlipwayQueryProvider>,
  );

describe('useSlipwayQuery', () => {
  it('refreshes by itself without a loading state in between', async () => {
    let version = 0;
    render({
      interval: 20,
      load: async () => {
        version += 1;
        return `version ${version}`;
      },
    });
    await screen.findByText(/version 1/);
    await screen.findByText(/version 3/);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('keeps data while another range loads, never that of another entity', async () => {
    const never = new Promise<string>(() => {});
    render({
      load: async (subject, range) =>
        subject === 'a' && range === '1h' ? 'hour of a' : never,
    });
    await screen.findByText(/hour of a/);
    await userEvent.click(screen.getByText('longer range'));
    expect(screen.getByText(/hour of a/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('other entity'));
    expect(
      await screen.findByRole('status', { name: 'Loading Card' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/hour of a/)).not.toBeInTheDocument();
  });
});
