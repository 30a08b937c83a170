import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { localDate, localParts } from '../../shared/kernel/vietnam-time.ts';

/** What a warning says of a dossier: facts of its event. */
export type Warned = {
  readonly dossierId: string; readonly procedureCode: string; readonly number?: string | undefined; readonly extent: 'step' | 'whole'; readonly threshold: number; readonly dueAt: string;
};

const englishInstant = (instant: Date): string => {
  const { hour, minute } = localParts(instant);
  return `${localDate(instant)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} (Việt Nam time)`;
};

/** The mail of a warning in both languages: number, procedure, due time and the way to the desk. Nothing of the applicant: mail is read by others too. */
export const warningMail = ({ dossierId, procedureCode, number, extent, threshold, dueAt }: Warned, siteOrigin: string): { subject: string; text: string } => {
  const due = new Date(dueAt);
  const link = `${siteOrigin}/ban-lam-viec/?ho-so=${dossierId}`;
  const whole = extent === 'whole';
  const [vi, en] = threshold >= 100
    ? [`Đã hết thời hạn ${whole ? 'giải quyết hồ sơ' : 'của bước đang làm'}.`, `The time of the ${whole ? 'dossier' : 'step it stands in'} is used up.`]
    : [`Đã dùng ${threshold} % thời hạn ${whole ? 'giải quyết hồ sơ' : 'của bước đang làm'}.`, `${threshold} % of the time of the ${whole ? 'dossier' : 'step it stands in'} is used.`];
  return {
    subject: `${threshold >= 100 ? 'Hết hạn' : `Cảnh báo ${threshold} %`} ${whole ? 'hồ sơ' : 'bước xử lý'} · ${number ?? procedureCode}`,
    text: [
      ...(number === undefined ? [] : [`Mã hồ sơ: ${number}`]), `Thủ tục: ${procedureCode}`, `Hạn ${whole ? 'trả kết quả' : 'của bước'}: ${spelledInstant(due)}`, '', vi, `Mở trên bàn làm việc: ${link}`,
      '', '---', '', ...(number === undefined ? [] : [`Dossier: ${number}`]), `Procedure: ${procedureCode}`, `Due: ${englishInstant(due)}`, '', en, `Open it at the desk: ${link}`, '',
    ].join('\n'),
  };
};
