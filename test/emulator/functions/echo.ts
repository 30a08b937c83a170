import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { setTimeout as pause } from 'node:timers/promises';

/** Answers with the event it was given; `?sleep=ms` waits first, `?throw=…` fails. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  process.stdout.write('{"message":"echo"}\n');
  const { sleep, throw: reason } = event.queryStringParameters ?? {};
  if (reason !== undefined) throw new Error(reason);
  if (sleep !== undefined) await pause(Number(sleep));
  const { env, pid } = process;
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    cookies: ['first=1; Path=/; HttpOnly', 'second=2; Path=/api'],
    body: JSON.stringify({ event, pid, node: process.version, region: env['AWS_REGION'], endpoint: env['AWS_ENDPOINT_URL'] }),
  };
};
