import { OperatorError } from '../model/operator-error.ts';
import type { AwsTenants, Standard } from '../model/standard.ts';
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
