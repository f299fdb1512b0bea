import { OperatorError } from '../model/operator-error.ts';
import type { Text } from '../model/text.ts';
import type { AwsTenants, AzureTenant, EntraTenant, Standard } from '../model/standard.ts';
import type { ScanOptions } from './program.ts';

/** The accounts to scan: what the standard says, where no option says otherwise. */
export function chooseTenants(options: ScanOptions, standard: Standard): AwsTenants {
  const { aws } = standard.tenants;
  const regions = options.regions ? parseRegions(options.regions) : aws.regions;
  return {
    accounts: options.accounts ? parseAccounts(options.accounts) : aws.accounts,
    role: options.role ?? aws.role,
    ...((options.externalId ?? aws.externalId) ? { externalId: options.externalId ?? aws.externalId } : {}),
    ...(regions && { regions: [...new Set(regions)] }),
  };
}

/** What a run scans. */
export interface Scope {
  readonly aws: AwsTenants | undefined;
  readonly azure: readonly AzureTenant[];
  readonly entra: readonly EntraTenant[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What a run scans: what options ask for, and nothing else; all that the standard names where they ask for nothing. */
export function chooseScope(options: ScanOptions, standard: Standard, environment: Environment): Scope {
  const { accounts, azure, entra } = options;
  const isAll = accounts === undefined && azure === undefined && entra === undefined;
  return {
    aws: isAll || accounts !== undefined ? chooseTenants(options, standard) : undefined,
    azure: isAll || azure !== undefined ? chooseAzureTenants(azure, standard, environment) : [],
    entra: isAll || entra !== undefined ? chooseEntraTenants(entra, standard, environment['AZURE_TENANT_ID']) : [],
  };
}

function chooseAzureTenants(
  asked: ScanOptions['azure'],
  { tenants }: Standard,
  environment: Environment,
): readonly AzureTenant[] {
  if (asked === undefined) return tenants.azure;
  const ids = asked === true ? [] : asked.map((id) => id.toLowerCase());
  requireGuids('--azure', ids, { ja: 'サブスクリプションID', en: 'subscription id' });
  const surrounding = environment['AZURE_TENANT_ID']?.toLowerCase();
  const known =
    tenants.azure.length > 0
      ? tenants.azure
      : surrounding
        ? [{ tenant: surrounding, subscriptions: 'all' as const }]
        : [];
  const [first] = known;
  if (!first)
    throw new OperatorError({
      ja: '--azure で点検するテナントがわかりません。基準書の tenants.azure に書くか、AZURE_TENANT_ID を設定してください。',
      en: '--azure: which tenant holds the subscriptions is not known; write it into tenants.azure of the standard, or set AZURE_TENANT_ID.',
    });
  if (ids.length === 0) return known;
  const listed = known.flatMap((each): readonly AzureTenant[] => {
    const own = ids.filter((id) => each.subscriptions !== 'all' && each.subscriptions.includes(id));
    return own.length > 0 ? [{ ...each, subscriptions: own }] : [];
  });
  const named = new Set(listed.flatMap(({ subscriptions }) => subscriptions));
  const others = ids.filter((id) => !named.has(id));
  return others.length > 0 ? [...listed, { ...first, subscriptions: others }] : listed;
}

function requireGuids(option: string, ids: readonly string[], what: Text): void {
  const wrong = ids.filter((id) => !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id));
  if (wrong.length > 0)
    throw new OperatorError({
      ja: `${option} の「${wrong.join(', ')}」は${what.ja}ではありません。「7e57aaaa-0000-4000-8000-000000000001」の形で指定してください。`,
      en: `${option}: "${wrong.join(', ')}" is no ${what.en}; one looks like "7e57aaaa-0000-4000-8000-000000000001".`,
    });
}

function chooseEntraTenants(
  asked: ScanOptions['entra'],
  { tenants }: Standard,
  surrounding: string | undefined,
): readonly EntraTenant[] {
  if (asked === undefined) return tenants.entra;
  const ids = asked === true ? [] : asked.map((id) => id.toLowerCase());
  requireGuids('--entra', ids, { ja: 'テナントID', en: 'tenant id' });
  if (ids.length > 0) return ids.map((id) => tenants.entra.find((each) => each.id === id) ?? developers(id));
  if (tenants.entra.length > 0) return tenants.entra;
  if (surrounding) return [developers(surrounding.toLowerCase())];
  throw new OperatorError({
    ja: '--entra に点検するテナントがありません。--entra <テナントID> と指定するか、基準書の tenants.entra に書くか、AZURE_TENANT_ID を設定してください。',
    en: '--entra: there is no tenant to scan; give --entra <tenant id>, write it into tenants.entra of the standard, or set AZURE_TENANT_ID.',
  });
}

/** A tenant that only the command line names is read as whoever is signed in here. */
function developers(id: string): EntraTenant {
  return { id, cloud: 'global', signIn: { with: 'developer' } };
}

function parseAccounts(words: readonly string[]): AwsTenants['accounts'] {
  if (words.length === 1 && (words[0] === 'organization' || words[0] === 'self')) return words[0];
  const wrong = words.filter((word) => !/^\d{12}$/.test(word));
  if (wrong.length === 0 && words.length > 0) return words;
  throw new OperatorError({
    ja: `--accounts の「${wrong.join(', ')}」は12桁のアカウントIDではありません。IDをカンマで区切るか、organization または self を指定してください。`,
    en: `--accounts: "${wrong.join(', ')}" is not a 12-digit account id; give ids separated by commas, "organization" or "self".`,
  });
}

function parseRegions(words: readonly string[]): readonly string[] {
  const wrong = words.filter((word) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(word));
  if (wrong.length === 0) return words;
  throw new OperatorError({
    ja: `--regions の「${wrong.join(', ')}」はリージョン名ではありません。「ap-northeast-1」のように指定してください。`,
    en: `--regions: "${wrong.join(', ')}" is no region; a region looks like "ap-northeast-1".`,
  });
}
