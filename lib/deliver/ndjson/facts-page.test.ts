import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { privilegeClasses } from '../../model/aws/principal-access.ts';
import type { PrincipalFact } from '../../model/facts/principal-fact.ts';

/** Every field: the compiler refuses this when one is added or taken away. */
const fields: Readonly<Record<keyof Required<PrincipalFact>, true>> = {
  provider: true,
  account: true,
  kind: true,
  id: true,
  name: true,
  owner: true,
  privileges: true,
  chain: true,
  conditions: true,
  lastUsed: true,
  created: true,
  mfa: true,
  disabled: true,
  groups: true,
  entitlements: true,
  reviewable: true,
};

describe.each(['facts.md', 'facts.ja.md'])('docs/%s', (name) => {
  const page = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, word]) => word);

  it('describes each field and each class of privileges, and no other', () => {
    expect(documented).toEqual([...Object.keys(fields), ...privilegeClasses]);
  });
});
