import { check, dev } from '../__testUtils__/facts';
import { CommentFacts } from './conversationFacts';
import {
  believedComments,
  planFromComments,
  reportsOf,
} from './planFromComments';

const comment = (body: string, over: Partial<CommentFacts> = {}) => ({
  id: 1,
  author: { name: 'atlantis', login: 'atlantis', isBot: true },
  body,
  createdAt: '2026-01-01T10:00:00Z',
  updatedAt: '2026-01-01T10:00:00Z',
  url: 'http://host/c',
  ...over,
});

const plan = (name: string, dir = 'terraform/live/dev/services/a') =>
  `Ran Plan for dir: \`${dir}\` workspace: \`default\`\n\n  # aws_sqs_queue.${name} will be created\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n`;

describe('believedComments', () => {
  const reports = [{ login: 'Atlantis', at: '2026-01-01T09:59:00Z' }];
  const believes = (given: CommentFacts, by = reports) =>
    believedComments([given], ['atlantis'], by).length === 1;

  it('believes who config names, about a commit they had reported on', () => {
    expect(believes(comment('x'))).toBe(true);
  });

  it.each([
    ['somebody else', comment('x', { author: { name: 'eve', isBot: false } })],
    ['what was edited', comment('x', { updatedAt: '2026-01-01T10:00:01Z' })],
    [
      'what was said of an older commit',
      comment('x', {
        createdAt: '2026-01-01T09:00:00Z',
        updatedAt: '2026-01-01T09:00:00Z',
      }),
    ],
  ])('does not believe %s', (_, given) => {
    expect(believes(given)).toBe(false);
  });

  it('takes reports of others for nothing', () => {
    const others = [{ login: 'ci', at: '2026-01-01T09:00:00Z' }];
    expect(believes(comment('x'), others)).toBe(false);
    const app = check('plan', {
      app: 'github-actions',
      startedAt: '2026-01-01T09:00:00Z',
    });
    expect(
      reportsOf([app], [{ creator: 'atlantis', createdAt: 'then' }]),
    ).toEqual([
      { login: 'github-actions[bot]', at: '2026-01-01T09:00:00Z' },
      { login: 'atlantis', at: 'then' },
    ]);
  });
});

describe('planFromComments', () => {
  it('reads each root, the last word on it, and what goes on in the next comment', () => {
    const state = planFromComments(
      [
        comment(plan('old')),
        comment(plan('new')),
        comment(plan('other', 'elsewhere')),
        comment(
          'Continued plan output from previous comment.\n\n  # aws_sqs_queue.more will be destroyed\n',
          { createdAt: '2026-01-01T11:00:00Z' },
        ),
      ],
      [dev],
    );
    expect(state?.completedAt).toBe('2026-01-01T11:00:00Z');
    expect(state?.plan).toMatchObject({
      runner: 'comment',
      digest: expect.stringMatching(/^sha256:/),
      roots: [
        {
          path: 'terraform/live/dev/services/a',
          environment: 'dev',
          changes: [{ address: 'aws_sqs_queue.new', action: 'create' }],
        },
        {
          path: 'elsewhere',
          environment: 'unknown',
          changes: [
            { address: 'aws_sqs_queue.other' },
            { address: 'aws_sqs_queue.more', action: 'delete' },
          ],
        },
      ],
    });
  });

  it('finds no plan in other words', () => {
    expect(planFromComments([comment('Looks good')], [dev])).toBeUndefined();
    expect(planFromComments([], [dev])).toBeUndefined();
  });
});
