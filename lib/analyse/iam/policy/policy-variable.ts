import { literalMark, literalStar } from './glob.ts';

const variable = /\$\{([^}]*)\}/g;

/** Whether a policy variable (`${aws:username}`) stands in a text. */
export function hasVariables(text: string): boolean {
  return text.includes('${');
}

/** The keys, in lower case, that a text's variables name. */
export function variableKeys(text: string): readonly string[] {
  return [...text.matchAll(variable)].map(([, inner]) => keyOf(inner ?? '')).filter((key) => !/^[*?$]$/.test(key));
}

/**
 * Puts the request's values in place of variables ("IAM policy elements: Variables and tags"). Undefined when a
 * variable has no value and no default: the text then matches nothing. Wildcards in a value are meant literally.
 */
export function resolveVariables(text: string, valueOf: (key: string) => string | undefined): string | undefined {
  let missing = false;
  const resolved = text.replaceAll(variable, (_, inner: string) => {
    if (inner === '*') return literalStar;
    if (inner === '?') return literalMark;
    if (inner === '$') return '$';
    const fallback = /,\s*'(.*)'\s*$/.exec(inner)?.[1];
    const value = valueOf(keyOf(inner)) ?? fallback;
    missing ||= value === undefined;
    return (value ?? '').replaceAll('*', literalStar).replaceAll('?', literalMark);
  });
  return missing ? undefined : resolved;
}

function keyOf(inner: string): string {
  return inner.replace(/,.*$/s, '').trim().toLowerCase();
}
