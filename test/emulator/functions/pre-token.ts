import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Gives the access token the posts of the person; whoever has none may not enter. */
export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
  process.stdout.write(`{"message":"token","source":"${event.triggerSource}"}\n`);
  if (event.userName.startsWith('nghiviec')) throw new Error('no post');
  // Claims may be JSON since version 2 of the event; the published type still says string.
  const claims = { posts: [{ agency: 'H30.110', role: 'clerk' }] } as unknown as Record<string, string>;
  event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: claims } } };
  return event;
};
