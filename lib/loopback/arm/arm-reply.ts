import type { JsonObject } from '../json-value.ts';
import type { ArmFaults } from './loopback-arm.ts';

/** An answer, ready to be written as JSON. */
export interface ArmReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An error as ARM writes it ("Common error response"). */
export function armFailure(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): ArmReply {
  return { status, body: { error: { code, message } }, ...(headers && { headers }) };
}

/** The refusal of an action, in ARM's words. */
export function notAuthorized(action: string, scope: string): ArmReply {
  const message = `The client '10000000-0000-4000-8000-0000000000ff' with object id '10000000-0000-4000-8000-0000000000ff' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  return armFailure(403, 'AuthorizationFailed', message);
}

const usualPage = 1000;

/** One page of a list, with the address of the next one. */
export function armPage(operation: string, rows: readonly JsonObject[], address: URL, faults: ArmFaults): ArmReply {
  const size = faults.pageSize ?? usualPage;
  const from = Number(address.searchParams.get('$skiptoken') ?? 0);
  const next = from + size;
  const isEndless = faults.endless?.includes(operation) === true;
  const value = rows.slice(from, next);
  if (next >= rows.length && !isEndless) return { status: 200, body: { value } };
  const link = new URL(address);
  link.searchParams.set('$skiptoken', String(isEndless ? from : next));
  const isHostile = faults.hostileNextLink?.includes(operation) === true;
  const nextLink = isHostile ? link.href.replace(link.origin, 'https://evil.example') : link.href;
  return { status: 200, body: { value, nextLink } };
}
