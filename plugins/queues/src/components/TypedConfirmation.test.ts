import { confirmationMismatch } from './TypedConfirmation';

const mismatch = (typed: string) => confirmationMismatch('orders-dlq', typed);

describe('confirmationMismatch', () => {
  it.each(['', 'orders', 'orders-dlq'])('has nothing against %p', typed => {
    expect(mismatch(typed)).toBeUndefined();
  });

  it.each([
    ['orders-dlq ', /space/],
    ['Orders-dlq', /letters differ/],
    ['orders-dlq2', /more than the name/],
    ['ordres', /from character 4 on/],
  ])('says what is wrong with %p', (typed, expected) => {
    expect(mismatch(typed)).toMatch(expected);
  });
});
