import { channels } from '../kernel/dossier-status.ts';
import type { Localised } from '../kernel/localised.ts';
import type { ControlSheet, RegisterRow } from './form-routes.ts';

type Verdict = NonNullable<ControlSheet['verdict']>;
type Language = keyof Localised;
type Column = { readonly id: string; readonly label: Localised; /** part of the width of a sheet */ readonly share: number };

export const verdictNames: Readonly<Record<Verdict, Localised>> = {
  early: { vi: 'Trước hạn', en: 'Early' }, 'on-time': { vi: 'Đúng hạn', en: 'On time' }, late: { vi: 'Quá hạn', en: 'Late' },
};

/** The columns of the register (sổ theo dõi hồ sơ): the same on the screen, on paper and in a spreadsheet. */
export const registerColumns: readonly Column[] = [
  { id: 'ordinal', label: { vi: 'TT', en: 'No.' }, share: 4 },
  { id: 'number', label: { vi: 'Mã hồ sơ', en: 'Number' }, share: 11 },
  { id: 'procedure', label: { vi: 'Thủ tục', en: 'Procedure' }, share: 17 },
  { id: 'applicant', label: { vi: 'Người nộp', en: 'Applicant' }, share: 12 },
  { id: 'phone', label: { vi: 'Điện thoại', en: 'Telephone' }, share: 10 },
  { id: 'competent', label: { vi: 'Cơ quan giải quyết', en: 'Competent agency' }, share: 12 },
  { id: 'channel', label: { vi: 'Hình thức nộp', en: 'Channel' }, share: 7 },
  { id: 'receivedAt', label: { vi: 'Nhận hồ sơ', en: 'Received' }, share: 8 },
  { id: 'dueAt', label: { vi: 'Hẹn trả', en: 'Promised' }, share: 8 },
  { id: 'finishedAt', label: { vi: 'Có kết quả', en: 'Decided' }, share: 8 },
  { id: 'returnedAt', label: { vi: 'Trả kết quả', en: 'Handed over' }, share: 8 },
  { id: 'result', label: { vi: 'Kết quả', en: 'Result' }, share: 6 },
];

/** A line of the register, cell by cell; an instant is whatever `time` makes of it. */
export const registerCells = <T>(row: RegisterRow, index: number, { language, time }: { language: Language; time: (instant: string) => T }): (string | T)[] => {
  const at = (instant: string | undefined): string | T => (instant === undefined ? '' : time(instant));
  return [
    String(index + 1), row.number ?? row.trackingCode, row.procedure.name[language], row.applicantName, row.phone ?? '', row.competent,
    channels.find(({ key }) => key === row.channel)?.name[language] ?? row.channel, at(row.receivedAt), at(row.dueAt), at(row.finishedAt), at(row.returnedAt), row.verdict === undefined ? '' : verdictNames[row.verdict][language],
  ];
};
