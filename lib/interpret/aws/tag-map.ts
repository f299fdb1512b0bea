import { tagsOf } from './role-carriers/tags-of.ts';

/** Tags by key; empty where there are none. */
export function tagMap(tags: Parameters<typeof tagsOf>[0]): Readonly<Record<string, string>> {
  return tagsOf(tags).tags ?? {};
}
