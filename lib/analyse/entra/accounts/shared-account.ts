import { genericWords, sharedWords } from '../../../model/generic-words.ts';
import type { ReviewedAccount } from '../../../model/entra/account-review.ts';
import type { EntraUser } from '../../../model/entra/user.ts';

type Shared = Pick<ReviewedAccount, 'shared' | 'genericWords'>;

const delivered: ReadonlySet<string> = new Set([...genericWords, ...sharedWords]);

/**
 * Whether an account looks as if several people used it: a whole word of its name belongs to nobody in particular, and
 * no given name and surname speak against it. A disabled one is as a shared mailbox should be. `words` are the standard's
 * own; without any, those that Tenken delivers count.
 */
export function sharedAccount(user: EntraUser, words: readonly string[]): Shared {
  if (user.isGuest || user.kind !== 'member' || user.personalName !== undefined)
    return { shared: 'no', genericWords: [] };
  const generic = words.length > 0 ? new Set(words.map((word) => word.toLowerCase())) : delivered;
  const found = wordsOf(user.name).filter((word) => generic.has(word));
  if (found.length === 0) return { shared: 'no', genericWords: [] };
  return { shared: user.enabled ? 'likely' : 'blocked', genericWords: [...new Set(found)] };
}

/** The words of the local part, without the numbers that tell one from the next. */
function wordsOf(name: string): readonly string[] {
  const local = name.slice(0, name.includes('@') ? name.lastIndexOf('@') : undefined);
  return local
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
