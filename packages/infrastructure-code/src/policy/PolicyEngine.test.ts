import { PolicyEngine } from './PolicyEngine';
import { PolicyRule } from './PolicyRule';
import { readPolicyRules } from './readPolicyRules';
import { UNKNOWN_TEXT } from './toPolicyValues';

const environment = { name: 'dev', protected: false };

/** What the engine says of a rule about these values. */
function outcome(deny: string, values: Readonly<Record<string, unknown>>) {
  const rule: PolicyRule = {
    id: 'rule',
    title: 'A rule',
    severity: 'error',
    target: { resource: ['x'] },
    deny,
    message: 'm',
    reason: 'r',
    fix: 'f',
  };
  const subject = { address: 'x.y', type: 'x', module: '', values };
  const { violations, undecided } = PolicyEngine.create([rule]).evaluate(
    [subject],
    environment,
  );
  if (violations.length > 0) return 'broken';
  return undecided.length > 0 ? 'undecided' : 'kept';
}

describe('PolicyEngine', () => {
  const values = {
    lost: UNKNOWN_TEXT,
    inner: { lost: UNKNOWN_TEXT },
    list: [UNKNOWN_TEXT, 'a'],
  };

  it.each([
    ['r.lost == "a"', 'undecided'],
    ['r.lost != "a"', 'undecided'],
    ['!(r.lost == r.inner.lost)', 'undecided'],
    ['field(r, "lost", "") == ""', 'undecided'],
    ['field(r, "lost.more", "") == ""', 'undecided'],
    ['field(r, "inner.lost", false) != true', 'undecided'],
    ['arnName(r.lost) == arnName(r.inner.lost)', 'undecided'],
    ['r.lost.endsWith("x")', 'undecided'],
    ['r.lost.exists(x, x == 1)', 'undecided'],
    ['!listOf(r.lost).all(x, x in ["b"])', 'undecided'],
    ['!(r.lost in ["b"])', 'undecided'],
    ['r.list.exists(x, x == "b")', 'undecided'],
    ['r.list.exists(x, x == "a")', 'broken'],
    ['!r.list.all(x, x in ["b"])', 'broken'],
    ['has(r.lost)', 'broken'],
    ['!has(r.lost)', 'kept'],
    ['r.lost == "a" || has(r.list)', 'broken'],
    ['r.lost == "a" && has(r.none)', 'kept'],
  ])('decides %s as far as it is known: %s', (deny, expected) => {
    expect(outcome(deny, values)).toBe(expected);
  });

  it('does not take two names that are not known for the same', async () => {
    const engine = PolicyEngine.create(await readPolicyRules());
    const queue = (
      address: string,
      more: Readonly<Record<string, unknown>>,
    ) => ({
      address,
      type: 'aws_sqs_queue',
      module: '',
      values: { name: UNKNOWN_TEXT, sqs_managed_sse_enabled: true, ...more },
    });
    const { violations } = engine.evaluate(
      [
        queue('aws_sqs_queue.main', {
          redrive_policy: { deadLetterTargetArn: UNKNOWN_TEXT },
          message_retention_seconds: 345_600,
        }),
        queue('aws_sqs_queue.dlq', { message_retention_seconds: 60 }),
      ],
      environment,
    );
    expect(violations.map(({ rule }) => rule.id)).not.toContain(
      'sqs-dead-letter-retention',
    );
    expect(violations.map(({ rule }) => rule.id)).not.toContain(
      'sqs-fifo-pair',
    );
  });
});
