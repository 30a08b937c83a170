import type { Language } from '../messages/translator.ts';

/** The pages people link to; stable for ever, the English twin lies under `/en`. */
export const addresses = {
  home: '/',
  procedures: '/thu-tuc',
  apply: '/nop-ho-so/',
  track: '/tra-cuu/',
  verify: '/kiem-chung/',
  mine: '/ho-so-cua-toi/',
  signInFailed: '/dang-nhap-khong-thanh/',
  desk: '/ban-lam-viec/',
  operations: '/dieu-hanh/',
  directory: '/quan-tri/',
} as const;

/** The address of a page in a language: `/tra-cuu/` and `/en/tra-cuu/`. */
export const inLanguage = (path: string, language: Language): string => (language === 'vi' ? path : `/en${path}`);

export const procedurePath = (code: string): string => `${addresses.procedures}/${code}`;

export const applyPath = (code: string, caseId?: string): string =>
  `${addresses.apply}?thu-tuc=${encodeURIComponent(code)}${caseId === undefined ? '' : `&truong-hop=${encodeURIComponent(caseId)}`}`;

/** The figures of a month; of the latest without one. */
export const statisticsPath = (month?: string): string => `/thong-ke${month === undefined ? '' : `/${month}`}`;
export const indicatorsPath = (month?: string): string => `${statisticsPath(month)}/chi-so-766`;
/** By the agencies of that month, by those of today, and both for programs. */
export const openDataPath = (month: string): string => `/du-lieu/thong-ke/${month}.csv`;
export const openDataNowPath = (month: string): string => `/du-lieu/thong-ke/${month}-co-cau-hien-nay.csv`;
export const openDataJsonPath = (month: string): string => `/du-lieu/thong-ke/${month}.json`;

export const trackPath = (trackingCode: string): string => `${addresses.track}?ma=${encodeURIComponent(trackingCode)}`;
export const verifyPath = (trackingCode: string): string => `${addresses.verify}?ma=${encodeURIComponent(trackingCode)}`;

/** Where a sign-in begins; it ends at `returnTo`, a path of this site. */
export const signInPath = (returnTo: string, realm: 'national' | 'province' = 'national'): string =>
  `/api/auth/${realm}/sign-in?return=${encodeURIComponent(returnTo)}`;
