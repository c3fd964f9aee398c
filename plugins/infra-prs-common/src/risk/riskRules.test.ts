import { riskRules } from './riskRules';

describe('riskRules', () => {
  it('has rules in full sentences, with known words to fill in', () => {
    for (const { id, types, message, why } of riskRules) {
      expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
      expect(types.length).toBeGreaterThan(0);
      expect(message).not.toMatch(/\.$/);
      expect(why).toMatch(/\.$/);
      expect(
        message.replace(/\{(before|after|path|detail)\}/g, ''),
      ).not.toMatch(/[{}]/);
    }
  });
});
