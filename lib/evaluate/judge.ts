import { enabledRegions } from '../interpret/aws/enabled-regions.ts';
import { missingAccess } from '../model/missing-access.ts';
import { judgesUnitsOf, type Check } from '../model/check.ts';
import type { Judgement } from '../model/judgement.ts';
import { lastPart } from '../model/last-part.ts';
import type { Parts } from '../model/parts.ts';
import type { Resource } from '../model/resource.ts';
import { overBudget, type CollectError, type Snapshot } from '../model/snapshot.ts';
import type { Standard } from '../model/standard.ts';
import { globalRegion, type AwsUnit, type Unit } from '../model/unit.ts';
import { unitResource } from '../model/unit-resource.ts';
import type { Unread } from '../model/unread.ts';
import { partSources } from './part-sources.ts';
import type { TenantModel } from './tenant-model.ts';

/** What a check said of one unit: its judgements, or that it could not judge the unit at all. */
export interface UnitVerdict {
  readonly unit: Unit;
  readonly judgements: readonly Judgement[];
  /** What the scan chose not to ask about, so that nothing is said of it. */
  readonly left: readonly Resource[];
  /** Present when the unit as a whole could not be judged. */
  readonly unread?: readonly [Unread, ...Unread[]];
  /** The unit itself, as the resource that an unknown is about. */
  readonly resource: Resource;
  /** When the unit was collected, ISO 8601. */
  readonly collectedAt: string;
}

/**
 * Runs a check over every subject it is for: each region, if it reads a part of a region, else the account. A unit that
 * was deliberately not looked at has no verdict. A check that throws has a fault of its own: its unit is unknown.
 */
export function judge(check: Check, model: TenantModel, standard: Standard): readonly UnitVerdict[] {
  const any = model.global ?? model.regions[0];
  if (!any || !judgesUnitsOf(check, any.unit.provider)) return [];
  const regional = check.reads.some((name) => partSources(name).per === 'aws-region');
  if (!regional) {
    const [home] = model.global ? [model.global] : model.regions.slice(0, 1).map(asGlobal);
    return home ? judgeUnit(check, home, model, standard) : [];
  }
  const unlisted = model.regions.length === 0 && model.global && regionsUnread(model.global);
  if (model.global && unlisted) return [verdict(model.global, { unread: [unlisted] })];
  return model.regions.flatMap((snapshot) => judgeUnit(check, snapshot, model, standard));
}

function judgeUnit(check: Check, snapshot: Snapshot, model: TenantModel, standard: Standard): UnitVerdict[] {
  const values: Partial<Record<keyof Parts, unknown>> = {};
  const unread: Unread[] = [];
  for (const name of check.reads) {
    const reading = model.read(name, snapshot);
    if (reading.read) values[name] = reading.value;
    else if ('skipped' in reading) return [];
    else unread.push(...reading.unread);
  }
  const [first, ...rest] = unread;
  if (first) return [verdict(snapshot, { unread: [first, ...distinct(rest, first)] })];
  return [verdict(snapshot, runCheck(check, values as Parts, snapshot, standard))];
}

function runCheck(
  check: Check,
  values: Parts,
  snapshot: Snapshot,
  standard: Standard,
): Pick<UnitVerdict, 'judgements' | 'left'> | Pick<UnitVerdict, 'unread'> {
  try {
    const context = { standard, asOf: new Date(snapshot.collectedAt), unit: snapshot.unit };
    const said = check.find(values, context).map((each) => withCause(each, snapshot));
    return {
      judgements: said.filter((each) => !isLeftOut(each)),
      left: said.filter(isLeftOut).map(({ resource }) => resource),
    };
  } catch (error) {
    const message = `${check.id}: ${error instanceof Error ? error.message : String(error)}`;
    return { unread: [{ operation: 'tenken:RunCheck', code: 'CheckFailed', message }] };
  }
}

/** What a check missed, with the error that the snapshot holds about it. */
function withCause(judgement: Judgement, { errors }: Snapshot): Judgement {
  if (judgement.status !== 'unknown') return judgement;
  const { unread } = judgement;
  const ofOperation = errors.filter(({ operation }) => operation === unread.operation);
  const { id } = judgement.resource;
  const isAbout = ({ input = {} }: CollectError): boolean => Object.values(input).some((each) => isNamedBy(each, id));
  const error = ofOperation.find(isAbout) ?? ofOperation.find(({ code }) => code !== overBudget);
  if (!error) return judgement;
  const message = `${unread.message}: ${error.message}`;
  return {
    ...judgement,
    unread: { operation: unread.operation, code: error.code, message, ...missingAccess(error) },
  };
}

/** Operations name resources by ARN, by what tells these apart, or (queues) by an URL that ends with it. */
function isNamedBy(input: unknown, id: string): boolean {
  if (typeof input !== 'string') return false;
  if (input.startsWith('https://')) return lastPart(input) === lastPart(id);
  // A name may hold slashes: those of repositories do.
  return input === id || input === lastPart(id) || (id.startsWith('arn:') && input === id.slice(id.indexOf('/') + 1));
}

/** What a scan chose not to ask about is not judged at all; the coverage says how many. */
function isLeftOut(judgement: Judgement): boolean {
  return judgement.status === 'unknown' && judgement.unread.code === overBudget;
}

function verdict(snapshot: Snapshot, said: Partial<Pick<UnitVerdict, 'judgements' | 'left' | 'unread'>>): UnitVerdict {
  const { unit, collectedAt } = snapshot;
  return { unit, resource: unitResource(unit), collectedAt, judgements: [], left: [], ...said };
}

/** The unit of the account's global services where only a region's is there: nothing of it was read. */
function asGlobal(region: Snapshot): Snapshot {
  return {
    ...region,
    unit: { ...region.unit, region: globalRegion } as AwsUnit,
    responses: {},
    errors: [],
    skipped: [],
  };
}

/** Why nobody knows which regions the account has, if nobody does. */
function regionsUnread({ responses, errors }: Snapshot): Unread | undefined {
  // An account has regions: an answer that names none is no answer.
  if (enabledRegions(responses['ec2:DescribeRegions'])?.length) return undefined;
  const error = errors.find(({ operation }) => operation === 'ec2:DescribeRegions' || operation === 'sts:AssumeRole');
  const unknown = {
    operation: 'ec2:DescribeRegions',
    code: 'NotCollected',
    message: 'the regions of the account are not known',
  };
  return error ?? unknown;
}

function distinct(unread: readonly Unread[], first: Unread): Unread[] {
  return unread.filter((each, at) =>
    [first, ...unread.slice(0, at)].every((other) => other.operation !== each.operation),
  );
}
