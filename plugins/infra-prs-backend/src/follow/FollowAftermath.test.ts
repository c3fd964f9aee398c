import { ChangeRollout } from '@slipway/plugin-infra-prs-common';
import { environmentRollouts } from './FollowAftermath';

const row = (
  environment: string,
  state: ChangeRollout['state'],
  at?: string,
): ChangeRollout => ({ environment, state, at, text: `It is ${state}` });

describe('environmentRollouts', () => {
  it.each([
    [[], []],
    [[row('dev', 'skipped')], ['dev none']],
    [[row('dev', 'skipped'), row('dev', 'live')], ['dev succeeded']],
    [[row('dev', 'live'), row('dev', 'running')], ['dev running']],
    [[row('dev', 'live'), row('dev', 'superseded')], ['dev superseded']],
    [
      [row('dev', 'failed'), row('prod', 'unknown')],
      ['dev failed', 'prod waiting'],
    ],
    [[row('dev', 'live'), row('prod', 'unknown')], undefined],
    [
      [row('dev', 'waiting'), row('prod', 'live')],
      ['dev waiting', 'prod succeeded'],
    ],
  ])('of %j are %j', (rows, expected) => {
    const found = environmentRollouts(rows);
    expect(found?.map(r => `${r.environment} ${r.state}`)).toEqual(expected);
  });

  it('end when the last of an environment has', () => {
    const rows = [
      row('dev', 'live', '2026-01-01'),
      row('dev', 'live', '2026-01-02'),
    ];
    expect(environmentRollouts(rows)?.[0].at).toBe('2026-01-02');
  });
});
