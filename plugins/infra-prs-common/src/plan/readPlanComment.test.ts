import { readPlanComment } from './readPlanComment';

const output = `Terraform will perform the following actions:

  # aws_sqs_queue.q will be created
  + resource "aws_sqs_queue" "q" {
      + name = "q"
    }

  # module.a["x.y"].aws_db_instance.db[0] must be replaced
-/+ resource "aws_db_instance" "db" {
      ~ identifier = "a" -> "b" # forces replacement
    }

  # aws_iam_role.r (deposed object 0a1b2c3d) will be destroyed
  # aws_sqs_queue.old has moved to aws_sqs_queue.new
  # aws_s3_bucket.b will be imported
  # data.aws_iam_policy_document.d will be read during apply
  # (config refers to values not yet known)

Plan: 1 to import, 2 to add, 0 to change, 2 to destroy.
`;

const addresses = (text: string) =>
  readPlanComment(text).map(({ path, changes, omitted, error }) => ({
    path,
    changes: changes.map(({ address, type, action }) => [
      action,
      type,
      address,
    ]),
    omitted,
    error,
  }));

describe('readPlanComment', () => {
  it('reads what terraform plan prints', () => {
    const [{ changes, omitted }] = readPlanComment(output);
    expect(changes.map(({ action, type }) => [action, type])).toEqual([
      ['create', 'aws_sqs_queue'],
      ['replace', 'aws_db_instance'],
      ['delete', 'aws_iam_role'],
      ['no-op', 'aws_sqs_queue'],
      ['no-op', 'aws_s3_bucket'],
      ['read', 'aws_iam_policy_document'],
    ]);
    expect(changes[3]).toMatchObject({
      address: 'aws_sqs_queue.new',
      previousAddress: 'aws_sqs_queue.old',
    });
    expect(changes[4].importId).toBe('');
    expect(omitted).toBeUndefined();
  });

  it('reads each root of a comment by Atlantis, and counts what was cut off', () => {
    const comment = `Ran Plan for 2 projects:

1. dir: \`live/dev\` workspace: \`default\`
1. dir: \`live/prod\` workspace: \`default\`

### 1. dir: \`live/dev\` workspace: \`default\`
<details><summary>Show Output</summary>

\`\`\`diff
  # aws_sqs_queue.q will be updated in-place
!   resource "aws_sqs_queue" "q" {

Plan: 7 to add, 1 to change, 2 to destroy.
\`\`\`
</details>

---
### 2. dir: \`live/prod\` workspace: \`default\`
**Plan Error**
\`\`\`
│ Error: Unsupported argument
│
│   on main.tf line 2:
\`\`\`
`;
    expect(addresses(comment)).toEqual([
      {
        path: 'live/dev',
        changes: [['update', 'aws_sqs_queue', 'aws_sqs_queue.q']],
        omitted: { create: 7, update: 0, replace: 0, delete: 2, other: 0 },
      },
      {
        path: 'live/prod',
        changes: [],
        error: expect.stringMatching(
          /^Error: Unsupported argument\non main.tf line 2:/,
        ),
      },
    ]);
  });

  it('reads a comment by tfcmt', () => {
    const comment = `## Plan Result (prod)

Plan: 1 to add, 0 to change, 1 to destroy.
* Replace
  * aws_sqs_queue.q
<details><summary>Change Result (Click me)</summary>

\`\`\`hcl
  # aws_sqs_queue.q is tainted, so must be replaced
-/+ resource "aws_sqs_queue" "q" {
\`\`\`
`;
    expect(addresses(comment)).toMatchObject([
      { changes: [['replace', 'aws_sqs_queue', 'aws_sqs_queue.q']] },
    ]);
  });

  it.each([
    ['no plan', 'LGTM, will be created tomorrow', []],
    [
      'no changes',
      'No changes. Your infrastructure matches.',
      [{ changes: [] }],
    ],
    [
      'hidden text',
      '  # aws_x.y["\u202e\u001b[31m"] will be destroyed',
      [{ changes: [['delete', 'aws_x', 'aws_x.y["\\u{202e}\\u{1b}[31m"]']] }],
    ],
  ])('copes with %s', (_, text, expected) => {
    expect(addresses(text)).toMatchObject(expected);
  });

  it('takes no longer for text that is made to take long', () => {
    const started = performance.now();
    readPlanComment(`  # ${'a '.repeat(1_000_000)}`);
    readPlanComment('Ran Plan for dir: `'.repeat(100_000));
    readPlanComment(`${'│ '.repeat(500_000)}Error`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
