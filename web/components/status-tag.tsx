import type { TrackingView } from '../../shared/contracts/dossier.ts';
import { statusKey, statusName } from '../format/status.ts';
import { useLanguage } from './language.ts';

type Status = TrackingView['state']['business'];
const tones: Record<string, 'info' | 'ok' | 'warn' | 'danger' | 'neutral'> = {
  submitted: 'info', accepted: 'info', processing: 'info', refused: 'danger', 'supplement-required': 'warn',
  'payment-required': 'warn', withdrawn: 'neutral', stopped: 'neutral', finished: 'ok', 'handed-over': 'ok',
};

/** The status of a dossier in words, with a shape and a colour. */
export const StatusTag = ({ status }: { readonly status: Status }) => {
  const language = useLanguage();
  return <span class={`tag tag-${tones[statusKey(status)] ?? 'neutral'}`}>{statusName(status, language)}</span>;
};
