import { armPermission } from '../../model/azure/arm-operations.ts';
import type { KeyedResponse, Snapshot } from '../../model/snapshot.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { armFailure, notAuthorized, type ArmReply } from './arm-reply.ts';
import type { ArmFaults } from './loopback-arm.ts';

/** Whether an operation says if a name is free. */
export function isNameQuestion(operation: string): boolean {
  return /\/check(dns)?nameavailability$/i.test(operation);
}

/** One question about a name: the body, or what stands in the path and behind it. */
export interface NameAsked {
  readonly operation: string;
  readonly subscription: string;
  readonly question: Readonly<Record<string, string>>;
}

/** What is asked in the path: `…/locations/japaneast/checkDnsNameAvailability?domainNameLabel=shop`. */
export function questionIn({ pathname, searchParams }: URL): Readonly<Record<string, string>> {
  const location = /\/locations\/([^/]+)\//i.exec(pathname)?.[1];
  const rest = [...searchParams].filter(([name]) => name !== 'api-version');
  return { ...(location !== undefined && { location }), ...Object.fromEntries(rest) };
}

/** Answers as the snapshot was told. Of a name that it was told nothing of, somebody is the holder. */
export function answerName(
  { operation, subscription, question }: NameAsked,
  units: ReadonlyMap<string, Snapshot>,
  { denied = [] }: ArmFaults,
): ArmReply {
  const snapshot = units.get(subscription);
  if (!snapshot)
    return armFailure(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
  const isSame = (each: string): boolean => each.toLowerCase() === operation.toLowerCase();
  if (denied.some(isSame)) return notAuthorized(armPermission(operation), `/subscriptions/${subscription}`);
  const error = snapshot.errors.find(
    (each) => isSame(each.operation) && (!each.input || isAbout(each.input, question)),
  );
  if (error) return armFailure(403, error.code, error.message);
  const stored = Object.entries(snapshot.responses).find(([each]) => isSame(each))?.[1];
  const told = (Array.isArray(stored) ? (stored as readonly KeyedResponse[]) : []).find(({ input }) =>
    isAbout(input, question),
  );
  return { status: 200, body: isObject(told?.output) ? told.output : taken(question) };
}

function isAbout(input: KeyedResponse['input'], question: NameAsked['question']): boolean {
  return Object.entries(input).every(([name, value]) => String(value).toLowerCase() === question[name]?.toLowerCase());
}

function taken(question: NameAsked['question']): JsonObject {
  return 'domainNameLabel' in question ? { available: false } : { nameAvailable: false, reason: 'AlreadyExists' };
}
