import { useLanguage } from '../../components/language.ts';
import { translator } from '../../messages/translator.ts';
import { en } from './texts.en.ts';
import { vi } from './texts.vi.ts';

export const feedbackTexts = translator({ vi, en });
export const useFeedbackTexts = () => feedbackTexts(useLanguage());
export type FeedbackTexts = ReturnType<typeof feedbackTexts>;
