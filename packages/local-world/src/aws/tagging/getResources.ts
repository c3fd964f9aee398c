import { z } from 'zod';
import { Millis } from '../../world/types';
import { matchesTags, matchesTypes } from './matchesFilters';
import { pageToken, startOfPage } from './pageToken';
import { TaggedResource } from './taggedResources';

const DEFAULT_PAGE = 50;

const tagFilter = z.object({
  Key: z.string().min(1).max(128),
  Values: z.array(z.string().max(256)).max(20).optional(),
});

/** Bounds as the API reference gives them. */
export const getResourcesInput = z
  .object({
    PaginationToken: z.string().max(2_048).default(''),
    TagFilters: z.array(tagFilter).max(50).default([]),
    ResourcesPerPage: z.number().int().min(1).max(100).optional(),
    TagsPerPage: z.number().int().min(100).max(500).optional(),
    ResourceTypeFilters: z
      .array(z.string().regex(/^[\w.-]+(:[\w./-]+)?$/))
      .max(100)
      .default([]),
    ResourceARNList: z.array(z.string().min(1).max(1_011)).max(100).default([]),
  })
  .refine(
    input =>
      input.ResourceARNList.length === 0 ||
      (input.TagFilters.length === 0 && input.ResourceTypeFilters.length === 0),
    'ResourceARNList cannot be combined with TagFilters or ResourceTypeFilters',
  );

type Input = z.output<typeof getResourcesInput>;

function choose(
  resources: readonly TaggedResource[],
  { TagFilters, ResourceTypeFilters, ResourceARNList }: Input,
) {
  return resources.filter(
    resource =>
      matchesTags(resource, TagFilters) &&
      matchesTypes(resource, ResourceTypeFilters) &&
      (ResourceARNList.length === 0 || ResourceARNList.includes(resource.arn)),
  );
}

/** How many resources fit into a page by their number, and by their tags: one without any counts as one. */
function fitting(resources: readonly TaggedResource[], input: Input): number {
  const limit = input.ResourcesPerPage ?? DEFAULT_PAGE;
  const tagLimit = input.TagsPerPage ?? Infinity;
  let count = 0;
  let tags = 0;
  for (const resource of resources.slice(0, limit)) {
    tags += Math.max(1, resource.tags.size);
    if (tags > tagLimit) {
      break;
    }
    count += 1;
  }
  return count;
}

/** Answers a page of the resources that match, by ARN; an empty token says that there are no more. */
export function getResources(
  resources: readonly TaggedResource[],
  input: Input,
  now: Millis,
) {
  const found = choose(resources, input);
  const start = startOfPage(input.PaginationToken, now);
  const end = start + fitting(found.slice(start), input);
  return {
    PaginationToken: end < found.length ? pageToken(end, now) : '',
    ResourceTagMappingList: found.slice(start, end).map(({ arn, tags }) => ({
      ResourceARN: arn,
      Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    })),
  };
}
