import type { BoardView } from '../../shared/contracts/statistics.ts';

const expert = { id: 'expert', name: { vi: 'Thẩm định', en: 'Examination' } };
const check = { id: 'check', name: { vi: 'Kiểm tra', en: 'Check' } };
const officer = (n: number) => ({ officerId: `chuyen-vien-0${n}`, name: `Chuyên viên 0${n}` });

/** The board of an agency at work. */
export const someBoard = (agency: string): BoardView => ({
  agency, asOf: '2026-11-22T09:40:00.000Z', changedAt: '2026-11-22T09:39:30.000Z', dueSoonUntil: '2026-11-25T10:00:00.000Z',
  groups: [
    { status: 1, inTerm: 14, dueSoon: 0, overdue: 0, stepOverdue: 0 }, { status: 2, inTerm: 4, dueSoon: 2, overdue: 1, stepOverdue: 1 },
    { status: 4, officer: officer(1), step: expert, inTerm: 96, dueSoon: 22, overdue: 12, stepOverdue: 12 }, { status: 4, officer: officer(2), step: expert, inTerm: 61, dueSoon: 5, overdue: 0, stepOverdue: 0 }, { status: 4, officer: officer(3), step: check, inTerm: 18, dueSoon: 9, overdue: 31, stepOverdue: 31 },
    { status: 5, officer: officer(1), inTerm: 7, dueSoon: 0, overdue: 0, stepOverdue: 0 }, { status: 9, officer: officer(2), inTerm: 11, dueSoon: 0, overdue: 0, stepOverdue: 0 },
  ],
  months: [{ month: '2026-10', received: 412, released: 398, early: 120, onTime: 255, late: 16 }, { month: '2026-11', received: 287, released: 231, early: 80, onTime: 132, late: 11 }],
});
