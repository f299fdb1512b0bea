import { parseCidr } from '../../../model/network/cidr.ts';
import { arnMatches, globMatches } from './glob.ts';

/** How a request's value is held against a condition's. */
interface Operator {
  /** Whether the condition's value (a pattern, for some) holds for the request's value. Anything unreadable does not. */
  matches(wanted: string, found: string): boolean;
  /** `StringNotEquals` and its like: true when no value matches, and when the key is missing. */
  readonly negated: boolean;
}

const is = (matches: Operator['matches']): Operator => ({ matches, negated: false });
const not = ({ matches }: Operator): Operator => ({ matches, negated: true });
const compare = (read: (text: string) => number, holds: (found: number, wanted: number) => boolean): Operator =>
  is((wanted, found) => holds(read(found), read(wanted)));

const stringEquals = is((wanted, found) => wanted === found);
const ignoringCase = is((wanted, found) => wanted.toLowerCase() === found.toLowerCase());
const stringLike = is(globMatches);
const arnLike = is(arnMatches);
const numericEquals = compare(Number, (found, wanted) => found === wanted);
const dateEquals = compare(momentOf, (found, wanted) => found === wanted);
const ipAddress = is((wanted, found) => contains(wanted, found));

/** The condition operators ("IAM JSON policy elements: Condition operators"), but for `Null`, which asks of the key alone. */
export const conditionOperators = {
  StringEquals: stringEquals,
  StringNotEquals: not(stringEquals),
  StringEqualsIgnoreCase: ignoringCase,
  StringNotEqualsIgnoreCase: not(ignoringCase),
  StringLike: stringLike,
  StringNotLike: not(stringLike),
  NumericEquals: numericEquals,
  NumericNotEquals: not(numericEquals),
  NumericLessThan: compare(Number, (found, wanted) => found < wanted),
  NumericLessThanEquals: compare(Number, (found, wanted) => found <= wanted),
  NumericGreaterThan: compare(Number, (found, wanted) => found > wanted),
  NumericGreaterThanEquals: compare(Number, (found, wanted) => found >= wanted),
  DateEquals: dateEquals,
  DateNotEquals: not(dateEquals),
  DateLessThan: compare(momentOf, (found, wanted) => found < wanted),
  DateLessThanEquals: compare(momentOf, (found, wanted) => found <= wanted),
  DateGreaterThan: compare(momentOf, (found, wanted) => found > wanted),
  DateGreaterThanEquals: compare(momentOf, (found, wanted) => found >= wanted),
  Bool: ignoringCase,
  BinaryEquals: stringEquals,
  IpAddress: ipAddress,
  NotIpAddress: not(ipAddress),
  ArnEquals: arnLike,
  ArnNotEquals: not(arnLike),
  ArnLike: arnLike,
  ArnNotLike: not(arnLike),
} satisfies Readonly<Record<string, Operator>>;

/** The name of a condition operator. */
export type OperatorName = keyof typeof conditionOperators;

/** A moment in milliseconds, from ISO 8601 or seconds since 1970. */
function momentOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function contains(cidr: string, address: string): boolean {
  try {
    const outer = parseCidr(cidr.includes('/') ? cidr : `${cidr}/${cidr.includes(':') ? 128 : 32}`);
    const inner = parseCidr(address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`);
    return cidr.includes(':') === address.includes(':') && outer.first <= inner.first && inner.last <= outer.last;
  } catch {
    return false;
  }
}
