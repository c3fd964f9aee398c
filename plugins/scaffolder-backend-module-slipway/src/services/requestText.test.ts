import { parseRequestMetadata } from '@slipway/plugin-infra-prs-common';
import fc from 'fast-check';
import { hostileText } from '../__testUtils__/fuzz/hostileText';
import { pullRequestBody } from './requestText';

const textWith = (summary: string) => ({
  title: 'Add order-mailer to dev',
  summary,
  metadata: {
    version: 1 as const,
    id: 'go-service-order-mailer',
    template: 'template:default/go-service',
    templateVersion: '1',
    requester: 'user:default/olivia',
    entity: 'component:default/order-mailer',
    environments: ['dev'],
    parameters: { description: summary },
  },
});

/** The body but for its first line and the metadata. */
const frameOf = (body: string) => {
  const lines = body.split(/\r\n|[\n\r\u2028\u2029\u0085]/);
  return lines.slice(1, lines.indexOf('<!-- slipway:request'));
};

describe('the body of a pull request', () => {
  const plain = frameOf(pullRequestBody(textWith('Mails about orders')));

  it('holds hostile text as one line of words, and gives it back as it was', () => {
    fc.assert(
      fc.property(hostileText, summary => {
        const text = textWith(summary);
        const body = pullRequestBody(text);
        expect(frameOf(body)).toEqual(plain);
        const [first] = body.split('\n');
        expect(first).not.toMatch(/[<@]|(?<!\\)[`[\]]/);
        expect(body.match(/<!--/g)).toHaveLength(1);
        expect(body.match(/-->/g)).toHaveLength(1);
        expect(parseRequestMetadata(body)).toEqual(text.metadata);
      }),
      { numRuns: 1_000 },
    );
  });
});
