import type { PassedOnRow } from '../../shared/contracts/desk-queues.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { ControlSheet, RegisterRow } from '../../shared/contracts/form-routes.ts';

/** The control sheet of a dossier, made from its steps as the province makes it. */
export const sheetFor = (view: DeskDossierView): ControlSheet => ({
  form: 'Mẫu số 06', title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', regulation: 'Thông tư số 03/2025/TT-VPCP', agency: view.agency.name,
  trackingCode: view.trackingCode, procedure: view.procedure.name, applicantName: view.applicant.name,
  ...(view.receivedAt === undefined ? {} : { receivedAt: view.receivedAt }), ...(view.dueAt === undefined ? {} : { dueAt: view.dueAt }),
  rows: (view.internalSteps ?? []).flatMap(({ name, handedAt, giver, receivedAt, receiver, verdict, reason }) => (handedAt === undefined ? [] : [{
    agency: view.agency.name, step: name, handedAt, ...(giver === undefined ? {} : { giver }), ...(receivedAt === undefined ? {} : { receivedAt }), ...(receiver === undefined ? {} : { receiver }),
    ...(verdict === 'early' || verdict === 'on-time' || verdict === 'late' ? { verdict } : {}), ...(reason === undefined ? {} : { note: reason }),
  }])),
});

const perPage = 50;

/** A page of the register: what was received, two pages and more of it. */
export const registerPage = (dossiers: readonly DeskDossierView[], cursor: string | null) => {
  const from = Number(cursor ?? 0);
  const received = dossiers.filter(({ receivedAt }) => receivedAt !== undefined);
  const items = received.slice(from, from + perPage).map((view): RegisterRow => ({
    dossierId: view.dossierId, trackingCode: view.trackingCode, procedure: { code: view.procedure.code, name: view.procedure.name }, applicantName: view.applicant.name, competent: view.agency.name,
    channel: view.channel, status: view.state.business, receivedAt: view.receivedAt ?? view.submittedAt, ...(view.dueAt === undefined ? {} : { dueAt: view.dueAt }), ...(view.number === undefined ? {} : { number: view.number }),
  }));
  return { form: 'Mẫu số 07', title: 'SỔ THEO DÕI HỒ SƠ', regulation: 'Thông tư số 03/2025/TT-VPCP', items, ...(from + perPage < received.length ? { cursor: String(from + perPage) } : {}) };
};

const places = ['Sở Tư pháp', 'UBND phường III, thành phố Vị Thanh', 'Sở Nông nghiệp và Môi trường'] as const;

/** What was passed on, two pages of it: some finished elsewhere, some under way, some without a date. */
export const passedOnPage = (dossiers: readonly DeskDossierView[], cursor: string | null) => {
  const from = Number(cursor ?? 0);
  const items = dossiers.slice(from, from + 6).map((view, index): PassedOnRow => ({
    dossierId: view.dossierId, trackingCode: view.trackingCode, procedure: { code: view.procedure.code, name: view.procedure.name }, applicantName: view.applicant.name, to: places[index % 3] ?? '', transferredAt: view.submittedAt,
    ...(index % 3 === 0 ? { status: 10, number: `000.01.19.H30-261120-00${String(from + index).padStart(2, '0')}`, dueAt: view.submittedAt, finishedAt: view.submittedAt, verdict: index === 0 ? 'late' : 'on-time' } : index % 3 === 1 ? { status: 4, dueAt: view.submittedAt } : { status: 4 }),
  }));
  return { items, ...(from === 0 ? { cursor: '6' } : {}) };
};
