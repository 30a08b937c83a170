import { AddVoice, ForgetMe, GetFeedback, GetFeedbackFigures, GetFeedbackMedia, GetFeedbackTile, GetFeedbackUpload, ListFeedback, ListFeedbackCategories, ListMyFeedback, ListNearbyFeedback, OpenOwnFeedback, RateFeedback, ReopenFeedback, ReportFeedback, RequestFeedbackUpload, SayNotFixed, SuggestCategory, VerifyFeedback } from '../../shared/contracts/feedback.ts';
import { MAX_MEDIA_BYTES, MediaType } from '../../shared/contracts/feedback-shapes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { citizenOf } from '../../shared/runtime/callers.ts';
import { on } from '../../shared/runtime/http.ts';
import { getUpload, requestUpload } from '../../shared/runtime/uploads/request-upload.ts';
import { guidanceOf } from './catalogue.ts';
import { genesisOf, publicEntry, verifyHistory } from './history.ts';
import { forgetMe } from './forget.ts';
import { linkMedia } from './link-media.ts';
import { findNearby } from './nearby.ts';
import type { FeedbackDeps } from './ports.ts';
import { addVoice, openByCode, rateFeedback, reopenFeedback, requireReporter } from './public-acts.ts';
import { ownerOf, reportFeedback } from './report-feedback.ts';
import { feedbackView, receiptOf } from './views.ts';

/** The address a request came from: the edge writes it behind whatever the caller claimed, and the gateway writes the edge's behind that. */
export const addressOf = (headers: Readonly<Record<string, string | undefined>>): string | undefined => {
  const hops = headers['x-forwarded-for']?.split(',').map((hop) => hop.trim().slice(0, 45)) ?? [];
  return hops.at(-2) ?? hops[0];
};

/** What answers people, with an account or without. */
export const publicHandlers = (deps: FeedbackDeps) => {
  const { catalogue } = deps;
  const taken = { types: MediaType.options, maxBytes: MAX_MEDIA_BYTES };
  const [request, upload, report, open, near, link] = [requestUpload(deps, taken), getUpload(deps), reportFeedback(deps), openByCode(deps), findNearby(deps), linkMedia(deps)];
  const [voice, notFixed, rate, reopen, forget] = [addVoice(deps, 'voice'), addVoice(deps, 'not-fixed'), rateFeedback(deps), reopenFeedback(deps), forgetMe(deps)];
  const { workingDays, complexWorkingDays, mostMedia, reopenDays, intakeAgency } = catalogue.settings;
  return [
    on(ListFeedbackCategories, () => ({
      items: catalogue.categories.map(({ code, name, group, retired, duplicateMetres }) => ({ code, name, group, retired, duplicateMetres, workingDays, complexWorkingDays })),
      guidance: [...catalogue.guidance], refusals: catalogue.refusals.map(({ code, name }) => ({ code, name })), mostMedia, reopenDays, intakeAgency,
    })),
    on(SuggestCategory, async ({ body: { text } }) => {
      const suggestion = await deps.suggest(text);
      const guidance = guidanceOf(catalogue, suggestion.outOfScope);
      return { ...suggestion, ...(guidance === undefined ? {} : { guidance }) };
    }),
    on(ListNearbyFeedback, async ({ query, now }) => ({ items: await near({ ...query, now }) })),
    on(RequestFeedbackUpload, async ({ body: { device, ...file }, actor, requestKey, cause, headers, now }) => {
      const owner = ownerOf(actor, device);
      await deps.limits.count({ device: actor.kind === 'nobody' ? owner : undefined, address: addressOf(headers) }, 'upload', now);
      if (!MediaType.safeParse(file.contentType).success) throw new DomainError('media-type-not-accepted', undefined, { pointers: ['/body/contentType'] });
      return request({ ...file, asked: { requestKey, cause } }, owner);
    }),
    on(GetFeedbackUpload, ({ params, query, actor }) => upload(params.uploadId, ownerOf(actor, query.device ?? (actor.kind === 'nobody' ? '' : undefined)))),
    on(ReportFeedback, async ({ body, actor, requestKey, cause, headers }) => receiptOf(await report({ ...body, channel: 'web', address: addressOf(headers), asked: { requestKey, cause } }, actor), catalogue)),
    on(ListMyFeedback, async ({ query, actor, now }) => {
      const page = await deps.feedback.ofPerson(`citizen:${citizenOf(actor).subject}`, query.cursor);
      return { ...page, items: page.items.map((record) => feedbackView(record, catalogue, now, true)) };
    }),
    on(ListFeedback, async ({ query: { cursor, limit, ...wish } }) => { const page = await deps.register.list(wish, { cursor, limit }); return { ...page, items: [...page.items] }; }),
    on(GetFeedbackFigures, async ({ now }) => ({ asOf: now.toISOString(), areas: await deps.map.figures() })),
    on(GetFeedbackTile, ({ params: { zoom, x, y }, query }) => deps.map.tile({ zoom: Number(zoom), x: Number(x), y: Number(y) }, query)),
    on(GetFeedback, async ({ params, now }) => feedbackView(await open(params.trackingCode), catalogue, now)),
    on(OpenOwnFeedback, async ({ params, body, actor, now }) => {
      const record = await open(params.trackingCode);
      requireReporter(record, actor, body.reporterKey);
      return feedbackView(record, catalogue, now, true);
    }),
    on(GetFeedbackMedia, async ({ params, now }) => link(await open(params.trackingCode), params.mediaId, { now, published: true })),
    on(VerifyFeedback, async ({ params }) => {
      const { report: { feedbackId }, history, standing } = await open(params.trackingCode);
      return { genesis: await genesisOf(feedbackId), head: standing.historyHead, entries: history.map(publicEntry), ...(await verifyHistory(feedbackId, history, standing.historyHead)) };
    }),
    on(AddVoice, async ({ params, body, actor, requestKey, cause, headers, now }) => feedbackView(await voice({ ...params, ...body, address: addressOf(headers), asked: { requestKey, cause } }, actor), catalogue, now)),
    on(SayNotFixed, async ({ params, body, actor, requestKey, cause, headers, now }) => feedbackView(await notFixed({ ...params, ...body, address: addressOf(headers), asked: { requestKey, cause } }, actor), catalogue, now)),
    on(RateFeedback, async ({ params, body, actor, requestKey, cause, now }) => feedbackView(await rate({ ...params, ...body, asked: { requestKey, cause } }, actor), catalogue, now)),
    on(ForgetMe, async ({ params, body, actor, requestKey, cause, now }) => feedbackView(await forget({ ...params, ...body, asked: { requestKey, cause } }, actor), catalogue, now)),
    on(ReopenFeedback, async ({ params, body, actor, requestKey, cause, now }) => feedbackView(await reopen({ ...params, ...body, asked: { requestKey, cause } }, actor), catalogue, now)),
  ];
};
