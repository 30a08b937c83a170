import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PersonRightsChangedV1 } from '../../events/directory/person-rights-changed.v1.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import type { Binding } from '../constructs/binding.ts';
import { EventConsumer } from '../constructs/event-consumer.ts';
import { WorkflowFunction } from '../constructs/workflow-function.ts';
import { WorkflowTable } from '../constructs/workflow-table.ts';
import type { DirectoryStack } from '../directory/stack.ts';
import type { FoundationStack } from '../foundation/stack.ts';
import type { Stage } from '../stages.ts';
import { MachineClients } from './machine-clients.ts';
import { type RealmSettings, poolRealm } from './realms.ts';
import { SignInPool } from './sign-in-pool.ts';

/** Sign-in of citizens and officers, their sessions, and the authoriser before every protected route. */
export class IdentityStack extends Stack {
  readonly api: WorkflowFunction;
  readonly authorizer: WorkflowFunction;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly foundation: FoundationStack; readonly directory: DirectoryStack }) {
    super(scope, id, props);
    const { stage, foundation, directory } = props;
    const table = new WorkflowTable(this, 'Table', { spec: tables.identity, stage });
    const officers = new SignInPool(this, 'Officers', { stage, realm: 'province', claims: directory.claims.fn });
    new MachineClients(this, 'Machines', { stage, officers });
    const citizens = stage.nationalIdentity.kind === 'stand-in-pool' ? new SignInPool(this, 'Citizens', { stage, realm: 'national' }) : undefined;

    const national: RealmSettings = stage.nationalIdentity.kind === 'oidc' ? withoutKind(stage.nationalIdentity) : poolRealm(this, stage, citizens as SignInPool);
    const realms: Binding = { env: { REALMS: this.toJsonString({ province: poolRealm(this, stage, officers), national }) }, grant: () => undefined };

    this.api = new WorkflowFunction(this, 'Api', { stage, entry: 'identity/api', uses: [table.only('GetItem'), realms] });
    this.authorizer = new WorkflowFunction(this, 'Authorizer', { stage, entry: 'identity/authorizer', uses: [table.only('GetItem'), realms] });
    new EventConsumer(this, 'OnPersonRightsChanged', {
      stage, bus: foundation.bus.bus, events: [PersonRightsChangedV1], entry: 'identity/on-person-rights-changed.queue', uses: [table.only('UpdateItem')],
    });
  }
}

const withoutKind = ({ issuer, clientId, authorizeUrl, tokenUrl, logoutUrl, jwksUrl }: RealmSettings): RealmSettings => ({ issuer, clientId, authorizeUrl, tokenUrl, logoutUrl, jwksUrl });
