import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type ILayerVersion, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** What differs between the steps of a run. */
export interface StepLambdaProps {
  /** Folder under `functions/`. */
  readonly step: 'plan' | 'scan' | 'scan-azure' | 'scan-entra' | 'conclude';
  /** A fixed name, where others must be able to name the role before it exists. */
  readonly roleName?: string;
  readonly description: string;
  readonly timeout: Duration;
  /** MiB; CPU grows with it. */
  readonly memorySize: number;
  readonly layers: readonly ILayerVersion[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * One step of a run as a Lambda function, with a role and a log group of its own. The role starts with nothing but its
 * log: each permission is stated where the step's work is described.
 */
export class StepLambda extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: StepLambdaProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      ...(props.roleName ? { roleName: props.roleName } : {}),
      description: props.description,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.logGroup.grantWrite(this.role);
    this.function = new NodejsFunction(this, 'Function', {
      entry: path(`../../functions/${props.step}/handler.ts`),
      projectRoot: path('../..'),
      depsLockFilePath: path('../../package-lock.json'),
      description: props.description,
      role: this.role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memorySize,
      layers: [...props.layers],
      environment: { ...props.environment },
      bundling,
    });
  }

  /** Allows the step `actions` on `resources`. */
  may(actions: readonly string[], ...resources: readonly string[]): this {
    this.role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
    return this;
  }

  /** Allows the step `actions` under conditions on the request; they name no resource. */
  mayIf(actions: readonly string[], conditions: Readonly<Record<string, object>>): this {
    this.role.addToPolicy(
      new PolicyStatement({ actions: [...actions], resources: ['*'], conditions: { ...conditions } }),
    );
    return this;
  }

  /** Allows the step to encrypt and, if it also reads, to decrypt with `key`. */
  mayUse(key: IKey, use: 'write' | 'read and write'): this {
    return this.may(use === 'write' ? ['kms:GenerateDataKey'] : ['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn);
  }
}

/**
 * ES modules with `module` entry points first, or esbuild cannot shake the SDK (1.8 MB instead of 1.0). The clients are
 * bundled, so that what was tested is what runs. The banner serves bundled CommonJS that requires node modules.
 */
const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
