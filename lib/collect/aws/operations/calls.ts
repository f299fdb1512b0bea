import type { Event, LookupEventsResponse } from '@aws-sdk/client-cloudtrail';
import type { GetDiscoveredResourceCountsResponse } from '@aws-sdk/client-config-service';
import type { ListResourcesOutput } from '@aws-sdk/client-resource-explorer-2';
import type { GetResourcesOutput } from '@aws-sdk/client-resource-groups-tagging-api';
import { eventSourceOf } from '../../../model/aws/event-source.ts';
import { isGivenArn, isGivenKind, isGivenType } from '../../../model/aws/given-type.ts';
import { placeOfArn, placeOfResource, placeOfType, type PlaceOfUse } from '../../../model/aws/place-of-use.ts';
import { defineOperation } from '../operation.ts';

type Discovery = ListResourcesOutput & GetDiscoveredResourceCountsResponse & GetResourcesOutput;

/** Pages that are read of each service: a hundred events. */
const pages = 2;

/**
 * Who used the services that are worth a question, in the last 90 days, which is what CloudTrail keeps ("LookupEvents",
 * AWS CloudTrail API Reference). It allows two requests a second, and one attribute a request: reading and writing calls come
 * alike, the latest first, and whoever called before the latest hundred is not seen.
 */
export const lookupEvents = defineOperation<LookupEventsResponse, Discovery, Readonly<{ EventSource: string }>>({
  id: 'cloudtrail:LookupEvents',
  per: 'region',
  budget: 'cloudtrail',
  each: {
    of: ['resource-explorer-2:ListResources', 'config:GetDiscoveredResourceCounts', 'tagging:GetResources'],
    oneIsEnough: true,
    inputs: (output, _asked, { account, region, attribute }) =>
      placesIn(output, account, region)
        .filter((place) => attribute?.(place.service, place.region) ?? false)
        .map(({ service }) => ({ EventSource: eventSourceOf(service) })),
    atMost: 10,
    refusedAlike: true,
  },
  async call({ cloudtrail }, options, page, { EventSource }) {
    const { LookupEventsCommand } = await import('../sdk/cloudtrail.ts');
    const [read = '0', token] = page?.split(' ') ?? [];
    const LookupAttributes = [{ AttributeKey: 'EventSource' as const, AttributeValue: EventSource }];
    const command = new LookupEventsCommand({ LookupAttributes, MaxResults: 50, NextToken: token });
    const { Events = [], NextToken } = await (await cloudtrail).send(command, options);
    const count = Number(read) + 1;
    return { Events: Events.map(without), NextToken: NextToken && count < pages ? `${count} ${NextToken}` : undefined };
  },
  next: (output) => output.NextToken,
});

/** Each place once: an inventory names most of them a thousand times. */
function placesIn(output: Discovery, account: string, region: string): readonly PlaceOfUse[] {
  const { Resources = [], resourceCounts = [], ResourceTagMappingList = [] } = output;
  const all = [
    ...Resources.filter(
      ({ OwningAccountId, ResourceType = '' }) => OwningAccountId === account && !isGivenKind(ResourceType),
    ).map(({ Service, Region }) => placeOfResource(Service ?? '', Region ?? region)),
    ...resourceCounts.flatMap(({ resourceType = '' }) =>
      isGivenType(resourceType) ? [] : placeOfType(resourceType, region),
    ),
    ...ResourceTagMappingList.flatMap(({ ResourceARN = '' }) =>
      isGivenArn(ResourceARN) ? [] : placeOfArn(ResourceARN, region),
    ),
  ];
  const places = all.flatMap((place) => (place?.service ? [place] : []));
  return [...new Map(places.map((place) => [`${place.service} ${place.region}`, place])).values()];
}

/** An event without parameters, answers and keys, which may hold secrets: who, from where, and whether it was refused. */
function without({ EventName, EventTime, EventSource, Username, ReadOnly, CloudTrailEvent }: Event): Event {
  return { EventName, EventTime, EventSource, Username, ReadOnly, CloudTrailEvent: particulars(CloudTrailEvent) };
}

function particulars(event: string | undefined): string | undefined {
  const { userIdentity, sourceIPAddress, errorCode } = parse(event);
  const arn = isRecord(userIdentity) && typeof userIdentity['arn'] === 'string' ? userIdentity['arn'] : undefined;
  return JSON.stringify({
    ...(arn !== undefined && { userIdentity: { arn } }),
    ...(typeof sourceIPAddress === 'string' && { sourceIPAddress }),
    ...(typeof errorCode === 'string' && { errorCode }),
  });
}

/** An event that is no JSON says nothing; it is not kept either. */
function parse(text = ''): Readonly<Partial<Record<string, unknown>>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
