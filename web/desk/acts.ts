import type { DeskAct, DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { PaymentItem, PaymentKind } from '../../shared/contracts/payment.ts';
import { call, newRequestKey } from '../client/client.ts';
import type { Outcome } from '../client/client.ts';
import type { DeskTexts } from './messages.ts';

/** What is asked of the applicant: why, and item by item. */
export type Asking = { readonly reason: string; readonly items: readonly { readonly kind: 'file' | 'text'; readonly what: string }[] };

/** What is owed, and why. */
export type PaymentAsking = { readonly reason: string; readonly items: readonly PaymentItem[] };
/** Money taken at the counter. */
export type CounterPayment = { readonly amount: number; readonly paidOn: string; readonly receipts: readonly { readonly kind: PaymentKind; readonly number: string }[] };

/** To whom a matter is passed on; `beyondRule` when the procedure does not name that agency. */
export type Passing = { readonly reason: string; readonly agency: string; readonly beyondRule: boolean };
/** A date as it was shown, and what it was reckoned by. */
export type NewPromise = { readonly reason: string; readonly by: 'calendar' | 'catalogue'; readonly dueAt: string };

/** What an officer decided, with what the decision needs. */
export type Decision =
  | { readonly act: 'accept'; /** given by the side that issues it */ readonly number?: string }
  | { readonly act: 'take' | 'hand-over' | 'resume' | 'hand-on' | 'receive' }
  | { readonly act: 'refuse' | 'stop' | 'exempt-payment' | 'send-back'; readonly reason: string }
  | { readonly act: 'extend'; readonly reason: string; readonly newDate: string }
  | { readonly act: 'request-supplement' } & Asking
  | { readonly act: 'transfer' } & Passing
  | { readonly act: 'recompute' } & NewPromise
  | { readonly act: 'correct-result'; readonly reason: string; readonly resultUploadId: string }
  | { readonly act: 'request-payment' } & PaymentAsking
  | { readonly act: 'record-payment' } & CounterPayment
  | { readonly act: 'finish'; readonly resultUploadId: string };

/** In the order of weight: the first one allowed is the primary button. */
const byWeight = ['accept', 'take', 'receive', 'hand-on', 'finish', 'hand-over', 'record-payment', 'resume', 'request-supplement', 'request-payment', 'exempt-payment', 'send-back', 'extend', 'recompute', 'transfer', 'correct-result', 'stop', 'refuse'] as const satisfies readonly DeskAct[];
/** The ordinary way of a dossier; anything else is an exception and never the one button. */
export const isOrdinary = (act: DeskAct): boolean => ['accept', 'take', 'receive', 'hand-on', 'finish', 'hand-over', 'record-payment', 'resume'].includes(act);
export const ordered = (allowed: readonly DeskAct[]): DeskAct[] => byWeight.filter((act) => allowed.includes(act));

const names = { accept: 'accept', refuse: 'refuse', take: 'take', finish: 'finish', 'hand-over': 'handOver', 'request-supplement': 'requestSupplement', stop: 'stop', resume: 'resume', extend: 'extend',
  transfer: 'transfer', 'correct-result': 'correctResult', recompute: 'recompute', 'request-payment': 'requestPayment', 'record-payment': 'recordPayment', 'exempt-payment': 'exemptPayment', 'hand-on': 'handOn', receive: 'receive', 'send-back': 'sendBack' } as const satisfies Record<DeskAct, string>;
export const actName = (act: DeskAct, t: DeskTexts): string => t(names[act]);

const pastNames: Readonly<Record<string, 'pastSubmit' | 'pastAccept' | 'pastRefuse' | 'pastTake' | 'pastFinish' | 'pastHandOver' | 'pastWithdraw' | 'pastRequestSupplement' | 'pastAnswerSupplement' | 'pastStop' | 'pastResume' | 'pastExtend' | 'pastReportProgress'
  | 'pastRequestPayment' | 'pastRecordPayment' | 'pastSettlePayment' | 'pastExemptPayment' | 'pastSucceed' | 'pastHandOn' | 'pastReceive' | 'pastSendBack' | 'pastTransfer' | 'pastCorrectResult' | 'pastRecompute'>> =
  { submit: 'pastSubmit', accept: 'pastAccept', refuse: 'pastRefuse', take: 'pastTake', finish: 'pastFinish', 'hand-over': 'pastHandOver', withdraw: 'pastWithdraw', 'request-supplement': 'pastRequestSupplement', 'answer-supplement': 'pastAnswerSupplement', stop: 'pastStop', resume: 'pastResume', extend: 'pastExtend', 'report-progress': 'pastReportProgress',
    transfer: 'pastTransfer', 'correct-result': 'pastCorrectResult', recompute: 'pastRecompute', 'request-payment': 'pastRequestPayment', 'record-payment': 'pastRecordPayment', 'settle-payment': 'pastSettlePayment', 'exempt-payment': 'pastExemptPayment', succeed: 'pastSucceed', 'hand-on': 'pastHandOn', receive: 'pastReceive', 'send-back': 'pastSendBack' };
/** What a line of history says happened; an act this page does not know yet keeps its own name. */
export const happened = (act: string, t: DeskTexts): string => { const name = pastNames[act]; return name === undefined ? act : t(name); };

/** What the officer reads when it is done. */
export const doneText = (act: DeskAct, view: DeskDossierView, t: DeskTexts): string => {
  if (act === 'accept') return t('doneAccept', { number: view.number ?? view.trackingCode });
  return act === 'finish' ? t('doneFinish') : happened(act, t);
};

/** What still lies before a dossier of a status; the first is what it waits for now. */
export const ahead = (status: number, t: DeskTexts): string[] => {
  if (status === 5) return [t('nextSupplement')];
  if (status === 6) return [t('nextPayment')];
  if (status === 8) return [t('nextResume')];
  const way = [{ at: 1, text: t('nextAccept') }, { at: 2, text: t('nextTake') }, { at: 4, text: t('nextFinish') }, { at: 9, text: t('nextHandOver') }];
  const now = way.findIndex(({ at }) => at === status);
  return now < 0 ? [] : way.slice(now).map(({ text }) => text);
};

const keys = new Map<string, string>();
/** The same decision on the same revision keeps its key, so that a lost answer never makes a second act. */
export const keyOf = (matterId: string, revision: number, decision: object): string => {
  const what = JSON.stringify([matterId, revision, decision]);
  const key = keys.get(what) ?? newRequestKey();
  keys.set(what, key);
  return key;
};

/** Carries a decision out on the revision the officer saw. */
export const carryOut = async ({ dossierId, revision }: DeskDossierView, decision: Decision): Promise<Outcome<DeskDossierView>> => {
  const common = { params: { dossierId }, key: keyOf(dossierId, revision, decision) };
  switch (decision.act) {
    case 'accept': return call('acceptDossier', { ...common, body: { revision, ...(decision.number === undefined ? {} : { number: decision.number }) } });
    case 'refuse': return call('refuseDossier', { ...common, body: { revision, reason: decision.reason } });
    case 'take': return call('takeDossier', { ...common, body: { revision } });
    case 'finish': return call('finishDossier', { ...common, body: { revision, resultUploadId: decision.resultUploadId } });
    case 'request-supplement': return call('requestSupplement', { ...common, body: { revision, reason: decision.reason, items: [...decision.items] } });
    case 'stop': return call('stopDossier', { ...common, body: { revision, reason: decision.reason } });
    case 'resume': return call('resumeDossier', { ...common, body: { revision } });
    case 'extend': return call('extendDossier', { ...common, body: { revision, reason: decision.reason, newDate: decision.newDate } });
    case 'hand-on': return call('handOnStep', { ...common, body: { revision } });
    case 'receive': return call('receiveStep', { ...common, body: { revision } });
    case 'send-back': return call('sendBackStep', { ...common, body: { revision, reason: decision.reason } });
    case 'request-payment': return call('requestPayment', { ...common, body: { revision, reason: decision.reason, items: [...decision.items] } });
    case 'record-payment': return call('recordPayment', { ...common, body: { revision, amount: decision.amount, paidOn: decision.paidOn, receipts: [...decision.receipts] } });
    case 'transfer': return call('transferDossier', { ...common, body: { revision, reason: decision.reason, agency: decision.agency, beyondRule: decision.beyondRule } });
    case 'correct-result': return call('correctResult', { ...common, body: { revision, reason: decision.reason, resultUploadId: decision.resultUploadId } });
    case 'recompute': return call('recomputeDue', { ...common, body: { revision, reason: decision.reason, by: decision.by, dueAt: decision.dueAt } });
    case 'exempt-payment': return call('exemptPayment', { ...common, body: { revision, reason: decision.reason } });
    case 'hand-over': return call('handOverResult', { ...common, body: { revision } });
  }
};
