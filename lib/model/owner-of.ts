import type { Owners } from './standard.ts';

/** Who owns a resource: the value of its first owner tag that has one; undefined where none has. */
export function ownerOf(tags: Readonly<Record<string, string>>, { tagKeys }: Owners): string | undefined {
  const values = tagKeys.map((key) => (Object.hasOwn(tags, key) ? tags[key]?.trim() : undefined));
  return values.find((value) => value !== undefined && value !== '');
}
