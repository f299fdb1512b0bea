import type { ActionMatcher } from '../policy/action-matcher.ts';
import { globMatches } from '../policy/glob.ts';
import { actionsByService, type AccessLevel } from './action-catalogue.ts';

/** What a list of actions comes to: the services it reaches, and how strong the actions are. */
export interface Granted {
  readonly services: ReadonlySet<string>;
  readonly levels: ReadonlySet<AccessLevel>;
}

/** Works out what lists of actions come to, each once. */
export class GrantedActions {
  readonly #known = new Map<ActionMatcher, Granted>();

  of(matcher: ActionMatcher): Granted {
    const granted = this.#known.get(matcher) ?? grantedBy(matcher);
    this.#known.set(matcher, granted);
    return granted;
  }
}

function grantedBy({ patterns, negated }: ActionMatcher): Granted {
  const services = new Set<string>();
  const levels = new Set<AccessLevel>();
  for (const [service, actions] of actionsByService) {
    const mine = patterns.filter((pattern) => globMatches(pattern.split(':')[0] ?? '', service));
    if (mine.length === 0 && !negated) continue;
    for (const { id, level } of actions) {
      if (levels.has(level) && services.has(service)) continue;
      const action = id.toLowerCase();
      if (mine.some((pattern) => globMatches(pattern, action)) === negated) continue;
      services.add(service);
      levels.add(level);
    }
  }
  return { services, levels };
}
