import { useLanguage } from '../components/language.ts';
import { translator } from '../messages/translator.ts';
import { en } from './steps.en.ts';
import { vi } from './steps.vi.ts';

const stepTexts = translator({ vi, en });
export const useStepTexts = () => stepTexts(useLanguage());
