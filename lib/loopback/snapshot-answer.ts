import type { KeyedResponse, Snapshot } from '../model/snapshot.ts';
import { AwsError } from './aws-error.ts';
import { isObject, sameJson, type JsonObject } from './json-value.ts';
import { identifying, narrow } from './narrow.ts';
import { notFound } from './not-found.ts';
import { page, pagingMembers } from './paging.ts';
import { recordedError } from './recorded-error.ts';
import { operationId, type AwsRequest } from './request.ts';
import type { Units } from './units.ts';

/**
 * What a snapshot says to a request: the recorded answer, narrowed to what is asked for and cut into pages, or the
 * recorded error. What the snapshot does not hold is answered as an operation that does not exist, so that holes show.
 */
export function snapshotAnswer(units: Units, request: AwsRequest): JsonObject {
  const [unit, id] = holderOf(units, request);
  const asked = identifying(id, withoutPaging(request.input));
  const failure = unit.errors.find(
    ({ operation, input }) => operation === id && (input === undefined || sameJson(identifying(id, input), asked)),
  );
  if (failure) throw recordedError(request.service, failure);
  return page(request, answerOf(request, unit.responses[id], asked));
}

/** The unit that answers, and by what name: one question may have been asked for two reasons, in the same words. */
function holderOf(units: Units, request: AwsRequest): readonly [Snapshot, string] {
  const own = operationId(request);
  for (const id of [own, `${own}#policies`]) {
    const unit = unitsOf(units, request).find((candidate) => knows(candidate, id));
    if (unit) return [unit, id];
  }
  throw unknownOperation(units, request);
}

/** Services and operations that are kept with the organization. */
const ofOrganization = new Set(['organizations', 'sso-admin', 'identitystore', 'iam:GetOrganizationsAccessReport']);

function unitsOf(units: Units, request: AwsRequest): readonly Snapshot[] {
  const { service, identity, region } = request;
  const global = units.globalOf(identity.account);
  const isOfOrganization = ofOrganization.has(service.id) || ofOrganization.has(operationId(request));
  const own = isOfOrganization ? units.organization : units.of(identity.account, region);
  // A list of regions is the same wherever it is asked for, and is kept with the account.
  return [own, global].filter((unit) => unit !== undefined);
}

function knows(unit: Snapshot, id: string): boolean {
  return Object.hasOwn(unit.responses, id) || unit.errors.some(({ operation }) => operation === id);
}

function answerOf(request: AwsRequest, response: unknown, asked: JsonObject): JsonObject {
  if (!Array.isArray(response)) return narrow(request, isObject(response) ? response : {});
  const id = operationId(request);
  const entry = response.filter(isKeyed).find(({ input }) => sameJson(identifying(id, input), asked));
  if (entry && isObject(entry.output)) return entry.output;
  const [[name, value] = ['Input', '']] = Object.entries(asked);
  throw notFound(request.service, name, String(value));
}

function isKeyed(value: unknown): value is KeyedResponse {
  return isObject(value) && isObject(value['input']);
}

function withoutPaging(input: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !pagingMembers.has(name)));
}

function unknownOperation(units: Units, { service, identity, region, schema }: AwsRequest): AwsError {
  if (!service.global && !units.isEnabled(identity.account, region)) {
    const [code, status] = service.codes.badKey;
    return new AwsError(code, `AWS was not able to validate the provided access credentials in ${region}.`, status);
  }
  return new AwsError(
    service.codes.unknownOperation,
    `The action ${schema.name} is not valid for this web service: no snapshot of ${identity.account}/${region} holds it.`,
  );
}
