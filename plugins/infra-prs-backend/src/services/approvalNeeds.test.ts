import { environment } from '../__testUtils__/facts';
import { approvalNeeds } from './approvalNeeds';
import { Person } from './approvers';

const person = (name: string, ...groups: string[]): Person => ({
  login: name,
  userEntityRef: `user:default/${name}`,
  ownershipEntityRefs: groups.map(group => `group:default/${group}`),
});
const group = (name: string) => `group:default/${name}`;

function reviewed(count: number, groups: string[] = [], approvers = ['infra']) {
  return {
    ...environment('prod', 'reviewed', approvers.map(group)),
    approvals: { count, groups: groups.map(group) },
  };
}

const ann = person('ann', 'infra', 'security');
const bob = person('bob', 'infra');
const cid = person('cid', 'security');
const eve = person('eve', 'marketing');

describe('approvalNeeds', () => {
  it.each([
    ['one, as by default', reviewed(1), [bob], undefined],
    ['none given', reviewed(1), [], 'PROD needs 1 more approval, from infra'],
    [
      'an outsider',
      reviewed(1),
      [eve],
      'PROD needs 1 more approval, from infra',
    ],
    [
      'one of two',
      reviewed(2),
      [bob],
      'PROD needs 1 more approval, from infra',
    ],
    [
      'the same person twice',
      reviewed(2),
      [bob, { ...bob, login: 'bob-2' }],
      'PROD needs 1 more approval, from infra',
    ],
    ['two of two', reviewed(2), [ann, bob], undefined],
    [
      'two, but none of a group that has to give one',
      reviewed(2, ['security']),
      [bob, person('dan', 'infra')],
      'PROD needs 1 more approval, from security',
    ],
    [
      'a group that approves beside the approvers',
      reviewed(2, ['security']),
      [bob, cid],
      undefined,
    ],
    [
      'one person in two groups, who speaks for one of them',
      reviewed(1, ['infra', 'security']),
      [ann],
      'PROD needs 1 more approval, from security',
    ],
    [
      'one person in two groups, moved to the other for somebody else',
      reviewed(1, ['infra', 'security']),
      [ann, bob],
      undefined,
    ],
    [
      'nobody for two groups and a third',
      reviewed(3, ['infra', 'security']),
      [],
      'PROD needs 3 more approvals, 2 from infra and security, the rest from infra or security',
    ],
    ['anyone where nobody is named', reviewed(1, [], []), [eve], undefined],
    [
      'nobody where nobody is named',
      reviewed(1, [], []),
      [],
      'PROD needs 1 more approval, from anyone but who asked for it',
    ],
    [
      'an environment that is not reviewed',
      environment('dev', 'none', [group('infra')]),
      [],
      undefined,
    ],
  ])('%s', (_, env, people, missing) => {
    const [need] = approvalNeeds([env], people);
    expect(need.missing).toBe(missing);
  });

  it('counts for each environment by itself', () => {
    const audit = environment('audit', 'reviewed', [group('security')]);
    const needs = approvalNeeds([reviewed(1), audit], [bob]);
    expect(needs.map(({ given, missing }) => [given, missing])).toEqual([
      [['bob'], undefined],
      [[], 'AUDIT needs 1 more approval, from security'],
    ]);
  });
});
