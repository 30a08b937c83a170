import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keySet = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' }] });

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An officer's access token as the province's pool issues it. */
export const officerToken = (): string => {
  const seconds = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: 'RS256', kid: 'bench' })}.${part({
    iss: 'https://issuer.example/province', sub: 'bench-officer', token_use: 'access', client_id: 'province-browser', username: 'can.bo', name: 'Cán bộ',
    person: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', posts: [{ agency: 'H30.19.01', role: 'one-stop-clerk', from: '2020-01-01' }], iat: seconds, exp: seconds + 600,
  })}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
};

/** A table that answers at once and holds nothing, and the key sets of both issuers: so that only the function's own time is left. */
export const standInAws = async (): Promise<{ endpoint: string; stop: () => Promise<void> }> => {
  const server = createServer((request, answer) => {
    request.resume().once('end', () => {
      if (request.url?.endsWith('jwks.json')) return void answer.writeHead(200, { 'content-type': 'application/json' }).end(keySet);
      const target = request.headers['x-amz-target'];
      // no bucket holds anything
      if (target === undefined) return void answer.writeHead(404).end();
      answer.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(/Query|Scan/.test(String(target)) ? '{"Items":[],"Count":0}' : '{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
};
