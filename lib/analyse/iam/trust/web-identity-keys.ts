import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import { anyValue, missing, type KeyStates } from '../policy/request.ts';

/** How an identity provider that many organisations share names the owner of a token in its subject. */
interface SharedProvider {
  /** Host, without `https://`. */
  readonly host: string;
  /** Subject up to the owner's name, and what ends the name: `repo:` acme `/` …. */
  readonly prefix: string;
  readonly end: string;
  /** Subject of a stranger's token, after the owner's name. */
  readonly rest: string;
}

/** Providers where anybody can get a token of his own ("GitHub Actions OIDC reference", "GitLab CI/CD ID tokens" …). */
const sharedProviders: readonly SharedProvider[] = [
  { host: 'token.actions.githubusercontent.com', prefix: 'repo:', end: '/', rest: '/tenken:ref:refs/heads/main' },
  { host: 'gitlab.com', prefix: 'project_path:', end: '/', rest: '/tenken:ref_type:branch:ref:main' },
  { host: 'app.terraform.io', prefix: 'organization:', end: ':', rest: ':project:p:workspace:w:run_phase:apply' },
  {
    host: 'agent.buildkite.com',
    prefix: 'organization:',
    end: ':',
    rest: ':pipeline:p:ref:refs/heads/main:commit:c:step:s',
  },
];

/** The shared provider with this host, if it is one. */
export function sharedProvider(host: string): SharedProvider | undefined {
  return sharedProviders.find((each) => each.host === host);
}

/** A stranger's name at a provider; names that merely begin like the intended one are tried beside it. */
const stranger = 'tenken-outsider';

/** What condition keys are for a stranger's token of a shared provider. The audience is the stranger's to choose. */
export function strangersToken(provider: SharedProvider, trust: CompiledPolicy): KeyStates {
  const { host } = provider;
  return (key) => {
    if (key === `${host}:aud`) return anyValue;
    if (key === `${host}:sub`) return oneOf(subjects(provider, valuesOf(key, trust)));
    if (key.startsWith(`${host}:`)) return oneOf([stranger, ...valuesOf(key, trust).flatMap(lookalike)]);
    if (key.startsWith('aws:') || key.startsWith('sts:')) return anyValue;
    return missing;
  };
}

function oneOf(values: readonly string[]): { options: { values: string[] }[]; free: false } {
  return { options: values.map((value) => ({ values: [value] })), free: false };
}

function valuesOf(key: string, { statements }: CompiledPolicy): readonly string[] {
  return statements.flatMap(({ conditions }) =>
    conditions.filter((each) => each.key === key).flatMap(({ values }) => values),
  );
}

/** Subjects that a stranger can have: his own, and those of names he could register because a pattern leaves them open. */
function subjects({ prefix, end, rest }: SharedProvider, patterns: readonly string[]): readonly string[] {
  const own = `${prefix}${stranger}${rest}`;
  const lookalikes = patterns.flatMap((pattern) => {
    // Everything after the prefix may be the stranger's when the pattern's prefix is open itself.
    const star = pattern.search(/[*?]/);
    if (star >= 0 && star < prefix.length) return [own, fill(pattern)];
    if (!pattern.startsWith(prefix)) return [];
    const body = pattern.slice(prefix.length);
    const stop = body.indexOf(end);
    const owner = stop < 0 ? body : body.slice(0, stop);
    if (!/[*?]/.test(owner)) return [];
    const tail = stop < 0 ? rest : fill(body.slice(stop));
    return [`${prefix}${fill(owner)}${tail}`];
  });
  return [...new Set([own, ...lookalikes])];
}

function lookalike(pattern: string): readonly string[] {
  return /[*?]/.test(pattern.split('/')[0] ?? '') ? [fill(pattern)] : [];
}

function fill(pattern: string): string {
  return pattern.replaceAll('*', 'tenken').replaceAll('?', 'x');
}
