import type { ReviewedAccount } from '../../lib/model/entra/account-review.ts';
import type { MfaCoverage } from '../../lib/model/entra/mfa-coverage.ts';
import type { PartName, Parts } from '../../lib/model/parts.ts';
import type { ApprovedApplication, Standard } from '../../lib/model/standard.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { privilegeConcerns } from '../../lib/model/entra/privilege-concerns.ts';
import { isTierZero } from '../../lib/model/entra/privilege.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { CaseFile, Comparison } from './case-file.ts';
import { entraUnit, type CaseTenant } from './entra-unit.ts';

type Row = Readonly<Record<string, unknown>>;

interface EntraCase {
  readonly tenant: CaseTenant & { readonly variants?: readonly (Row | null)[] };
  readonly config?: Row;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly reasoning?: string;
}

/** The moment that all cases are judged at, as the file says. */
const now = '2026-06-01T00:00:00Z';

/** One tenant of Microsoft Entra: who brings a second factor, who controls it, what is in use. */
export const entra: CaseFile = {
  file: 'entra.json',
  compare(example) {
    const { tenant, config = {}, expect, reasoning = '' } = example as EntraCase;
    const standard = standardOf(config);
    const unit = entraUnit(tenant, now);
    const model = tenantModel([unit], standard);
    const say = sayer(reasoning);
    const read = <N extends PartName>(name: N): Parts[N] => {
      const reading = model.read(name, unit);
      if (!reading.read) throw new Error(`${name} was not read: ${JSON.stringify(reading)}`);
      return reading.value;
    };
    return [
      ...usersSaid(record(expect['users']), read, say),
      ...principalsSaid(record(expect['principals']), read, say),
      ...applicationsSaid(record(expect['apps']), read, say),
      ...tenantSaid(record(expect['tenant']), read, standard, say),
      ...variantsSaid(tenant.variants, expect['variants'], unit, standard, say),
    ];
  },
};

type Say = (about: string, expected: unknown, found: unknown) => Comparison;
type Read = <N extends PartName>(name: N) => Parts[N];

function sayer(reason: string): Say {
  return (about, expected, found) => ({ about, expected: plain(expected), found: plain(found), reason });
}

/** Sets are compared as sets: in order, once each. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${[...new Set(value.map(String))].toSorted().join(', ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function usersSaid(expected: Row, read: Read, say: Say): readonly Comparison[] {
  return Object.entries(expected).flatMap(([id, each]) => {
    const wanted = record(each);
    const coverage = read('entra.mfa').users.find(({ user }) => user.id === id);
    const account = read('entra.accountReview').accounts.find(({ user }) => user.id === id);
    const found: Row = { ...mfaOf(coverage), ...accountOf(account) };
    return fieldsOf(wanted).map(([field, value]) => say(`${id} ${field}`, value, found[field]));
  });
}

/** Fields of a user's expectations that count, flattened: `mfa.status`. */
function fieldsOf(wanted: Row): readonly (readonly [string, unknown])[] {
  const counting =
    /^(mfa\.(enforcement|status|strength|registered|gaps)|stale\.(status|basis)|initialPassword|password\.\w+|shared|findings)$/;
  return Object.entries(wanted)
    .flatMap(([name, value]): (readonly [string, unknown])[] =>
      isRecord(value)
        ? Object.entries(value).map(([field, each]) => [`${name}.${field}`, each] as const)
        : [[name, value]],
    )
    .filter(([field]) => counting.test(field));
}

function mfaOf(coverage: MfaCoverage | undefined): Row {
  return {
    'mfa.enforcement': coverage?.enforcement,
    'mfa.status': coverage?.status,
    'mfa.strength': coverage?.strength,
    'mfa.registered': coverage?.isRegistered,
    'mfa.gaps': coverage?.gaps.map(({ code }) => code),
  };
}

function accountOf(account: ReviewedAccount | undefined): Row {
  if (!account) return {};
  const { user, staleness, basis, initialPassword, password, shared } = account;
  return {
    'stale.status': staleness,
    'stale.basis': basis,
    initialPassword,
    'password.neverExpires': password.neverExpires,
    'password.source': password.source,
    shared,
    findings: [
      ...(!user.enabled && user.licences.length > 0 ? ['disabledLicensed'] : []),
      ...(user.passwordPolicies.includes('DisableStrongPassword') ? ['weakPasswordAllowed'] : []),
    ],
  };
}

function principalsSaid(expected: Row, read: Read, say: Say): readonly Comparison[] {
  return Object.entries(expected).flatMap(([id, each]) => {
    const principal = read('entra.privilege').principals.find((one) => one.id === id);
    const found: Row = {
      tier0: principal !== undefined && isTierZero(principal),
      paths: principal?.ways.filter(({ tier }) => tier !== 'privileged').map(({ path }) => path) ?? [],
      findings: principal ? privilegeConcerns(principal) : [],
    };
    return Object.entries(record(each))
      .filter(([field]) => field in found)
      .map(([field, value]) => say(`${id} ${field}`, value, found[field]));
  });
}

function applicationsSaid(expected: Row, read: Read, say: Say): readonly Comparison[] {
  return Object.entries(expected).flatMap(([id, each]) => {
    const application = read('entra.applicationReview').applications.find(({ appId, servicePrincipal, registration }) =>
      [appId, servicePrincipal?.id, registration?.id].includes(id),
    );
    const found: Row = {
      class: application?.class,
      approved: application?.isApproved,
      findings: application ? [...application.concerns] : [],
    };
    return Object.entries(record(each))
      .filter(([field]) => field in found)
      .map(([field, value]) => say(`${id} ${field}`, value, found[field]));
  });
}

function tenantSaid(expected: Row, read: Read, standard: Standard, say: Say): readonly Comparison[] {
  const said: Comparison[] = [];
  const admins = record(expected['globalAdmins']);
  if (Object.keys(admins).length > 0) {
    const { active, effective } = read('entra.privilege').globalAdministrators;
    const { least, most } = standard.entra.globalAdministrators;
    const count = effective.length;
    const found: Row = {
      activeUsers: active.length,
      effectiveUsers: count,
      verdict: count < least ? 'tooFew' : count > most ? 'tooMany' : 'ok',
    };
    said.push(
      ...Object.entries(admins)
        .filter(([field]) => field in found)
        .map(([field, value]) => say(`globalAdmins ${field}`, value, found[field])),
    );
  }
  const dangling = expected['danglingReferences'];
  if (dangling !== undefined) {
    const ids = read('entra.mfa').dangling.map(({ id }) => id);
    const wanted = Array.isArray(dangling)
      ? dangling.map((each) => (isRecord(each) ? (each['id'] ?? each['objectId']) : each))
      : dangling;
    said.push(say('danglingReferences', wanted, typeof dangling === 'number' ? new Set(ids).size : ids));
  }
  return said;
}

function variantsSaid(
  variants: readonly (Row | null)[] | undefined,
  expected: unknown,
  unit: Snapshot,
  standard: Standard,
  say: Say,
): readonly Comparison[] {
  return (variants ?? []).map((variant, at) => {
    const responses = {
      ...unit.responses,
      '/policies/authorizationPolicy': { defaultUserRolePermissions: variant ?? {} },
    };
    const one = { ...unit, responses };
    const reading = tenantModel([one], standard).read('entra.authorizationPolicy', one);
    const wanted: unknown = Array.isArray(expected) ? expected[at] : undefined;
    return say(
      `variant ${at + 1}`,
      isRecord(wanted) ? Object.values(wanted)[0] : wanted,
      reading.read ? reading.value.userConsent : 'unread',
    );
  });
}

/** The configuration of a case, in the words of the standard. */
function standardOf(config: Row): Standard {
  const days = (pattern: RegExp, otherwise: number): number => {
    const found = Object.entries(config).find(([name, value]) => pattern.test(name) && typeof value === 'number')?.[1];
    return typeof found === 'number' ? found : otherwise;
  };
  const list = (pattern: RegExp): readonly unknown[] => {
    const found = Object.entries(config).find(([name, value]) => pattern.test(name) && Array.isArray(value))?.[1];
    return Array.isArray(found) ? (found as unknown[]) : [];
  };
  const { entra: rules, thresholds, approved } = defaultStandard;
  const limits = record(Object.entries(config).find(([name]) => /globalAdmin/i.test(name))?.[1]);
  return {
    ...defaultStandard,
    thresholds: { ...thresholds, staleDays: days(/stale|unused|inactiv/i, 90), graceDays: days(/grace/i, 30) },
    approved: {
      ...approved,
      applications: [
        ...list(/approved/i).map((each) => applicationOf(each)),
        ...list(/ended|terminated|retired|former/i).map((each) => ({
          ...applicationOf(each),
          until: applicationOf(each).until ?? '2000-01-01',
        })),
      ],
    },
    entra: {
      ...rules,
      emergencyAccounts: list(/emergency|break.?glass/i).map((each) =>
        isRecord(each) ? String(each['id'] ?? each['userPrincipalName']) : String(each),
      ),
      genericNames: list(/generic/i).map(String),
      pendingInviteDays: days(/invite/i, rules.pendingInviteDays),
      secretDays: days(/secret/i, rules.secretDays),
      certificateDays: days(/cert/i, rules.certificateDays),
      globalAdministrators: {
        least: Number(limits['min'] ?? limits['least'] ?? rules.globalAdministrators.least),
        most: Number(limits['max'] ?? limits['most'] ?? rules.globalAdministrators.most),
      },
    },
  };
}

function applicationOf(each: unknown): ApprovedApplication {
  if (!isRecord(each)) return { appId: String(each), name: String(each) };
  const field = (pattern: RegExp): string | undefined => {
    const found = Object.entries(each).find(([name, value]) => pattern.test(name) && typeof value === 'string')?.[1];
    return typeof found === 'string' ? found : undefined;
  };
  const status = field(/status|state/i);
  const until =
    field(/until|ended|end$|endDate|terminated/i) ??
    (status !== undefined && /end|terminat|retir/i.test(status) ? '2000-01-01' : undefined);
  const publisherTenant = field(/tenant|organization/i);
  return {
    appId: field(/^appId$|^clientId$/i) ?? '',
    name: field(/name/i) ?? '',
    ...(publisherTenant !== undefined && { publisherTenant }),
    ...(until !== undefined && { until: until.slice(0, 10) }),
  };
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Row {
  return isRecord(value) ? value : {};
}
