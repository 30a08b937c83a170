import { Duration, FileSystem, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { compileCacheFolder, compileCacheSettings } from '../build/compile-cache.ts';
import { type Entry, bundleFolder } from '../build/paths.ts';
import type { Stage } from '../stages.ts';
import type { Binding } from './binding.ts';
import { ProvinceAlarm } from './province-alarm.ts';

export type WorkflowFunctionProps = {
  readonly stage: Stage;
  /** `<workflow>/<file without .ts>` */
  readonly entry: Entry;
  /** what it may touch; each brings its variable and its permission */
  readonly uses: readonly Binding[];
  /** @default 512 MB, one third of a CPU: the knee of the measured cold starts */
  readonly memoryMb?: number;
  /** @default 10 s */
  readonly timeout?: Duration;
  /** further plain settings; never a resource's name */
  readonly settings?: Readonly<Record<string, string>>;
};

/** A bundle is what its code is: the cache beside it differs from build to build without meaning anything. */
const codeOf = (entry: Entry): Code => {
  const folder = bundleFolder(entry);
  return Code.fromAsset(folder, { assetHash: FileSystem.fingerprint(folder, { exclude: [compileCacheFolder] }) });
};

/** The only place that creates a Lambda: its own role, its own log group, an alarm on errors. */
export class WorkflowFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly entry: Entry;

  constructor(scope: Construct, id: string, props: WorkflowFunctionProps) {
    super(scope, id);
    const { stage, entry } = props;
    this.entry = entry;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logRetentionDays, removalPolicy: stage.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.fn = new LambdaFunction(this, 'Function', {
      code: codeOf(entry), handler: 'index.handler', runtime: Runtime.NODEJS_24_X, architecture: Architecture.ARM_64,
      role, logGroup, memorySize: props.memoryMb ?? 512, timeout: props.timeout ?? Duration.seconds(10),
      tracing: stage.emulator ? Tracing.DISABLED : Tracing.ACTIVE,
      environment: {
        STAGE: stage.name, SITE_ORIGIN: stage.siteOrigin, POWERTOOLS_SERVICE_NAME: entry.split('/')[0] ?? entry, ...compileCacheSettings(entry),
        ...Object.assign({}, ...props.uses.map((u) => u.env)), ...props.settings,
      },
    });
    for (const use of props.uses) use.grant(this.fn);
    new ProvinceAlarm(this, 'Errors', {
      stage, name: `${entry}/errors`, metric: this.fn.metricErrors({ period: Duration.minutes(5) }), threshold: 1,
      says: `${entry} failed.`, runbook: 'a-function-fails',
    });
  }

  /** For what has no binding of its own, such as sending mail. */
  allow(actions: string[], resources: string[]): void {
    this.fn.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
  }
}
