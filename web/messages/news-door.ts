/** The one text of following that pages carry which do not follow. */
export const newsDoor = { vi: 'Nhận tin qua thư hoặc RSS', en: 'Follow by mail or RSS' } as const;
