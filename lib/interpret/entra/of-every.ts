import type { HowRead } from '../part.ts';

/** Throws where an operation was not read of every object that was asked about: what is missing would hide somebody. */
export function ofEvery(operation: string, how: HowRead | undefined): void {
  if (how?.isPartial(operation)) throw new TypeError(`${operation} was not read of every object`);
}
