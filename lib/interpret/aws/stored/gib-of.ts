import { numberOf } from '../../shape.ts';

/** Bytes as GiB; undefined where the answer does not say. Throws TypeError for what is no number. */
export function gibOf(bytes: number | undefined, field: string): number | undefined {
  const size = numberOf(bytes, field);
  return size === undefined ? undefined : size / 2 ** 30;
}
