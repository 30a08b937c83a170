import { formText } from '../messages/form.ts';
import { useLanguage } from './language.ts';

/** Words of forms in the language of the page. */
export const useFormText = () => formText(useLanguage());
