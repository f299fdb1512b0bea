import type { Snapshot } from '../../model/snapshot.ts';
import type { DaysBefore } from '../aws/days-before.ts';

const domain = 'sakura-seiki.example';

interface DemoUser {
  /** Days since the last successful sign-in; undefined: never. */
  readonly used?: number;
  /** Days since the last attempt, where it failed. */
  readonly tried?: number;
  readonly methods: readonly string[];
  readonly made?: number;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const push = ['microsoftAuthenticatorPush'];
const key = ['fido2SecurityKey'];
const phone = ['mobilePhone'];
const person = (givenName: string, surname: string) => ({ givenName, surname });

/** Invented people and accounts. */
const people = {
  'suzuki.ichiro': { used: 1, methods: key, fields: person('Ichiro', 'Suzuki') },
  'sato.hanako': { used: 2, methods: phone, fields: person('Hanako', 'Sato') },
  'tanaka.kenji': { used: 1, methods: push, fields: person('Kenji', 'Tanaka') },
  'watanabe.ken': { used: 3, methods: push, fields: person('Ken', 'Watanabe') },
  'yamada.taro': { used: 5, methods: push, fields: person('Taro', 'Yamada') },
  'nakamura.mei': { used: 1, methods: push, fields: person('Mei', 'Nakamura') },
  'kato.yui': { used: 1, methods: [], fields: person('Yui', 'Kato') },
  'mori.akira': { used: 210, methods: push, fields: person('Akira', 'Mori') },
  'ishii.new': { made: 8, methods: [], fields: person('Sora', 'Ishii') },
  'ogawa.sprayed': { tried: 2, methods: phone, fields: person('Ryo', 'Ogawa') },
  reception: {
    used: 1,
    methods: [],
    fields: { assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965' }] },
  },
  'svc-scanner': {
    used: 1,
    methods: [],
    fields: { passwordPolicies: 'DisablePasswordExpiration, DisableStrongPassword' },
  },
  'kobayashi.left': {
    used: 190,
    methods: push,
    fields: {
      ...person('Emi', 'Kobayashi'),
      accountEnabled: false,
      assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965' }],
    },
  },
  emergency1: { used: 80, methods: key, fields: { userPrincipalName: 'emergency1@sakuraseiki.onmicrosoft.com' } },
  'ito.consultant': {
    used: 12,
    methods: [],
    fields: {
      userType: 'Guest',
      userPrincipalName: `ito_consulting.example#EXT#@sakuraseiki.onmicrosoft.com`,
      externalUserState: 'Accepted',
    },
  },
  'partner.invited': {
    methods: [],
    made: 120,
    fields: {
      userType: 'Guest',
      userPrincipalName: `info_partner.example#EXT#@sakuraseiki.onmicrosoft.com`,
      externalUserState: 'PendingAcceptance',
    },
  },
} as const satisfies Record<string, DemoUser>;

/** Object ids of the users, by name. */
export const userIds = Object.fromEntries(
  Object.keys(people).map((name, at) => [name, `10000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`]),
) as Readonly<Record<keyof typeof people, string>>;

/** Users and what they registered. */
export function demoUsers(days: DaysBefore): Snapshot['responses'] {
  const entries = Object.entries(people) as [keyof typeof people, DemoUser][];
  return {
    '/users': { value: entries.map(([name, user]) => userOf(name, user, days)) },
    '/reports/authenticationMethods/userRegistrationDetails': {
      value: entries.map(([name, { methods }]) => ({
        id: userIds[name],
        isMfaCapable: methods.length > 0,
        isMfaRegistered: methods.length > 0,
        methodsRegistered: methods,
      })),
    },
  };
}

function userOf(name: keyof typeof people, { used, tried, made = 600, fields = {} }: DemoUser, days: DaysBefore) {
  const invited = fields['externalUserState'] === undefined ? {} : { externalUserStateChangeDateTime: days(made) };
  const activity = {
    ...(used === undefined ? {} : { lastSuccessfulSignInDateTime: days(used), lastSignInDateTime: days(used) }),
    ...(tried === undefined ? {} : { lastSignInDateTime: days(tried) }),
  };
  return {
    id: userIds[name],
    displayName: name,
    userPrincipalName: `${name}@${domain}`,
    userType: 'Member',
    accountEnabled: true,
    createdDateTime: days(made),
    // One of them never changed the password that came with the account.
    lastPasswordChangeDateTime: name === 'kato.yui' ? days(made) : days(Math.min(made, 90)),
    assignedLicenses: [],
    passwordPolicies: null,
    onPremisesSyncEnabled: name === 'sato.hanako' ? true : null,
    ...invited,
    ...fields,
    ...(Object.keys(activity).length > 0 && { signInActivity: activity }),
  };
}
