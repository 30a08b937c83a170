/** Accounts in the local user pools, and the one appointment nobody signed in can make: that of the first administrator. */
import { AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, UsernameExistsException } from '@aws-sdk/client-cognito-identity-provider';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { LocalFailure } from '../failure.ts';
import { clientOptions } from '../local-aws.ts';
import { outputOf, type Outputs } from '../outputs.ts';
import { administrator, localPassword, seedAccounts, type SeedAccount } from './accounts.ts';
import { atOnce } from './until.ts';

export interface Deployed { readonly siteUrl: string; readonly endpoint: string; readonly outputs: Outputs }

const AT_ONCE = 4;

const openAccount = async (cognito: CognitoIdentityProviderClient, UserPoolId: string, { username, who, realm }: SeedAccount): Promise<void> => {
  const email = `${username}@${realm === 'national' ? 'congdan' : 'canbo'}.haugiang.example`;
  const UserAttributes = [{ Name: 'name', Value: who }, { Name: 'email', Value: email }, { Name: 'email_verified', Value: 'true' }];
  try {
    await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: username, UserAttributes, MessageAction: 'SUPPRESS' }));
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  }
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: username, Password: localPassword, Permanent: true }));
};

/** Makes the accounts that are missing and gives all of them the printed password. */
export async function openAccounts({ endpoint, outputs }: Deployed): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(clientOptions(endpoint));
  const pools = { national: outputOf(outputs, 'NationalPoolId'), province: outputOf(outputs, 'ProvincePoolId') };
  await atOnce(AT_ONCE, seedAccounts, async (account) => openAccount(cognito, pools[account.realm], account));
}

/** Invokes the directory's command as an operator would; where there is an administrator already nothing happens. */
export async function appointFirstAdministrator({ endpoint, outputs }: Deployed): Promise<void> {
  const { username, who, posts } = administrator;
  const lambda = new LambdaClient(clientOptions(endpoint));
  const Payload = JSON.stringify({ username, name: who, agency: posts[0]?.agency });
  const { FunctionError, Payload: answer } = await lambda.send(new InvokeCommand({ FunctionName: outputOf(outputs, 'FirstAdministratorFunction'), Payload }));
  if (FunctionError !== undefined) throw new LocalFailure(`The first administrator could not be appointed: ${answer?.transformToString() ?? FunctionError}`, 'Correct what it names and start again.');
}
