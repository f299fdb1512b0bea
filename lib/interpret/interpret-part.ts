import { missingAccess } from '../model/missing-access.ts';
import type { InterpretedPart, PartName, Parts, UnitOf } from '../model/parts.ts';
import type { CollectError, SkipReason, Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import type { Unread } from '../model/unread.ts';
import type { HowRead } from './part.ts';
import { parts } from './parts.ts';

/** A part that was read; or why it was not; or that it was deliberately not looked at. */
export type PartReading<N extends PartName> =
  | { readonly read: true; readonly value: Parts[N] }
  | { readonly read: false; readonly unread: readonly [Unread, ...Unread[]] }
  | { readonly read: false; readonly skipped: SkipReason };

/**
 * Makes one part of the model from the answers in a snapshot of its subject's unit. What could not be read outweighs
 * what was skipped. Errors about single resources (with `input`) leave the part readable: it then lacks those resources.
 */
export function interpretPart<N extends InterpretedPart>(name: N, snapshot: Snapshot): PartReading<N> {
  const definition = parts[name];
  const refused = definition.fields?.filter((field) => findError(field, snapshot)) ?? [];
  const missing = [...definition.operations.filter((operation) => !isRead(operation, snapshot)), ...refused];
  const [first, ...rest] = missing.filter((operation) => !skipReason(operation, snapshot));
  if (first)
    return { read: false, unread: [whyUnread(first, snapshot), ...rest.map((each) => whyUnread(each, snapshot))] };
  const skipped = missing.map((operation) => skipReason(operation, snapshot)).find((reason) => reason !== undefined);
  if (skipped) return { read: false, skipped };
  return interpret(name, snapshot);
}

function interpret<N extends InterpretedPart>(name: N, snapshot: Snapshot): PartReading<N> {
  const definition = parts[name];
  const wanted = [...definition.operations, ...(definition.optional ?? [])].filter((each) => isRead(each, snapshot));
  try {
    if (!isUnitOf(name, snapshot.unit)) throw new TypeError(`${name} is no part of such a unit`);
    const answers = Object.fromEntries(wanted.map((operation) => [operation, snapshot.responses[operation]]));
    const how: HowRead = {
      isSkipped: (operation, only) => {
        const reason = skipReason(operation, snapshot);
        return reason !== undefined && (only === undefined || reason === only);
      },
      whyUnread: (operation) => whyUnread(operation, snapshot),
      isPartial: (operation) => snapshot.errors.some((error) => error.operation === operation && error.input),
    };
    return { read: true, value: definition.interpret(answers, snapshot.unit, how) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { read: false, unread: [{ operation: mainOperation(name), code: 'UnexpectedAnswer', message }] };
  }
}

/** A part is named for its provider. */
function isUnitOf<N extends InterpretedPart>(name: N, unit: Unit): unit is UnitOf<N> {
  return name.startsWith(`${unit.provider}.`);
}

/** The operation that stands for a part as a whole. */
export function mainOperation(name: InterpretedPart): string {
  const { operations, optional = [] } = parts[name];
  return operations[0] ?? optional[0] ?? name;
}

function isRead(operation: string, snapshot: Snapshot): boolean {
  return Object.hasOwn(snapshot.responses, operation) && !findError(operation, snapshot);
}

/** The error that kept an operation from being read as a whole. */
function findError(operation: string, snapshot: Snapshot): CollectError | undefined {
  return snapshot.errors.find((error) => error.operation === operation && !error.input);
}

function skipReason(operation: string, snapshot: Snapshot): SkipReason | undefined {
  if (findError(operation, snapshot)) return undefined;
  return snapshot.skipped?.find((each) => each.operation === operation)?.reason;
}

/** An operation without any trace was never called, because the account could not be entered, or nobody knows why. */
function whyUnread(operation: string, snapshot: Snapshot): Unread {
  const error = findError(operation, snapshot) ?? findError('sts:AssumeRole', snapshot);
  if (!error) return { operation, code: 'NotCollected', message: 'the snapshot has no answer of this operation' };
  return {
    operation: error.operation,
    code: error.code,
    message: error.message,
    ...missingAccess(error),
  };
}
