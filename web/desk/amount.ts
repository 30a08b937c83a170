/** An amount as people type it: `50.000`, `50 000` or `50,000` đồng; undefined when it is no whole amount above zero. */
export const amountOf = (typed: string): number | undefined => {
  const digits = typed.trim().replace(/(?<=\d)[.,\s](?=\d{3}(\D|$))/g, '');
  const amount = /^\d{1,13}$/.test(digits) ? Number(digits) : 0;
  return amount > 0 && amount <= 1_000_000_000_000 ? amount : undefined;
};
