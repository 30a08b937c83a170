import type { TrackingView } from '../../shared/contracts/dossier.ts';
import type { TimelineItem } from '../components/timeline.tsx';
import { momentText } from '../format/dates.ts';
import { statusKey, statusName } from '../format/status.ts';
import { dossierText } from '../messages/dossier.ts';
import type { Language } from '../messages/translator.ts';

/** What happens now, who acts and by when, in one sentence. */
export const nowSentence = (dossier: TrackingView, language: Language): string => {
  const t = dossierText(language);
  const agency = dossier.agency.name;
  switch (statusKey(dossier.state.business)) {
    case 'submitted': return t('nowSubmitted', { agency });
    case 'accepted':
    case 'processing': return dossier.dueAt === undefined ? t('nowProcessed', { agency }) : t(dossier.punctuality?.verdict === 'overdue' ? 'nowOverdue' : 'nowAccepted', { agency, due: momentText(dossier.dueAt, language) });
    case 'refused': return t('nowRefused');
    case 'finished': return t('nowFinished', { agency });
    case 'handed-over': return t('nowHandedOver');
    case 'supplement-required': return `${t('nowSupplement', { agency })} ${t('nowPaused')}`;
    case 'payment-required': return `${t('nowPayment', { agency })} ${t('nowPaused')}`;
    case 'stopped': return t('nowPaused');
    default: return t('nowWithdrawn');
  }
};

/** What still lies ahead of a status that goes the ordinary way. */
const ahead: Record<string, readonly ('nextAccept' | 'nextProcess' | 'nextFinish' | 'nextHandOver')[]> = {
  submitted: ['nextAccept', 'nextProcess', 'nextFinish', 'nextHandOver'],
  accepted: ['nextProcess', 'nextFinish', 'nextHandOver'],
  processing: ['nextFinish', 'nextHandOver'],
  finished: ['nextHandOver'],
};

/** The steps taken, the one under way, and those to come with the promised time. */
export const timelineOf = (dossier: TrackingView, language: Language): readonly TimelineItem[] => {
  const t = dossierText(language);
  const next = ahead[statusKey(dossier.state.business)] ?? [];
  const step = dossier.way?.find(({ state }) => state === 'now')?.name[language];
  const taken = dossier.steps.map(({ at, status }, index): TimelineItem => {
    const now = index === dossier.steps.length - 1 && next.length > 0;
    // asked for more, for money, or stopped before: then it is worked on again, not accepted a second time
    const goesOn = (dossier.steps[index - 1]?.status ?? 0) > status;
    // which of the agency's own steps it stands in, never with whom
    return { id: `${at}-${status}`, title: goesOn ? t('nextProcess') : statusName(status, language), at: momentText(at, language), state: now ? 'now' : 'done', ...(now && step !== undefined ? { by: step } : {}) };
  });
  const coming = next.map((key): TimelineItem => ({
    id: key, title: t(key), state: 'next', ...(key === 'nextFinish' && dossier.dueAt !== undefined ? { at: t('stepBefore', { due: momentText(dossier.dueAt, language) }) } : {}),
  }));
  return [...taken, ...coming];
};
