import { techniqueAction } from '../catalogue/technique-actions.ts';
import type { CompiledStatement } from '../policy/compiled-policy.ts';
import { decide, type Decision, type Layer } from '../policy/decide.ts';
import { commonText, globMatches } from '../policy/glob.ts';
import { resolveVariables } from '../policy/policy-variable.ts';
import type { KeyState } from '../policy/request.ts';
import type { Need } from '../policy/truth.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import { requestKeys } from './request-keys.ts';
import { variableOf } from './targets.ts';
import type { World } from './world.ts';

/** A call that an identity may make: what allows it, and what must hold beside. */
export interface Permitted {
  /** As the service writes it: `iam:PassRole`. */
  readonly action: string;
  readonly resource: string;
  /** Of a resource that does not exist yet and may have any name: the pattern of its ARN. */
  readonly anyOf?: string;
  readonly by: readonly CompiledStatement[];
  readonly needs: readonly Need[];
}

/** How a call is made. */
export interface Asking {
  readonly fixed?: Readonly<Record<string, KeyState>>;
  /** Layers that decide, where they are not those of the identity. */
  readonly layers?: readonly Layer[];
}

/** Whether an identity may call an action on a resource; undefined when it may not. */
export function ask(
  identity: Identity,
  action: string,
  resource: string,
  world: World,
  { fixed, layers }: Asking = {},
): Permitted | undefined {
  if (!layers && !holds(identity, action)) return undefined;
  const decision = decideCall(identity, action, resource, world, { fixed, layers });
  if (decision.outcome === 'denied') return undefined;
  return { action, resource, by: decision.by, needs: decision.outcome === 'allowed' ? [] : decision.needs };
}

/** The decision about a call, with what denies it. */
export function decideCall(
  identity: Identity,
  action: string,
  resource: string,
  world: World,
  {
    fixed,
    layers,
  }: { readonly fixed?: Asking['fixed'] | undefined; readonly layers?: readonly Layer[] | undefined } = {},
): Decision {
  const resourceTags = tagsOf(resource, world);
  const call = {
    action: action.toLowerCase(),
    resource,
    ...(fixed && { fixed }),
    ...(resourceTags && { resourceTags, resourceTagsAreFree: mayRetag(identity, action, resource, world) }),
  };
  return decide(layers ?? identity.layers, { action: call.action, resource, keys: requestKeys(identity, call, world) });
}

function tagsOf(arn: string, world: World): Readonly<Record<string, string>> | undefined {
  return world.byArn.get(arn)?.tags ?? world.carriers.get(arn)?.tags;
}

/** Whether an identity may set the tags of a user or role, and so meet a condition on them. */
export function mayRetag(identity: Identity, action: string, resource: string, world: World): boolean {
  const target = world.byArn.get(resource);
  if (!target || target.isProtected || /^iam:tag/i.test(action)) return false;
  const tagging = target.kind === 'user' ? 'iam:TagUser' : 'iam:TagRole';
  return holds(identity, tagging) && ask(identity, tagging, resource, world)?.needs.length === 0;
}

/** Resources tried at most for one template: more say nothing new. */
const mostCandidates = 12;

/**
 * Whether an identity may call an action on resources that it names itself: one new resource of every type that the
 * call demands. Undefined when it may not.
 */
export function askForNew(
  identity: Identity,
  action: string,
  world: World,
  asking: Asking = {},
): readonly Permitted[] | undefined {
  const { required, optional } = techniqueAction(action.toLowerCase()) ?? { required: [], optional: [] };
  if (required.length === 0) {
    const any = first(
      [['*'], ...optional.map((each) => candidates(identity, action, fill(each, world)))].flat(),
      (resource) => ask(identity, action, resource, world, asking),
    );
    return any && [any];
  }
  return all(required.map((each) => askForOne(identity, action, fill(each, world), world, asking)));
}

/** Whether an identity may call all of some actions on the same new resources: what one makes, the other uses. */
export function askForNewTogether(
  identity: Identity,
  actions: readonly string[],
  world: World,
): readonly Permitted[] | undefined {
  const needed = actions.flatMap((action) =>
    (techniqueAction(action.toLowerCase())?.required ?? []).map((each) => ({ action, template: fill(each, world) })),
  );
  const named = [...Map.groupBy(needed, ({ template }) => template)].map(([template, calls]) => {
    const names = new Set(calls.flatMap(({ action }) => candidates(identity, action, template)));
    return leastDemanding(
      [...names].map((name) =>
        all(calls.map(({ action }) => withPattern(ask(identity, action, name, world), template))),
      ),
    );
  });
  const unnamed = actions
    .filter((action) => !needed.some((each) => each.action === action))
    .map((action) => askForNew(identity, action, world));
  const found = [...named, ...unnamed].filter((each) => each !== undefined).flat();
  return [...named, ...unnamed].includes(undefined) ? undefined : inOrder(found, actions);
}

function inOrder(calls: readonly Permitted[], actions: readonly string[]): readonly Permitted[] {
  return calls.toSorted((one, other) => actions.indexOf(one.action) - actions.indexOf(other.action));
}

/** Of answers about several calls together, the one that needs the least. */
function leastDemanding(answers: readonly (readonly Permitted[] | undefined)[]): readonly Permitted[] | undefined {
  let found: readonly Permitted[] | undefined;
  const needsOf = (calls: readonly Permitted[]): number => new Set(calls.flatMap(({ needs }) => needs)).size;
  for (const answer of answers) if (answer && (!found || needsOf(answer) < needsOf(found))) found = answer;
  return found;
}

/** Whether an identity may call an action on one existing resource, and on what else the call names. */
export function askOn(identity: Identity, action: string, arn: string, world: World): readonly Permitted[] | undefined {
  const { required, optional } = techniqueAction(action.toLowerCase()) ?? { required: [], optional: [] };
  const isIts = (template: string): boolean => globMatches(fill(template, world), arn);
  const itself = [...required, ...optional].some(isIts);
  if (!itself) return askForNew(identity, action, world);
  return all([
    ask(identity, action, arn, world),
    ...required.filter((each) => !isIts(each)).map((each) => askForOne(identity, action, fill(each, world), world, {})),
  ]);
}

function askForOne(
  identity: Identity,
  action: string,
  template: string,
  world: World,
  asking: Asking,
): Permitted | undefined {
  const found = first(candidates(identity, action, template), (resource) =>
    ask(identity, action, resource, world, asking),
  );
  return withPattern(found, template);
}

function withPattern(found: Permitted | undefined, template: string): Permitted | undefined {
  return found?.resource === anyNameOf(template) ? { ...found, anyOf: template } : found;
}

function anyNameOf(template: string): string {
  return template.replaceAll('*', 'tenken');
}

/** Names for a new resource that the identity's policies might allow. */
function candidates(identity: Identity, action: string, template: string): readonly string[] {
  const found = new Set<string>();
  const shell = template.replace(/^(arn:[^:]+:ssm):\*:.*:document\/.*$/, '$1:*::document/AWS-RunShellScript');
  const isDocument = shell !== template && action !== 'ssm:CreateDocument';
  // Anybody may run AWS's own document, which runs shell commands; another is of use to who writes it.
  if (isDocument) found.add(shell.replace(':*:', ':us-east-1:'));
  const templates = isDocument ? [shell, ...(holds(identity, 'ssm:CreateDocument') ? [template] : [])] : [template];
  for (const layer of identity.layers) {
    for (const { resources, notResource } of layer.about(action.toLowerCase()).allow) {
      if (notResource) for (const each of templates) found.add(anyNameOf(each));
      else {
        for (const { text, variables } of resources) {
          const pattern = variables ? resolveVariables(text, (key) => variableOf(key, identity)) : text;
          for (const each of pattern === undefined ? [] : templates) {
            const name = commonText(pattern ?? '', each);
            if (name !== undefined) found.add(name);
          }
        }
      }
      if (found.size >= mostCandidates) return [...found];
    }
  }
  return [...found];
}

function fill(template: string, { partition, account }: World): string {
  return template.replaceAll('${Partition}', partition).replaceAll('${Account}', account);
}

/** The best answer: one that needs nothing else, or the first that is not a no. */
function first(
  resources: readonly string[],
  answer: (resource: string) => Permitted | undefined,
): Permitted | undefined {
  let best: Permitted | undefined;
  for (const resource of resources) {
    const found = answer(resource);
    if (found?.needs.length === 0) return found;
    best ??= found;
  }
  return best;
}

function all(answers: readonly (Permitted | undefined)[]): readonly Permitted[] | undefined {
  const found = answers.filter((each) => each !== undefined);
  return found.length === answers.length ? found : undefined;
}
