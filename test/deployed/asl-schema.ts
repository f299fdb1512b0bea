import { z } from 'zod';

/**
 * The part of the Amazon States Language that the run machine uses, and nothing else: a field or a kind of state that
 * the executor does not know is an error here, so that a machine cannot pass a test by being ignored.
 */
const retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.int().default(1),
  MaxAttempts: z.int().default(3),
  BackoffRate: z.number().default(2),
  MaxDelaySeconds: z.int().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});

const flow = {
  Next: z.string().optional(),
  End: z.literal(true).optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  Output: z.unknown().optional(),
};

const task = z.strictObject({
  ...flow,
  Type: z.literal('Task'),
  Resource: z.literal('arn:aws:states:::lambda:invoke'),
  Arguments: z.strictObject({ FunctionName: z.string(), Payload: z.unknown() }),
  Retry: z.array(retrier).default([]),
});

const choice = z.strictObject({
  Type: z.literal('Choice'),
  QueryLanguage: z.literal('JSONata').optional(),
  Choices: z.array(z.strictObject({ Condition: z.string(), Next: z.string() })).min(1),
  Default: z.string(),
});

const distributedMap = z.strictObject({
  ...flow,
  Type: z.literal('Map'),
  Label: z.string(),
  MaxConcurrency: z.int(),
  ToleratedFailurePercentage: z.number(),
  ItemReader: z.strictObject({
    Resource: z.literal('arn:aws:states:::s3:getObject'),
    ReaderConfig: z.strictObject({ InputType: z.literal('JSONL') }),
    Arguments: z.strictObject({ Bucket: z.string(), Key: z.string() }),
  }),
  ItemProcessor: z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('DISTRIBUTED'), ExecutionType: z.literal('STANDARD') }),
    StartAt: z.string(),
    States: z.record(z.string(), z.discriminatedUnion('Type', [task, choice])),
  }),
  ResultWriter: z.strictObject({
    Resource: z.literal('arn:aws:states:::s3:putObject'),
    Arguments: z.strictObject({ Bucket: z.string(), Prefix: z.string() }),
  }),
});

/** A whole machine, as the template's definition string says it. */
export const machineSchema = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.int(),
  StartAt: z.string(),
  States: z.record(z.string(), z.discriminatedUnion('Type', [task, choice, distributedMap])),
});

/** A machine that the executor can run. */
export type Machine = z.infer<typeof machineSchema>;
/** A Lambda invocation. */
export type Task = z.infer<typeof task>;
/** A state that says which one follows. */
export type Choice = z.infer<typeof choice>;
/** A distributed map over the lines of a file in S3, with its results written to S3. */
export type DistributedMap = z.infer<typeof distributedMap>;
/** The states of a machine or of a map's children. */
export interface Flow {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Task | Choice | DistributedMap>>;
}
