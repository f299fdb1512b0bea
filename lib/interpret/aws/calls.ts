import type { Event } from '@aws-sdk/client-cloudtrail';
import type { RecordedCall } from '../../model/aws/discovered.ts';
import { serviceOfEventSource } from '../../model/aws/event-source.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, momentOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { keyedAnswersOf } from './answer.ts';

/** `aws.calls`: who called services that are worth the question. Calls that changed something come first, then the latest. */
export const calls: PartDefinition<'aws.calls'> = {
  per: 'aws-region',
  operations: ['cloudtrail:LookupEvents'],
  interpret: (answers) =>
    keyedAnswersOf(answers, 'cloudtrail:LookupEvents')
      .flatMap(({ output }) =>
        listOf(output.Events, 'Events')
          .filter(({ EventTime }) => EventTime)
          .map(callOf),
      )
      .toSorted((a, b) => Number(a.readOnly) - Number(b.readOnly) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
};

function callOf(event: Wire<Event>): RecordedCall {
  const { arn, sourceAddress, refused } = particularsOf(event.CloudTrailEvent);
  return {
    service: serviceOfEventSource(required(event.EventSource, 'EventSource')),
    action: required(event.EventName, 'EventName'),
    at: momentOf(event.EventTime, 'EventTime').toISOString(),
    by: arn ?? event.Username ?? 'unknown',
    ...(sourceAddress !== undefined && { sourceAddress }),
    readOnly: event.ReadOnly === 'true',
    ...(refused !== undefined && { refused }),
  };
}

interface Particulars {
  readonly arn?: string | undefined;
  readonly sourceAddress?: string | undefined;
  readonly refused?: string | undefined;
}

/** What the collector left of the event's own text. */
function particularsOf(text = '{}'): Particulars {
  const event: unknown = parse(text);
  const identity = member(event, 'userIdentity');
  return {
    arn: textIn(identity, 'arn'),
    sourceAddress: textIn(event, 'sourceIPAddress'),
    refused: textIn(event, 'errorCode'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Who called stands beside it.
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

function textIn(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}
