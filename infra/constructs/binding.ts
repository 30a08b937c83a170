import type { IGrantable } from 'aws-cdk-lib/aws-iam';

/**
 * A permission and the variable that names its resource, always together: a variable without its permission, or the reverse, cannot be written.
 */
export type Binding = { readonly env: Readonly<Record<string, string>>; grant(to: IGrantable): void };
