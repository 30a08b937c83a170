type Cited = {
  readonly source: string;
  /** how sure we are: C read in the source, S in a secondary one, M known but not re-read */
  readonly mark: 'C' | 'S' | 'M';
};

/** The rules of law on a dossier's way that are not about working time; an official who finds the text corrects them here. */
type DossierRules = {
  /** How often an agency may ask for more papers, and how long the applicant has to answer, where the procedure does not say. */
  readonly supplement: Cited & { readonly mostRounds: number; readonly answerWithin: { readonly amount: number; readonly unit: 'WORKING_DAY' | 'DAY' } };
  /** When an agency may promise a later date, and how often. */
  readonly extension: Cited & { /** a dossier keeps one later promise */ readonly most: 1; /** days before the day the term ends */ readonly daysBeforeEnd: number };
  /** How near its due date a dossier is shown as due soon, in working days. */
  readonly dueSoon: Cited & { readonly amount: number };
};

/** At which parts of its time, in per cent, a step or a dossier is warned of. */
export const warningRules: Cited & { readonly thresholds: readonly number[] } = {
  thresholds: [75, 100],
  source: 'Yêu cầu của tỉnh: cảnh báo trước hạn ở 75% và khi hết thời gian của từng bước và của cả hồ sơ',
  mark: 'C',
};

export const vietnamDossierRules: DossierRules = {
  supplement: {
    // no number in the law is taken over for every procedure; this bound keeps a dossier readable
    mostRounds: 12,
    // the law sets no limit for every procedure; thirty days are frequent in those that set one
    answerWithin: { amount: 30, unit: 'DAY' },
    source: 'Nghị định 61/2018/NĐ-CP hạn chế số lần yêu cầu bổ sung, nhưng số lần khác nhau theo từng thủ tục: không đặt một lần cho mọi thủ tục; thời hạn bổ sung do văn bản của từng thủ tục quy định',
    mark: 'S',
  },
  extension: {
    most: 1, daysBeforeEnd: 1,
    source: 'Nghị định 61/2018/NĐ-CP: xin lỗi và hẹn lại chậm nhất một ngày trước khi hết hạn, không quá một lần',
    mark: 'M',
  },
  dueSoon: { amount: 2, source: 'Không văn bản nào ấn định; đủ thời gian để hẹn lại chậm nhất một ngày trước khi hết hạn', mark: 'M' },
};
