import { GetRoutingRules, PublishRoutingRules, TryRoutingRules } from '../../shared/contracts/feedback-rules.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { on } from '../../shared/runtime/http.ts';
import { getRules, publishRules, tryRules } from './keep-rules.ts';
import type { FeedbackDeps, RuleBook } from './ports.ts';

const bookView = ({ version, rules, publishedAt }: RuleBook) => ({ version, rules: [...rules], ...(publishedAt === undefined ? {} : { publishedAt }) });

/** What answers the routes of the routing rules. */
export const ruleHandlers = (deps: FeedbackDeps) => {
  const [get, tryOut, publish] = [getRules(deps), tryRules(deps), publishRules(deps)];
  return [
    on(GetRoutingRules, async ({ params, actor, now }) => bookView(await get(params.agencyCode, officerOf(actor), now))),
    on(TryRoutingRules, ({ params, body, actor, now }) => tryOut({ ...params, ...body }, officerOf(actor), now)),
    on(PublishRoutingRules, async ({ params, body, actor, now }) => bookView(await publish({ ...params, ...body }, officerOf(actor), now))),
  ];
};
