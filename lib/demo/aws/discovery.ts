import type { DaysBefore } from './days-before.ts';

/** A resource of a kind that nothing else of the demo lists, and who made it. */
export interface DemoTagged {
  /** What follows the account in its ARN: `agent/SUPPORT`. */
  readonly resource: string;
  /** The service in its ARN, and in the name of its events. */
  readonly service: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Calls on record: the user's name, the event and how many days ago. */
  readonly calls?: readonly {
    readonly by: string;
    readonly event: string;
    readonly age: number;
    readonly reads?: true;
  }[];
}

/** What services that know resources of every kind say of a region: nobody turned on any but the one that knows tags. */
export function discoveryResponses(
  account: string,
  region: string,
  tagged: readonly DemoTagged[],
  days: DaysBefore,
): Record<string, unknown> {
  return {
    'resource-explorer-2:ListIndexes': { Indexes: [] },
    'config:DescribeConfigurationRecorders': { ConfigurationRecorders: [] },
    'tagging:GetResources': {
      ResourceTagMappingList: tagged.map(({ service, resource, tags }) => ({
        ResourceARN: `arn:aws:${service}:${region}:${account}:${resource}`,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      })),
    },
    'cloudtrail:LookupEvents': tagged.map(({ service, calls = [] }) => ({
      input: { EventSource: `${service}.amazonaws.com` },
      output: { Events: calls.map((call) => eventOf(account, service, call, days)) },
    })),
  };
}

function eventOf(
  account: string,
  service: string,
  { by, event, age, reads }: NonNullable<DemoTagged['calls']>[number],
  days: DaysBefore,
): object {
  const particulars = { userIdentity: { arn: `arn:aws:iam::${account}:user/${by}` }, sourceIPAddress: '203.0.113.44' };
  return {
    EventName: event,
    EventTime: days(age),
    EventSource: `${service}.amazonaws.com`,
    Username: by,
    ReadOnly: String(reads ?? false),
    CloudTrailEvent: JSON.stringify(particulars),
  };
}
