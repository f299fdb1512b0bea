import type { Hop } from './network/hop.ts';
import type { Resource } from './resource.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';
import type { Unread } from './unread.ts';

/** One step of a proof: what was seen, in which operation's answer, at which object. */
export interface Evidence {
  readonly what: Text;
  /** `service:Operation` of the snapshot. */
  readonly operation: string;
  /** The object in that answer: an ARN, a rule id, a report's column. */
  readonly ref: string;
}

/** How to mend this very resource: a command to paste, Terraform to apply, or steps in a console. */
export type Remediation =
  | { readonly kind: 'aws-cli' | 'azure-cli' | 'graph-powershell' | 'terraform'; readonly text: string }
  | { readonly kind: 'console'; readonly text: Text };

/** The resource breaks the rule. */
export interface Failed {
  readonly status: 'fail';
  readonly resource: Resource;
  /** What is wrong with this very resource, in a sentence. */
  readonly detail: Text;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly remediation: readonly [Remediation, ...Remediation[]];
  /** The way that a connection takes, or would take, for a picture of it. */
  readonly path?: readonly Hop[];
  /** Tells several findings of one check about one resource apart (a rule id, a key id). Never anything that ages. */
  readonly discriminator?: string;
  /** Only where this resource is worse or better than the check's own severity. */
  readonly severity?: Severity;
}

/** The resource keeps the rule. */
export interface Passed {
  readonly status: 'pass';
  readonly resource: Resource;
}

/** It could not be read whether the resource keeps the rule. */
export interface Undecided {
  readonly status: 'unknown';
  readonly resource: Resource;
  readonly unread: Unread;
}

/** A check's answer about one resource. */
export type Judgement = Failed | Passed | Undecided;
