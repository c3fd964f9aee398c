import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { alignSeries, isAlone } from './alignSeries';
import { Sparkline } from './Sparkline';
import { TimeSeriesChart } from './TimeSeriesChart';

const at = (minute: number, value?: number) => ({
  time: minute * 60_000,
  value,
});

describe('alignSeries', () => {
  it('puts series on one axis, with gaps and zeros told apart', () => {
    const { times, values } = alignSeries([
      [at(0, 1), at(1), at(2, 0)],
      [at(1, 5), at(3, 6)],
    ]);
    expect(times).toEqual([0, 60_000, 120_000, 180_000]);
    expect(values).toEqual([
      [1, null, 0, null],
      [null, 5, null, 6],
    ]);
    expect(values[0].map((_, i) => isAlone(values[0], i))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('charts', () => {
  it('draw data under an accessible name, and say when there is none', async () => {
    renderInTestApp(
      <>
        <TimeSeriesChart
          title="Messages"
          description="Waiting in the queue"
          series={[{ label: 'visible', points: [at(0, 1), at(1, 2)] }]}
        />
        <TimeSeriesChart
          title="Age"
          series={[{ label: 'age', points: [at(0), at(1)] }]}
        />
      </>,
    );
    expect(
      await screen.findByRole('figure', { name: 'Messages' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('figure', { name: 'Age' })).toHaveTextContent(
      'No data in this period',
    );
  });

  it('breaks a sparkline where there is no data', async () => {
    renderInTestApp(
      <Sparkline
        label="Depth, recent"
        points={[at(0, 0), at(1, 4), at(2), at(3, 2), at(4, 0)]}
      />,
    );
    const image = await screen.findByRole('img', { name: 'Depth, recent' });
    expect(image.querySelector('path')).toHaveAttribute(
      'd',
      'M0.0 24.0L25.0 0.0M75.0 12.0L100.0 24.0',
    );
  });
});
