import type { TrackingView } from '../../shared/contracts/dossier.ts';
import { dossierStatuses } from '../../shared/kernel/dossier-status.ts';
import { useLanguage } from './language.ts';

type Status = TrackingView['state']['business'];
const tones: Record<string, 'info' | 'ok' | 'warn' | 'danger' | 'neutral'> = {
  submitted: 'info', accepted: 'info', processing: 'info', refused: 'danger', 'supplement-required': 'warn',
  'payment-required': 'warn', withdrawn: 'neutral', stopped: 'neutral', finished: 'ok', 'handed-over': 'ok',
};

/** The status of a dossier in words, with a shape and a colour. */
export const StatusTag = ({ status }: { readonly status: Status }) => {
  const language = useLanguage();
  const row = dossierStatuses.find(({ code }) => code === status);
  return <span class={`tag tag-${tones[row?.key ?? ''] ?? 'neutral'}`}>{row?.name[language] ?? String(status)}</span>;
};

/** A word with a shape and a colour. */
export const Tag = ({ tone = 'neutral', children }: { readonly tone?: 'info' | 'ok' | 'warn' | 'danger' | 'neutral'; readonly children: string }) => <span class={`tag tag-${tone}`}>{children}</span>;
