import type { Need } from './truth.ts';

/** One way in which a request may carry a key: with these values (none: without the key), if these needs are met. */
export interface KeyOption {
  readonly values: readonly string[];
  readonly needs?: readonly Need[];
}

/**
 * What is known of one condition key in a request: its values (none means that the key is missing); or that whoever
 * asks chooses it, among the options or (`free`) as he likes, which may need something; or that nobody here can know.
 */
export type KeyState =
  | { readonly values: readonly string[] }
  | { readonly options: readonly KeyOption[]; readonly free: boolean; readonly freeNeeds?: readonly Need[] }
  | { readonly unknown: Need };

/** What one condition key (in lower case) is in a request. */
export type KeyStates = (key: string) => KeyState;

/** One call that somebody may make. */
export interface Request {
  /** `iam:PassRole`, in lower case. */
  readonly action: string;
  /** An ARN; `*` for actions that name no resource. */
  readonly resource: string;
  readonly keys: KeyStates;
}

/** A request without a key. */
export const missing = { values: [] } as const satisfies KeyState;

/** A key that the caller may set to anything, or leave out. */
export const anyValue: KeyState = { options: [{ values: [] }], free: true };
