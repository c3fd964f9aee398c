import { peekedMessage, peekResponse } from './__fixtures__/peekedMessages';
import { mergeSamples, withoutMessages } from './mergeSamples';

const messages = Array.from({ length: 30 }, (_, index) => peekedMessage(index));
const first = peekResponse(messages.slice(0, 20), 100);

describe('mergeSamples', () => {
  it('counts each message once, in its group, as it was seen last', () => {
    const again = { ...messages[0], receiveCount: 9 };
    const look = peekResponse([again, ...messages.slice(15)], 90);
    const both = mergeSamples(first, look);
    expect(both.messages).toHaveLength(30);
    expect(both.total).toBe(90);
    expect(both.messages.find(({ id }) => id === again.id)).toEqual(again);
    expect(both.groups.map(({ count }) => count)).toEqual([18, 6, 6]);
    expect(both.groups[0].firstSentAt).toBe(first.groups[0].firstSentAt);
    expect(both.groups[0].lastSentAt).toBe(look.groups[0].lastSentAt);
  });
});

describe('withoutMessages', () => {
  it('drops messages, and groups that have none left', () => {
    const gone = new Set(
      first.messages
        .filter(({ fingerprint }) => fingerprint !== 'shape')
        .map(({ id }) => id),
    );
    const rest = withoutMessages(first, gone);
    expect(rest.groups.map(({ fingerprint }) => fingerprint)).toEqual([
      'shape',
    ]);
    expect(rest.messages).toHaveLength(4);
  });
});
