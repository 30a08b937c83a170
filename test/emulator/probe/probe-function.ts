import { Duration } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { inLocalFolder } from '../../../infra/local/folders.ts';

/** Where the set-up bundles the probe's functions. */
export const probeBundles = inLocalFolder('probe', 'functions');

export const probeFunction = (scope: Construct, id: string, name: string, environment: Record<string, string> = {}): LambdaFunction =>
  new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromAsset(`${probeBundles}/${name}`), timeout: Duration.seconds(10), environment,
  });
