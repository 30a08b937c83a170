import { contactFault } from '../../../shared/kernel/contact.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { FormError } from '../../components/error-summary.tsx';
import type { reportText } from '../../messages/report.ts';
import type { Language } from '../../messages/translator.ts';
import type { Draft } from './draft.ts';

type Words = ReturnType<typeof reportText>;
const fewestLetters = 4;

/** What has to be mended before it is worth sending. Everything else is taken as it is. */
export const faultsOf = ({ text, shots, spot, placeWords, sender, phone }: Draft, t: Words): readonly FormError[] => [
  ...((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters && shots.length === 0 ? [{ field: 'noi-dung', text: t('textMissing') }] : []),
  ...(spot === undefined && placeWords.trim() === '' ? [{ field: 'dia-chi', text: t('placeMissing') }] : []),
  ...(sender === 'phone' && contactFault('phone', phone.trim()) !== undefined ? [{ field: 'dien-thoai', text: t('phoneWrong') }] : []),
];

/** Where the province points, and the control it means. */
const controls: readonly (readonly [pointer: string, field: string])[] = [['/body/text', 'noi-dung'], ['/body/place', 'dia-chi'], ['/body/contact', 'dien-thoai'], ['/body/category', 'loai'], ['/body/media', 'anh']];
export const faultsIn = ({ errors = [] }: ProblemBody, language: Language): readonly FormError[] =>
  errors.flatMap((error) => controls.filter(([pointer]) => error.pointer.startsWith(pointer)).map(([, field]) => ({ field, text: error[language] })));
