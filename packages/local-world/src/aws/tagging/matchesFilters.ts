import { TaggedResource } from './taggedResources';

/** Asks for a tag; without values any value does. */
export interface TagFilter {
  readonly Key: string;
  readonly Values?: readonly string[];
}

const hasTag = ({ tags }: TaggedResource, { Key, Values = [] }: TagFilter) => {
  const value = tags.get(Key);
  return value !== undefined && (Values.length === 0 || Values.includes(value));
};

/** Whether a resource satisfies every filter. */
export const matchesTags = (
  resource: TaggedResource,
  filters: readonly TagFilter[],
): boolean => filters.every(filter => hasTag(resource, filter));

/** Whether a resource is of one of the types, `service[:resourceType]`; none asks for all. */
export const matchesTypes = (
  { type }: TaggedResource,
  types: readonly string[],
): boolean =>
  types.length === 0 ||
  types.some(wanted => wanted === type || type.startsWith(`${wanted}:`));
