import type { DiskSnapshot, InstanceSnapshot, RelationalDatabaseSnapshot } from '@aws-sdk/client-lightsail';
import type { StoredKind, StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { tagMap } from '../tag-map.ts';
import { lightsailDiskIsGone } from './standing.ts';
import { known, type StoredPlace, type StoredSource } from './stored-source.ts';

/** Snapshots of instances of Amazon Lightsail. Whether an instance still stands, nobody asked. */
export const lightsailInstanceSnapshots: StoredSource = {
  kind: 'lightsail-instance-snapshot',
  operation: 'lightsail:GetInstanceSnapshots',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'lightsail:GetInstanceSnapshots').instanceSnapshots, 'instanceSnapshots').map((each) =>
      thingOf('lightsail-instance-snapshot', 'lightsail:GetInstanceSnapshots', each, {
        source: each.fromInstanceName,
      }),
    ),
};

/** Snapshots of disks: those attached to an instance, and the one that an instance starts from. */
export const lightsailDiskSnapshots: StoredSource = {
  kind: 'lightsail-disk-snapshot',
  operation: 'lightsail:GetDiskSnapshots',
  onceEnded: true,
  standing: ['lightsail:GetDisks'],
  things: (answers, place) => {
    const isGone = lightsailDiskIsGone(answers);
    return listOf(answerOf(answers, 'lightsail:GetDiskSnapshots').diskSnapshots, 'diskSnapshots').map((each) =>
      thingOf('lightsail-disk-snapshot', 'lightsail:GetDiskSnapshots', each, {
        source: each.fromDiskName ?? each.fromInstanceName,
        // Of a copy the source stands in another region.
        sourceIsGone: isOfHere(each.fromDiskArn, place) ? isGone(each.fromDiskArn) : undefined,
      }),
    );
  },
};

/** Snapshots of databases of Amazon Lightsail. */
export const lightsailDatabaseSnapshots: StoredSource = {
  kind: 'lightsail-database-snapshot',
  operation: 'lightsail:GetRelationalDatabaseSnapshots',
  onceEnded: true,
  things: (answers) => {
    const answer = answerOf(answers, 'lightsail:GetRelationalDatabaseSnapshots');
    return listOf(answer.relationalDatabaseSnapshots, 'relationalDatabaseSnapshots').map((each) =>
      thingOf('lightsail-database-snapshot', 'lightsail:GetRelationalDatabaseSnapshots', each, {
        source: each.fromRelationalDatabaseName,
      }),
    );
  },
};

/** Disks that are attached to nothing. */
export const lightsailDisks: StoredSource = {
  kind: 'lightsail-disk',
  operation: 'lightsail:GetDisks',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'lightsail:GetDisks').disks, 'disks')
      .filter(({ isAttached, state }) => isAttached !== true && state !== 'in-use')
      .map((each) => thingOf('lightsail-disk', 'lightsail:GetDisks', each, {})),
};

function thingOf(
  kind: StoredKind,
  operation: string,
  each: Wire<
    Pick<DiskSnapshot & InstanceSnapshot & RelationalDatabaseSnapshot, 'arn' | 'name' | 'tags' | 'sizeInGb'>
  > & {
    readonly createdAt?: string | undefined;
  },
  more: { readonly source?: string | undefined; readonly sourceIsGone?: boolean | undefined },
): StoredThing {
  const name = required(each.name, 'name');
  return {
    kind,
    services: ['lightsail'],
    arn: required(each.arn, 'arn'),
    id: name,
    name,
    tags: tagMap(each.tags),
    ...known({ created: each.createdAt, sizeGiB: each.sizeInGb, ...more }),
    operation,
  };
}

function isOfHere(arn: string | undefined, { unit }: StoredPlace): boolean {
  return arn?.split(':')[3] === unit.region;
}
