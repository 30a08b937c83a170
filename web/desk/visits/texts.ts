import { useLanguage } from '../../components/language.ts';
import { visitsText } from '../../messages/visits.ts';

export const useVisitsText = () => visitsText(useLanguage());
