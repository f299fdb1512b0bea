import { notAsked } from '../not-asked.ts';
import type { CollectError, KeyedResponse } from '../../model/snapshot.ts';
import { graphCaller } from '../entra/graph-caller.ts';
import type { Graph } from '../entra/graph-client.ts';
import { graphError } from '../entra/graph-error.ts';
import type { GraphPace } from '../entra/graph-pace.ts';
import type { ArmRow } from './arm-page.ts';

/** The operations of Microsoft Graph that tell who the principals of role assignments are. */
export const directoryOperations = ['/directoryObjects/getByIds', '/groups/{id}/transitiveMembers'] as const;

const [byIds, membersOf] = directoryOperations;
/** "The maximum number of ids is 1000." */
const idsAtOnce = 1000;
const fields =
  'id,displayName,userPrincipalName,userType,accountEnabled,appId,appOwnerOrganizationId,servicePrincipalType';

/** What was read, or why not. */
export interface ReadDirectory {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly errors: readonly CollectError[];
}

/** What the directory is asked with. */
export interface DirectoryOptions {
  readonly graph: Graph;
  /** Of the tenant, whose limits all its subscriptions share. */
  readonly pace: GraphPace;
  readonly signal: AbortSignal;
  readonly onCall: () => void;
  readonly wait?: number;
}

/** Reads the principals by id, the members of groups among them, and these members. Ids that are gone are in no answer. */
export async function collectDirectory(ids: readonly string[], options: DirectoryOptions): Promise<ReadDirectory> {
  const { graph, pace, signal, onCall, wait } = options;
  const caller = graphCaller({ graph, signal, pace, onCall, ...(wait !== undefined && { wait }) });
  const readAll = async (wanted: readonly string[]): Promise<readonly ArmRow[]> => {
    const rows: ArmRow[] = [];
    for (let at = 0; at < wanted.length; at += idsAtOnce)
      rows.push(...(await caller.find(`${byIds}?$select=${fields}`, { ids: wanted.slice(at, at + idsAtOnce) })));
    return rows;
  };
  try {
    const principals = await readAll([...new Set(ids)]);
    const groups = principals.flatMap((row) => (isGroup(row) && typeof row['id'] === 'string' ? [row['id']] : []));
    const answers: KeyedResponse[] = [];
    const errors: CollectError[] = [];
    for (const [id, each] of await caller.readEach(membersOperation, groups)) {
      if ('answer' in each) answers.push({ input: { id }, output: each.answer });
      else errors.push(graphError(membersOf, each.error, signal, id));
    }
    const known = new Set(principals.map(({ id }) => id));
    const members = answers.flatMap(({ output }) => idsIn(output)).filter((id) => !known.has(id));
    const more = await readAll([...new Set(members)]);
    return { responses: { [byIds]: { value: [...principals, ...more] }, [membersOf]: answers }, errors };
  } catch (error) {
    const failed = graphError(byIds, error, signal);
    return { responses: {}, errors: [failed, notAsked(membersOf, failed)] };
  }
}

const membersOperation = {
  id: membersOf,
  query: '$select=id&$top=999',
  answers: 'collection',
  budget: 'directory',
  cost: 4,
} as const;

function isGroup(row: ArmRow): boolean {
  return row['@odata.type'] === '#microsoft.graph.group';
}

function idsIn(answer: unknown): readonly string[] {
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  return Array.isArray(value) ? value.flatMap(({ id }: ArmRow) => (typeof id === 'string' ? [id] : [])) : [];
}
