import type { AwsClients } from './clients.ts';

/** What every SDK call takes beside its input. */
export interface CallOptions {
  readonly abortSignal: AbortSignal;
}

/** An input that tells the resources of one operation apart; a list where one call takes several. */
export type ResourceInput = Readonly<Record<string, string | readonly string[]>>;

/** Which call's limits an operation counts against. */
export type Budget =
  | 'cloudtrail'
  | 'ec2'
  | 'elb'
  | 'identity-center'
  | 'iam'
  | 'iam-job'
  | 'organization-job'
  | 'organizations'
  | 'other'
  | 'resource-explorer'
  | 'route53'
  | 'workload';

/** Where inputs are chosen, and what whoever scans wants to know more about. */
export interface Asking {
  readonly account: string;
  readonly region: string;
  /** Whether it is worth asking who uses a service (prefix of its IAM actions) in a region. */
  readonly attribute?: Attribute;
}

/** Says of a service and a region whether CloudTrail is asked who uses it. */
export type Attribute = (service: string, region: string) => boolean;

/** Says of a service whether its use has ended, so that what it left is looked for. */
export type HasEnded = (service: string) => boolean;

/** One API operation, as data: how it is called, paged and cleaned, and what else it depends on. */
export interface AwsOperation {
  /**
   * `service:Operation`: its key in the snapshot. `service:Operation#question` where one operation is asked two questions,
   * whose answers must not be taken for each other.
   */
  readonly id: string;
  readonly per: 'account' | 'region' | 'organization';
  readonly budget: Budget;
  /** Calls one page; `page` is the token of the page before, `account` the twelve digits of whose account is read, `now` the scan's clock. */
  call(
    clients: AwsClients,
    options: CallOptions,
    page: string | undefined,
    input: ResourceInput,
    account: string,
    now: Date,
  ): Promise<object>;
  /** The token of the page after, if there is one. */
  next?(output: object): string | undefined;
  /** Members that may hold a secret: left out of the answer wherever they stand in it. */
  readonly secrets?: readonly string[];
  /**
   * Codes that are an answer: there is none of it. The output is then `{}`. `ENOTFOUND` where a service is not offered
   * in every region: its endpoint has no name there. (A region whose names are not found at all fails at its probe.)
   */
  readonly absent?: readonly string[];
  /** Called once for each input that other operations' merged outputs name, or the inputs these were asked with. */
  readonly each?: {
    readonly of: readonly string[];
    inputs(output: object, asked: ResourceInput, asking: Asking): readonly ResourceInput[];
    /** Inputs that its own outputs name: of a tree, the next level. */
    further?(output: object): readonly ResourceInput[];
    /** The first so many inputs are called; each of the rest is left, as an `OverBudget` in the errors says. */
    readonly atMost?: number;
    /**
     * Whoever may not ask about one may ask about none: the first input is called alone, and if it is denied, the others
     * are not called and the operation as a whole is the error.
     */
    readonly refusedAlike?: boolean;
    /** Any of the others may name inputs: as long as one was read, those that were not are no gap of this operation. */
    readonly oneIsEnough?: boolean;
  };
  /** Called only if another operation's merged output says that there is something to read. */
  readonly onlyIf?: { readonly of: string; holds(output: object): boolean };
  /** IAM actions beside the one of its name. */
  readonly alsoNeeds?: readonly string[];
  /** Asks for what may be in a region without networks: called even where there is no network interface. */
  readonly outsideNetworks?: true;
  /**
   * Called only if somebody in the account holds one of these IAM actions: it collects what can be misused with them and
   * with nothing else. A region without networks does not rule it out.
   */
  readonly neededBy?: readonly string[];
  /**
   * Called only if the register says that the use of one of these services (prefixes of IAM actions) has ended in the
   * account: it lists what is to be deleted then, and nobody asks for it before.
   */
  readonly leftBehindBy?: readonly string[];
  /** With `neededBy`: called only if a role of the account trusts this service, else nothing of it can carry one. */
  readonly carriesFor?: string;
}

/** An operation with the types of its own output and of the output it depends on. */
interface TypedOperation<Output extends object, Source extends object, Input extends ResourceInput> extends Omit<
  AwsOperation,
  'call' | 'next' | 'each' | 'onlyIf'
> {
  call(
    clients: AwsClients,
    options: CallOptions,
    page: string | undefined,
    input: Input,
    account: string,
    now: Date,
  ): Promise<Output>;
  next?(output: Output): string | undefined;
  readonly each?: Omit<NonNullable<AwsOperation['each']>, 'inputs' | 'further'> & {
    inputs(output: Source, asked: ResourceInput, asking: Asking): readonly Input[];
    further?(output: Output): readonly Input[];
  };
  readonly onlyIf?: { readonly of: string; holds(output: Source): boolean };
}

/** Declares an operation. The outputs are typed where it is declared, and plain objects everywhere else. */
export function defineOperation<
  Output extends object,
  Source extends object = object,
  Input extends ResourceInput = Readonly<Record<string, string>>,
>(operation: TypedOperation<Output, Source, Input>): AwsOperation {
  return operation;
}

/** The operations whose outputs an operation waits for. */
export function sourcesOf({ each, onlyIf }: AwsOperation): readonly string[] {
  return each?.of ?? (onlyIf ? [onlyIf.of] : []);
}
