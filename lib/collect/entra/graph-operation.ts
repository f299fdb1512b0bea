/** An object as Graph answers it. */
export type GraphRow = Readonly<Record<string, unknown>>;

/** What was read so far, by operation: the objects of a collection, or the one object. */
export interface ReadSoFar {
  /** The objects of a collection; none where it was not read. */
  rows(operation: string): readonly GraphRow[];
  /** The answers of an operation that is called for each of many objects, by the object's id. */
  rowsBy(operation: string): ReadonlyMap<string, readonly GraphRow[]>;
  /** The answer of an operation that answers with one object. */
  object(operation: string): GraphRow | undefined;
  isRead(operation: string): boolean;
}

/** What calls count against ("Microsoft Graph service-specific throttling limits"). */
export type GraphBudget = 'directory' | 'reports' | 'conditionalAccess' | 'other';

/** One operation of Microsoft Graph, and how a scan calls it. */
export interface GraphOperation {
  /** The path, with `{id}` for what it is called for: the operation's name in a snapshot. */
  readonly id: string;
  /** Some answers exist in the beta version only. */
  readonly version?: 'beta';
  /** `$select=…&$top=999`. Of each object with `{id}`, where it is filtered and not part of the path. */
  readonly query?: string;
  readonly answers: 'collection' | 'object';
  readonly budget: GraphBudget;
  /** Resource units of one call, of the directory's budget. */
  readonly cost?: number;
  /** Where an operation is called for each of many objects: which, and how many at most. */
  readonly each?: {
    /** Operations whose answers say which. */
    readonly of: readonly string[];
    ids(read: ReadSoFar): readonly string[];
    readonly atMost?: number;
  };
  /** What of an object is kept, for answers that may hold what nobody should; undefined leaves the object out. */
  keep?(row: GraphRow): GraphRow | undefined;
}
