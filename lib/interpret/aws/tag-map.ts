import { textOf } from '../shape.ts';
import { tagsOf } from './role-carriers/tags-of.ts';

/** Tags by key; empty where there are none. */
export function tagMap(tags: Parameters<typeof tagsOf>[0]): Readonly<Record<string, string>> {
  return tagsOf(tags).tags ?? {};
}

/** Tags of services that answer with them by key. */
export function tagRecord(tags: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags ?? {}).map(([key, value]) => [key, textOf(value ?? '', key)]));
}
