import { QuietHours } from './QuietHours';

const berlin = QuietHours.of({
  from: '22:00',
  to: '07:00',
  timezone: 'Europe/Berlin',
});
const siesta = QuietHours.of({ from: '13:00', to: '15:30', timezone: 'UTC' });

describe('QuietHours', () => {
  it.each([
    ['in the evening', berlin, '2026-11-28T21:30:20Z', '2026-11-29T06:00:00Z'],
    ['at its first minute', berlin, '2026-11-28T21:00Z', '2026-11-29T06:00Z'],
    ['past midnight', berlin, '2026-11-29T00:10Z', '2026-11-29T06:00Z'],
    [
      'before clocks go forward',
      berlin,
      '2026-03-28T22:00Z',
      '2026-03-29T05:00Z',
    ],
    ['before clocks go back', berlin, '2026-10-24T21:00Z', '2026-10-25T06:00Z'],
    ['within a day', siesta, '2026-11-28T15:29:59Z', '2026-11-28T15:30Z'],
    ['when it is over', berlin, '2026-11-29T06:00Z', undefined],
    ['at noon', berlin, '2026-11-29T11:00Z', undefined],
    ['before a window within a day', siesta, '2026-11-28T12:59Z', undefined],
    ['after a window within a day', siesta, '2026-11-28T15:30Z', undefined],
  ])('%s', (_, hours, now, expected) => {
    const end = hours.endOf(Date.parse(now));
    expect(end).toBe(expected && Date.parse(expected));
  });
});
