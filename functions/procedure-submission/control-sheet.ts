import type { ControlSheet } from '../../shared/contracts/form-routes.ts';
import { verdictNames } from '../../shared/contracts/register-table.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { competentAgency } from './dossier.ts';
import { applicantLines, common, lineAt, type FormContent } from './form-content.ts';
import { formInForce } from './issued-forms.ts';
import type { DossierRecord } from './ports.ts';
import { stepVisits } from './step-timeline.ts';

/**
 * The control sheet (phiếu kiểm soát): every hand-over with its two instants, whether the step kept its time, and why it
 * was sent back. Read from the sealed hand-overs alone; the form is that of the regulation in force on the day it is made.
 */
export const controlSheet = (record: DossierRecord, day: Date): ControlSheet => {
  const { filed, standing: { number, receivedAt, dueAt, finishedAt, verdict } } = record;
  const { number: form, title, regulation } = formInForce('control-sheet', localDate(day));
  return {
    form, title, regulation, agency: competentAgency(record).name, trackingCode: filed.trackingCode, procedure: filed.procedure.name, applicantName: filed.applicant.name,
    ...(number === undefined ? {} : { number }), ...(receivedAt === undefined ? {} : { receivedAt }), ...(dueAt === undefined ? {} : { dueAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }), ...(verdict === undefined ? {} : { verdict }),
    rows: stepVisits(record).map(({ step, agency, handedAt, giver, receivedAt: taken, receiver, leftAt, verdict: kept, reason }) => ({
      agency, step: step.name, handedAt, ...(giver === undefined ? {} : { giver }), ...(taken === undefined ? {} : { receivedAt: taken }),
      ...(receiver === undefined ? {} : { receiver }), ...(leftAt === undefined ? {} : { leftAt }), ...(kept === undefined ? {} : { verdict: kept }),
      ...(reason === undefined ? {} : { note: reason }),
    })),
  };
};

const at = (instant: string | undefined): string => (instant === undefined ? 'chưa có' : spelledInstant(new Date(instant)));
/** A hand of a hand-over: when, and who put the name to it. */
const hand = (instant: string | undefined, signer: string | undefined): string => `${at(instant)}${signer === undefined ? '' : `\n${signer}`}`;

const columns = [{ label: 'TT', share: 4 }, { label: 'Cơ quan, bước', share: 26 }, { label: 'Giao', share: 21 }, { label: 'Nhận', share: 21 }, { label: 'Kết quả', share: 8 }, { label: 'Ghi chú', share: 20 }];

/** The control sheet as it is issued when the result has been handed over: nothing more can be handed on then. `revision` is that line of history. */
export const controlSheetContent = (record: DossierRecord, siteOrigin: string, revision: number): FormContent => {
  const line = lineAt(record, revision);
  const sheet = controlSheet(record, new Date(line.at));
  const shared = common(record, 'control-sheet', line, siteOrigin);
  return {
    ...shared, signatures: [{ role: 'NGƯỜI GIAO', name: sheet.rows.at(-1)?.giver ?? '' }, shared.signatures[1]],
    lines: [
      ...applicantLines(record).filter(({ label }) => !['Số điện thoại', 'Thư điện tử'].includes(label)),
      { label: 'Nhận hồ sơ', value: at(sheet.receivedAt) },
      ...(sheet.dueAt === undefined ? [] : [{ label: 'Hẹn trả kết quả', value: at(sheet.dueAt) }]),
      { label: 'Có kết quả', value: at(sheet.finishedAt) },
      ...(sheet.verdict === undefined ? [] : [{ label: 'Kết quả giải quyết', value: verdictNames[sheet.verdict].vi }]),
    ],
    table: {
      title: 'Quá trình giao nhận', columns,
      rows: sheet.rows.map(({ step, handedAt, giver, receivedAt, receiver, verdict, note, agency }, index) => [
        String(index + 1), `${step.vi}\n${agency}`, hand(handedAt, giver), hand(receivedAt, receiver), verdict === undefined ? '' : verdictNames[verdict].vi, note === undefined ? '' : `Trả lại: ${note}`,
      ]),
    },
    closing: 'Phiếu được lập từ các dòng giao nhận trong lịch sử có niêm phong của hồ sơ; mã QR mở trang để kiểm chứng.',
  };
};
