/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  GetResourcesCommand,
  GetResourcesCommandInput,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { TagQueueCommand, UntagQueueCommand } from '@aws-sdk/client-sqs';
import { ContractCases, ContractSubject } from '../ContractSubject';
import { makeQueue } from '../queueOf';

/** Queues `<prefix>-<owner>` of a system of its own, each tagged with its owner. */
async function taggedQueues(
  subject: ContractSubject,
  owners: readonly string[],
) {
  const system = subject.unique('system');
  const queues = await Promise.all(
    owners.map((owner, at) =>
      makeQueue(subject, `tagged-${at}`, {}, { owner, system }),
    ),
  );
  const Key = 'system';
  return { queues, ofSystem: { Key, Values: [system] } };
}

async function find(
  { tagging }: ContractSubject,
  input: GetResourcesCommandInput,
) {
  const found = await tagging.send(new GetResourcesCommand(input));
  return found.ResourceTagMappingList ?? [];
}

const arnsOf = (found: Awaited<ReturnType<typeof find>>) =>
  found.map(({ ResourceARN }) => ResourceARN).sort();

/** What GetResources of the Resource Groups Tagging API does for queues. */
export const taggingCases: ContractCases = {
  'finds queues that carry all the tags asked for': async subject => {
    const { queues, ofSystem } = await taggedQueues(subject, ['a', 'b', 'c']);
    const ResourceTypeFilters = ['sqs'];
    const some = await find(subject, {
      ResourceTypeFilters,
      TagFilters: [ofSystem, { Key: 'owner', Values: ['a', 'c'] }],
    });
    expect(arnsOf(some)).toEqual([queues[0].arn, queues[2].arn].sort());
    expect(some[0].Tags).toEqual(
      expect.arrayContaining([
        { Key: 'system', Value: ofSystem.Values[0] },
        { Key: 'owner', Value: expect.any(String) },
      ]),
    );
    const anyOwner = await find(subject, {
      ResourceTypeFilters,
      TagFilters: [ofSystem, { Key: 'owner' }],
    });
    expect(anyOwner).toHaveLength(3);
    const noOwner = await find(subject, {
      ResourceTypeFilters,
      TagFilters: [ofSystem, { Key: 'nobody' }],
    });
    expect(noOwner).toEqual([]);
  },

  'finds without a filter on types': async subject => {
    const { queues, ofSystem } = await taggedQueues(subject, ['a']);
    const found = await find(subject, { TagFilters: [ofSystem] });
    expect(arnsOf(found)).toEqual([queues[0].arn]);
  },

  'leaves other types of resources out': async subject => {
    const { ofSystem } = await taggedQueues(subject, ['a']);
    const found = await find(subject, {
      TagFilters: [ofSystem],
      ResourceTypeFilters: ['dynamodb:table'],
    });
    expect(found).toEqual([]);
  },

  'pages through resources': async subject => {
    const { queues, ofSystem } = await taggedQueues(subject, ['a', 'b', 'c']);
    const read = (PaginationToken?: string) =>
      subject.tagging.send(
        new GetResourcesCommand({
          ResourceTypeFilters: ['sqs'],
          TagFilters: [ofSystem],
          ResourcesPerPage: 2,
          PaginationToken,
        }),
      );
    const first = await read();
    expect(first.ResourceTagMappingList).toHaveLength(2);
    const second = await read(first.PaginationToken);
    expect(second.ResourceTagMappingList).toHaveLength(1);
    expect(second.PaginationToken || undefined).toBeUndefined();
    const all = [first, second].flatMap(
      page => page.ResourceTagMappingList ?? [],
    );
    expect(arnsOf(all)).toEqual(queues.map(({ arn }) => arn).sort());
  },

  'goes on listing a resource that lost its tags': async subject => {
    const queue = await makeQueue(subject, 'untagged', {}, { once: 'tagged' });
    const of = () => find(subject, { ResourceARNList: [queue.arn] });
    expect(arnsOf(await of())).toEqual([queue.arn]);
    const { QueueUrl } = queue;
    await subject.sqs.send(
      new UntagQueueCommand({ QueueUrl, TagKeys: ['once'] }),
    );
    expect(await of()).toEqual([{ ResourceARN: queue.arn, Tags: [] }]);
    await subject.sqs.send(new TagQueueCommand({ QueueUrl, Tags: { a: 'b' } }));
    expect((await of())[0].Tags).toEqual([{ Key: 'a', Value: 'b' }]);
  },

  'refuses a page of more than 100': async subject => {
    await expect(
      find(subject, { ResourceTypeFilters: ['sqs'], ResourcesPerPage: 101 }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  },

  'refuses ARNs together with filters': async subject => {
    await expect(
      find(subject, {
        ResourceARNList: ['arn:aws:sqs:eu-west-1:111111111111:any'],
        ResourceTypeFilters: ['sqs'],
      }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  },

  'refuses a token it did not give': async subject => {
    await expect(
      find(subject, {
        ResourceTypeFilters: ['sqs'],
        PaginationToken: 'nonsense',
      }),
    ).rejects.toMatchObject({
      name: expect.stringMatching(
        /^(PaginationTokenExpired|InvalidParameter)Exception$/,
      ),
    });
  },
};
