import type { Resource } from '@aws-sdk/client-resource-explorer-2';
import {
  discoveryOperations,
  type Discovered,
  type DiscoveredResources,
  type DiscoveryOperation,
} from '../../model/aws/discovered.ts';
import { isCopyKind, isGivenArn, isGivenKind, isGivenType } from '../../model/aws/given-type.ts';
import { placeOfArn, placeOfResource, placeOfType, type PlaceOfUse } from '../../model/aws/place-of-use.ts';
import type { AwsUnit } from '../../model/unit.ts';
import { readWhole, type Answers, type PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { tagMap } from './tag-map.ts';

/** ARNs that are kept of each service. */
const exampleCount = 5;

/** `aws.discovered`: the services of which a region, or one that answers for what stands nowhere, holds resources. */
export const discovered: PartDefinition<'aws.discovered'> = {
  per: 'aws-region',
  operations: [],
  optional: discoveryOperations,
  interpret: (answers, unit, { isSkipped, whyUnread } = readWhole) => {
    const read = discoveryOperations.map((operation): Discovered => {
      if (Object.hasOwn(answers, operation)) return readSource(operation, answers, unit);
      const unread = isSkipped(operation) ? [] : [whyUnread(operation)];
      return { resources: [], answered: [], unread };
    });
    return {
      resources: read.flatMap(({ resources }) => resources),
      answered: read.flatMap(({ answered }) => answered),
      unread: read.flatMap(({ unread }) => unread),
    };
  },
};

/** A resource, or so many of one kind. */
interface Seen {
  readonly place: PlaceOfUse;
  readonly count: number;
  readonly arn?: string;
  readonly isCopy: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

const sources: Readonly<Record<DiscoveryOperation, (answers: Answers, unit: AwsUnit) => readonly Seen[]>> = {
  'resource-explorer-2:ListResources': (answers, { account, region }) =>
    listOf(answerOf(answers, 'resource-explorer-2:ListResources').Resources, 'Resources')
      // A view may show the whole organization.
      .filter(({ OwningAccountId, ResourceType = '' }) => OwningAccountId === account && !isGivenKind(ResourceType))
      .map((resource) => ({
        place: placeOfResource(required(resource.Service, 'Service'), resource.Region ?? region),
        count: 1,
        arn: required(resource.Arn, 'Arn'),
        isCopy: isCopyKind(resource.ResourceType ?? ''),
        tags: tagsOf(resource),
      })),
  'config:GetDiscoveredResourceCounts': (answers, { region }) =>
    listOf(answerOf(answers, 'config:GetDiscoveredResourceCounts').resourceCounts, 'resourceCounts')
      .filter(({ resourceType = '' }) => !isGivenType(resourceType))
      .map((each) => ({
        place: placeOfType(required(each.resourceType, 'resourceType'), region),
        count: required(each.count, 'count'),
        isCopy: isCopyKind(each.resourceType ?? ''),
      })),
  'tagging:GetResources': (answers, { region }) =>
    listOf(answerOf(answers, 'tagging:GetResources').ResourceTagMappingList, 'ResourceTagMappingList').flatMap(
      ({ ResourceARN, Tags }) => {
        const arn = required(ResourceARN, 'ResourceARN');
        const place = placeOfArn(arn, region);
        return place && !isGivenArn(arn) ? [{ place, count: 1, arn, isCopy: isCopyKind(arn), tags: tagMap(Tags) }] : [];
      },
    ),
};

function readSource(operation: DiscoveryOperation, answers: Answers, unit: AwsUnit): Discovered {
  try {
    const seen = sources[operation](answers, unit).filter(({ count }) => count > 0);
    const places = Map.groupBy(seen, ({ place, isCopy }) => `${place.service} ${place.region} ${isCopy}`);
    const resources = [...places.values()].flatMap((group) => together(operation, group));
    return { resources, answered: [operation], unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own source unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return { resources: [], answered: [], unread: [{ operation, code: 'UnexpectedAnswer', message: error.message }] };
  }
}

function together(operation: DiscoveryOperation, group: readonly Seen[]): readonly DiscoveredResources[] {
  const [first] = group;
  if (!first) return [];
  const examples = group
    .flatMap(({ arn, tags = {} }) => (arn === undefined ? [] : [{ arn, tags }]))
    // Whoever wants to know who answers for them learns more from those that say something.
    .toSorted((a, b) => Number(isEmpty(a.tags)) - Number(isEmpty(b.tags)))
    .slice(0, exampleCount);
  return [
    {
      operation,
      ...first.place,
      count: group.reduce((sum, { count }) => sum + count, 0),
      ...(first.isCopy && { isCopy: true as const }),
      examples: examples.map(({ arn }) => arn),
      tags: examples.map(({ tags }) => tags),
    },
  ];
}

function isEmpty(tags: Readonly<Record<string, string>>): boolean {
  return Object.keys(tags).length === 0;
}

/** Resource Explorer keeps tags as a property, whose data is a list of keys and values. */
function tagsOf({ Properties }: Wire<Resource>): Readonly<Record<string, string>> {
  const data = listOf(Properties, 'Properties')
    .filter(({ Name }) => Name === 'tags')
    .flatMap(({ Data }): readonly unknown[] => (Array.isArray(Data) ? Data : []));
  return tagMap(data.filter(isTag));
}

function isTag(value: unknown): value is { readonly Key: string; readonly Value: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'Key' in value &&
    typeof value.Key === 'string' &&
    'Value' in value &&
    typeof value.Value === 'string'
  );
}
