import { pageLanguage } from '../../components/language.ts';
import { signInFailedText } from '../../messages/sign-in-failed.ts';
import { island, start } from './start.ts';

const reasons = { 'session-too-large': 'failedTooLarge', 'session-expired': 'failedExpired' } as const;

start();
island('ly-do', (element) => {
  const why = new URLSearchParams(location.search).get('ly-do') ?? '';
  if (why in reasons) element.textContent = signInFailedText(pageLanguage())(reasons[why as keyof typeof reasons]);
});
