import { SeededRandom } from '../SeededRandom';
import {
  causeOf,
  errorAttributes,
  FAILURE_CAUSES,
  spoil,
} from './failureCauses';
import { messageBody } from './messageBody';

const body = messageBody('OrderCreated', 0, new SeededRandom(1));

describe('causes of failure', () => {
  it.each(FAILURE_CAUSES)('finds %s in what was spoiled for it', cause => {
    expect(causeOf(spoil(body, cause))).toBe(cause);
  });

  it.each(['null', '{', '[]', '{"eventVersion":1}'])('cannot read %s', text =>
    expect(causeOf(text)).toBe('unreadable-body'),
  );

  it('writes no more onto a message than SQS lets it have', () => {
    for (const cause of FAILURE_CAUSES) {
      const attributes = errorAttributes(cause);
      expect(Object.keys(attributes).length).toBeLessThan(10);
      expect(JSON.stringify(attributes).length).toBeLessThan(2_000);
    }
  });
});
