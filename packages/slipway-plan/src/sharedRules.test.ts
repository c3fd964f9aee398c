import { readPolicyRules } from '@slipway/infrastructure-code';
import { riskRules } from '@slipway/plugin-infra-prs-common';

describe('rules of changes and the policy of the templates', () => {
  it('say the same thing once: what a rule of changes covers is a rule of the policy about the same resources', async () => {
    const policy = new Map(
      (await readPolicyRules()).map(rule => [rule.id, rule]),
    );
    const covering = riskRules.filter(({ covers }) => covers);
    expect(covering.length).toBeGreaterThan(8);
    for (const { coversBeside = [] } of riskRules) {
      expect([...policy.keys()]).toEqual(
        expect.arrayContaining([...coversBeside]),
      );
    }
    for (const { id, types, covers = [] } of covering) {
      for (const covered of covers) {
        const targets = policy.get(covered)?.target.resource ?? [];
        const shared = targets.filter(type => types.includes(type));
        expect({ id, covered, shared }).not.toMatchObject({ shared: [] });
      }
    }
  });

  it('have no id in common, so that a rule is one thing', async () => {
    const ids = new Set(riskRules.map(({ id }) => id));
    const both = (await readPolicyRules()).filter(({ id }) => ids.has(id));
    expect(both).toEqual([]);
  });
});
