import type { StageContext } from '../../infra/stages.ts';

/** What a real account says of itself when it is deployed to. */
export const accountContext: StageContext = { nationalClientId: 'client-of-a-test' };
