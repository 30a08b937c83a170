import { expect, test } from 'vitest';
import { CreateFunctionCommand, GetFunctionCommand, InvokeCommand, LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { zip } from '../../infra/local/zip.ts';
import { options, out } from './probe-client.ts';

const lambda = new LambdaClient(options);
const code = (answer: string): Buffer => zip(new Map([
  ['index.mjs', Buffer.from('import { readFileSync } from "node:fs"; export const handler = async () => { console.log("asked"); return readFileSync(new URL("./phụ/lục.txt", import.meta.url), "utf8"); };')],
  ['phụ/lục.txt', Buffer.from(answer)],
]));
const ask = async (FunctionName: string): Promise<unknown> => JSON.parse((await lambda.send(new InvokeCommand({ FunctionName }))).Payload?.transformToString() ?? '');

test('our own archive is taken, and new code answers at once', async () => {
  const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: out('UngrantedFunction') }));
  const FunctionName = 'haugiang-hot-update';
  await lambda.send(new CreateFunctionCommand({ FunctionName, Role: Configuration?.Role, Runtime: 'nodejs24.x', Handler: 'index.handler', Code: { ZipFile: code('trước') } }));
  expect(await ask(FunctionName)).toBe('trước');
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('sau') }));
  expect(await ask(FunctionName)).toBe('sau');
});
