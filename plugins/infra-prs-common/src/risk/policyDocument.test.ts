import { matches } from './policyDocument';

describe('policy documents', () => {
  it.each([
    ['*', 'x', true],
    ['sqs:*', 'sqs:Send', true],
    ['sqs:*', 'sqs:*', true],
    ['sqs:Send', 'sqs:*', false],
    ['s?s:a', 'sqs:a', true],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1b2', false],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b', false],
    [`${'*a'.repeat(200)}b`, 'a'.repeat(5_000), false],
  ])('matches patterns of policies: %s and %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });
});
