import { ConfirmFollowing, EndFollowing, EndFollowingByMail, FollowArea } from '../../shared/contracts/feedback-follow.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { on } from '../../shared/runtime/http.ts';
import { confirmFollowing, endFollowing, followArea } from './follow-area.ts';
import type { FeedbackDeps } from './ports.ts';
import { addressOf } from './public-handlers.ts';

/** What answers who follows an area by mail. */
export const followHandlers = (deps: Pick<FeedbackDeps, 'subscriptions' | 'limits' | 'catalogue'>) => {
  const [follow, confirm, end] = [followArea(deps), confirmFollowing(deps), endFollowing(deps)];
  return [
    on(FollowArea, async ({ body, headers, requestKey, cause }) => { await follow(body, { address: addressOf(headers), asked: { requestKey, cause } }); return undefined; }),
    on(ConfirmFollowing, async ({ params, body, now }) => {
      const { area, category } = await confirm({ ...params, ...body }, now);
      return { ...(area === undefined ? {} : { area }), ...(category === undefined ? {} : { category }) };
    }),
    on(EndFollowing, async ({ params, body: { key, all } }) => ({ ended: await end({ ...params, key }, all) })),
    // who presses the button of the mail program wants no more of them: another subscription would bring the same news
    on(EndFollowingByMail, async ({ params }) => {
      try {
        await end(params, true);
      } catch (error) {
        // ended before: what was wanted holds
        if (!(error instanceof DomainError && error.code === 'subscription-unknown')) throw error;
      }
      return undefined;
    }),
  ];
};
