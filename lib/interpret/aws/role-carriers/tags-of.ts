import { listOf, textOf } from '../../shape.ts';

/** A tag as services write it: some begin the names of its members with a capital. */
interface TagAnswer {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

/** Tags by key, as the members of a carrier that has some. */
export function tagsOf(tags: readonly TagAnswer[] | undefined): { readonly tags?: Readonly<Record<string, string>> } {
  const entries = listOf(tags, 'Tags').flatMap((tag) => {
    const key = tag.Key ?? tag.key;
    return key === undefined ? [] : [[textOf(key, 'Key'), textOf(tag.Value ?? tag.value ?? '', 'Value')] as const];
  });
  return entries.length > 0 ? { tags: Object.fromEntries(entries) } : {};
}
