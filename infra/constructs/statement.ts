import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

export const statement = (actions: string[], resources: string[]): PolicyStatement => new PolicyStatement({ actions, resources });
