import type { Fee, FeeItem } from './procedure.ts';

/** A line of PHILEPHI, read or to be sent. Members not named here are kept as they came. */
export type SentFee = { MAPHILEPHI: string; SOTIEN?: number | null | undefined; DONVI: string; MOTA: string; [other: string]: unknown };

const none = { MAPHILEPHI: '', DONVI: '', MOTA: '' };
const dong = 'Đồng';

/** The fee of a case and channel as the national portal writes it. */
export const feesToSend = (fee: Fee): SentFee[] => {
  switch (fee.kind) {
    case 'free': return [{ ...none, SOTIEN: 0, DONVI: dong }];
    case 'amount': return [{ ...none, SOTIEN: fee.vnd, DONVI: dong, MOTA: fee.per?.vi ?? '' }];
    case 'items': return fee.items.map(({ code = '', vnd, unit, text, others }) => ({ ...others, MAPHILEPHI: code, SOTIEN: vnd ?? null, DONVI: unit, MOTA: text }));
    case 'by-reference': return [{ ...none, SOTIEN: null, MOTA: fee.text }];
    case 'not-stated': return [];
  }
};

const itemOf = ({ MAPHILEPHI, SOTIEN, DONVI, MOTA, ...others }: SentFee): FeeItem => ({
  ...(MAPHILEPHI === '' ? {} : { code: MAPHILEPHI }), ...(SOTIEN === null || SOTIEN === undefined ? {} : { vnd: SOTIEN }), unit: DONVI, text: MOTA,
  ...(Object.keys(others).length === 0 ? {} : { others: others as FeeItem['others'] }),
});

/** The lines of a fee as they read by themselves: the plain kinds where they say it all, otherwise line by line. */
export const feeFromSent = (rows: readonly SentFee[]): Fee => {
  const [row, ...more] = rows;
  if (row === undefined) return { kind: 'not-stated' };
  const items: Fee = { kind: 'items', items: rows.map(itemOf) };
  const { MAPHILEPHI, SOTIEN, DONVI, MOTA, ...others } = row;
  if (more.length > 0 || MAPHILEPHI !== '' || Object.keys(others).length > 0) return items;
  if (SOTIEN === null || SOTIEN === undefined) return DONVI === '' ? { kind: 'by-reference', text: MOTA } : items;
  if (DONVI !== dong) return items;
  if (SOTIEN === 0) return MOTA === '' ? { kind: 'free' } : items;
  return { kind: 'amount', vnd: SOTIEN, ...(MOTA === '' ? {} : { per: { vi: MOTA, en: MOTA } }) };
};
