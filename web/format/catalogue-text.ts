import type { Fee, FeeItem } from '../../shared/contracts/procedure.ts';
import { formatVnd } from '../../shared/kernel/money.ts';
import type { Term, TermPart } from '../../shared/kernel/working-time/term.ts';
import type { Language } from '../messages/translator.ts';

const units = {
  vi: { WORKING_DAY: 'ngày làm việc', DAY: 'ngày', HOUR: 'giờ làm việc', MONTH: 'tháng' },
  en: { WORKING_DAY: 'working day', DAY: 'calendar day', HOUR: 'working hour', MONTH: 'month' },
} as const;
const places = {
  vi: { commune: 'tại cấp xã', district: 'tại cấp huyện', province: 'tại cấp tỉnh' },
  en: { commune: 'at the commune', district: 'at the district', province: 'at the province' },
} as const;

const partText = (part: TermPart, language: Language): string => {
  const place = part.at === undefined ? '' : ` ${places[language][part.at]}`;
  if (part.amount === 0) return `${language === 'vi' ? 'trong ngày' : 'the same day'}${place}`;
  const unit = units[language][part.unit];
  if (language === 'vi') return `${String(part.amount).replace('.', ',')} ${unit}${place}`;
  return `${part.amount} ${unit}${part.amount === 1 ? '' : 's'}${place}`;
};

/** `2 ngày làm việc tại cấp xã, rồi 3 ngày làm việc tại cấp huyện`. The cut-off hour is `cutOffText`. */
export const termText = (term: Term, language: Language): string => {
  const text = term.parts.map((part) => partText(part, language)).join(language === 'vi' ? ', rồi ' : ', then ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What filing after the cut-off hour means, or nothing where there is none. */
export const cutOffText = (term: Term, language: Language): string | undefined => {
  if (term.cutOff === undefined) return undefined;
  return language === 'vi'
    ? `Nộp từ ${term.cutOff} trở đi: tính từ ngày làm việc tiếp theo`
    : `Filed at ${term.cutOff} or later: counted from the next working day`;
};

/** `Lệ phí hộ tịch: 8.000 đồng`. */
const feeItemText = ({ text, vnd, unit }: FeeItem, language: Language): string => {
  const plain = unit === '' || unit === 'Đồng';
  const amount = vnd === undefined ? '' : vnd === 0 ? (language === 'vi' ? 'không thu' : 'free') : `${formatVnd(vnd, language)}${plain ? '' : ` (${unit})`}`;
  return [text, amount].filter(Boolean).join(': ');
};
export const feeLines = (fee: Extract<Fee, { kind: 'items' }>, language: Language): string[] => fee.items.map((item) => feeItemText(item, language));

/** The fee in words; `by-reference` gives the published wording itself. */
export const feeText = (fee: Fee, language: Language): string => {
  switch (fee.kind) {
    case 'free': return language === 'vi' ? 'Không mất phí' : 'Free';
    case 'amount': return fee.per === undefined ? formatVnd(fee.vnd, language) : `${formatVnd(fee.vnd, language)}${language === 'vi' ? '/' : ' per '}${fee.per[language]}`;
    case 'items': return feeLines(fee, language).join('; ');
    case 'by-reference': return fee.text;
    case 'not-stated': return language === 'vi' ? 'Chưa công bố' : 'Not published';
  }
};
