import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectionRelations } from '../../model/aws/connection-relation.ts';
import { privilegeClasses } from '../../model/aws/principal-access.ts';
import type { ConnectionFact } from '../../model/facts/connection-fact.ts';
import type { DeletionFact } from '../../model/facts/deletion-fact.ts';
import type { ExposureFact, ReachFact } from '../../model/facts/exposure-fact.ts';
import type { PrincipalFact } from '../../model/facts/principal-fact.ts';
import type { SecondFactorFact } from '../../model/facts/second-factor-fact.ts';
import type { ServiceFact } from '../../model/facts/service-fact.ts';
import { exposureVerdicts } from '../../model/network/exposure.ts';

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

const exposureFields: Readonly<Record<keyof Required<ExposureFact>, true>> = {
  provider: true,
  account: true,
  region: true,
  kind: true,
  id: true,
  name: true,
  owner: true,
  verdict: true,
  reaches: true,
  blockedBy: true,
  unread: true,
};

const reachFields: Readonly<Record<keyof Required<ReachFact>, true>> = {
  family: true,
  protocol: true,
  fromPort: true,
  toPort: true,
  icmpType: true,
  sources: true,
  via: true,
  listenerPort: true,
  clientPorts: true,
  oneWay: true,
  requests: true,
  strength: true,
  allowed: true,
  path: true,
};

const connectionFields: Readonly<Record<keyof Required<ConnectionFact>, true>> = {
  provider: true,
  account: true,
  region: true,
  kind: true,
  id: true,
  name: true,
  owner: true,
  counterpart: true,
  relation: true,
  state: true,
  reach: true,
  authentication: true,
  encryption: true,
};

const secondFactorFields: Readonly<Record<keyof Required<SecondFactorFact>, true>> = {
  provider: true,
  account: true,
  id: true,
  name: true,
  guest: true,
  privileged: true,
  enforcement: true,
  status: true,
  strength: true,
  registered: true,
  methods: true,
  gaps: true,
  open: true,
};

const serviceFields: Readonly<Record<keyof Required<ServiceFact>, true>> = {
  provider: true,
  account: true,
  region: true,
  service: true,
  key: true,
  category: true,
  count: true,
  examples: true,
  evidence: true,
  firstSeen: true,
  lastSeen: true,
  owner: true,
  usedBy: true,
  entry: true,
  gaps: true,
  approved: true,
  regionApproved: true,
  automatic: true,
};

const deletionFields: Readonly<Record<keyof Required<DeletionFact>, true>> = {
  provider: true,
  account: true,
  region: true,
  kind: true,
  id: true,
  name: true,
  check: true,
  finding: true,
  detail: true,
  evidence: true,
  firstSeen: true,
  lastSeen: true,
  goneBy: true,
};

describe.each(['facts.md', 'facts.ja.md'])('docs/%s', (name) => {
  const page = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, word]) => word);

  it('describes each field, each class of privileges, each verdict and each relation, and no other', () => {
    expect(documented).toEqual([
      ...Object.keys(fields),
      ...privilegeClasses,
      ...Object.keys(exposureFields),
      ...exposureVerdicts,
      ...Object.keys(reachFields),
      ...Object.keys(connectionFields),
      ...connectionRelations,
      ...Object.keys(secondFactorFields),
      ...Object.keys(serviceFields),
      ...Object.keys(deletionFields),
    ]);
  });
});
