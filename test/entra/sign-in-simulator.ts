import type { ConditionalAccessPolicy } from '../../lib/model/entra/conditional-access.ts';
import type { EntraUser } from '../../lib/model/entra/user.ts';

/**
 * A second evaluator of Conditional Access, as plain as can be: it tries every sign-in there is, one by one, and shares
 * nothing with the engine. It knows neither groups nor roles, and no condition that only the engine is asked about.
 */
export const choices = {
  application: ['app-1', 'app-2', 'some other app'],
  client: ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'],
  platform: ['windows', 'iOS', 'android', 'macOS', 'linux', 'unknown'],
  location: ['trusted-place', 'open-place', 'anywhere else', 'old trusted addresses'],
  device: ['unmanaged', 'compliant', 'hybrid'],
} as const;

interface SignIn {
  readonly application: string;
  readonly client: string;
  readonly platform: string;
  readonly location: string;
  readonly device: string;
}

type Answer = 'blocked' | 'mfa' | 'open' | 'unknown';

/** The engine's word for what is enforced, by trying everything. */
export function simulate(user: EntraUser, policies: readonly ConditionalAccessPolicy[]): string {
  const outside: Answer[] = [];
  const inside: Answer[] = [];
  for (const application of choices.application)
    for (const client of choices.client)
      for (const platform of choices.platform)
        for (const location of choices.location)
          for (const device of choices.device) {
            const signIn = { application, client, platform, location, device };
            const isOutside =
              device === 'unmanaged' && location !== 'trusted-place' && location !== 'old trusted addresses';
            (isOutside ? outside : inside).push(answerTo(signIn, user, policies));
          }
  const all = [...outside, ...inside];
  if (all.every((each) => each === 'blocked')) return 'blocked';
  if (outside.includes('open'))
    return outside.some((each) => each === 'mfa' || each === 'unknown') ? 'partial' : 'none';
  if (outside.includes('unknown')) return 'unknown';
  return inside.some((each) => each === 'open' || each === 'unknown') ? 'conditional' : 'always';
}

/** What comes of one sign-in. */
export function answerTo(signIn: SignIn, user: EntraUser, policies: readonly ConditionalAccessPolicy[]): Answer {
  const answers = new Set(
    policies.filter((policy) => applies(policy, signIn, user)).map((policy) => ask(policy, signIn)),
  );
  return (['blocked', 'mfa', 'unknown'] as const).find((each) => answers.has(each)) ?? 'open';
}

function applies(policy: ConditionalAccessPolicy, signIn: SignIn, user: EntraUser): boolean {
  const { applications, platforms, locations, devices, include, exclude } = policy;
  const isNamed = (users: ReadonlySet<string>): boolean => users.has('All') || users.has(user.id);
  const places = signIn.location === 'old trusted addresses' ? '00000000-0000-0000-0000-000000000000' : signIn.location;
  const isTrusted = signIn.location === 'trusted-place' || signIn.location === 'old trusted addresses';
  const isThere = (ids: ReadonlySet<string>): boolean =>
    ids.has('All') || ids.has(places) || (isTrusted && ids.has('AllTrusted'));
  const isPlatform = (ids: ReadonlySet<string>): boolean => ids.has('all') || ids.has(signIn.platform);
  return (
    policy.state === 'enabled' &&
    !policy.isRiskOnly &&
    isNamed(include.users) &&
    !isNamed(exclude.users) &&
    (applications.include.has('All') || applications.include.has(signIn.application)) &&
    !applications.exclude.has(signIn.application) &&
    policy.clients.has(signIn.client) &&
    (!platforms || (isPlatform(platforms.include) && !isPlatform(platforms.exclude))) &&
    (!locations || (isThere(locations.include) && !isThere(locations.exclude))) &&
    !(devices?.excludesManaged && signIn.device !== 'unmanaged')
  );
}

/** What can be done about each control: nothing, something without a factor, or the second factor. */
function ask({ grant }: ConditionalAccessPolicy, { client, platform, device }: SignIn): Answer {
  if (!grant) return 'open';
  if (grant.controls.includes('block') || client === 'exchangeActiveSync' || client === 'other') return 'blocked';
  const results = new Set(
    [...grant.controls, ...grant.custom.map(() => 'custom')].map((control): Answer => {
      if (control === 'mfa') return 'mfa';
      if (control === 'compliantDevice') return device === 'compliant' ? 'open' : 'blocked';
      if (control === 'domainJoinedDevice') return device === 'hybrid' ? 'open' : 'blocked';
      if (control === 'compliantApplication') {
        const isMobileApp = client === 'mobileAppsAndDesktopClients' && (platform === 'iOS' || platform === 'android');
        return isMobileApp ? 'open' : 'blocked';
      }
      return 'unknown';
    }),
  );
  const inOrder: readonly Answer[] =
    grant.operator === 'OR' ? ['open', 'unknown', 'mfa', 'blocked'] : ['mfa', 'blocked', 'unknown', 'open'];
  return inOrder.find((each) => results.has(each)) ?? 'open';
}
