import type { Plugin } from 'esbuild';

/**
 * Lambda gives a function its credentials in three environment variables; the SDK's whole chain (files, SSO, web identity, HTTP)
 * only costs start-up time there. A bundle test guards that nothing of the chain comes back.
 */
const environmentOnly = `
export const defaultProvider = () => async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY, sessionToken: process.env.AWS_SESSION_TOKEN,
});`;

export const unusedCredentialChain: Plugin = {
  name: 'unused-credential-chain',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, (a) => ({ path: a.path, namespace: 'credentials' }));
    build.onLoad({ filter: /.*/, namespace: 'credentials' }, () => ({ loader: 'js', contents: environmentOnly }));
  },
};
