import type { Post, Role } from '../../shared/contracts/access.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import { useLanguage } from '../components/language.ts';

const names: Record<Role, Localised> = {
  'one-stop-clerk': { vi: 'cán bộ một cửa', en: 'one-stop clerk' },
  'case-officer': { vi: 'chuyên viên', en: 'case officer' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  'catalogue-editor': { vi: 'biên tập thủ tục', en: 'catalogue editor' },
  'catalogue-reviewer': { vi: 'thẩm định thủ tục', en: 'catalogue reviewer' },
  'directory-administrator': { vi: 'quản trị danh bạ', en: 'directory administrator' },
  'operations-duty': { vi: 'trực điều hành', en: 'operations duty' },
  auditor: { vi: 'kiểm tra', en: 'auditor' },
  dispatcher: { vi: 'điều phối phản ánh', en: 'dispatcher of reports' },
  'field-officer': { vi: 'cán bộ xử lý hiện trường', en: 'field officer' },
  moderator: { vi: 'kiểm duyệt công khai', en: 'moderator' },
  'hotline-operator': { vi: 'tổng đài viên', en: 'hotline operator' },
};

export const allRoles = Object.keys(names) as Role[];

export const useRoleName = (): ((role: Role) => string) => {
  const language = useLanguage();
  return (role) => names[role][language];
};

const atDesk: readonly Role[] = ['one-stop-clerk', 'case-officer', 'leader'];
const withReports: readonly Role[] = ['dispatcher', 'field-officer', 'leader', 'moderator', 'hotline-operator'];

export type DeskPost = { readonly agency: string; readonly roles: readonly Role[] };

const postsWith = (roles: readonly Role[]) => (posts: readonly Post[], now: Date): DeskPost[] => {
  const today = localDate(now);
  const held = posts.filter(({ role, from, to }) => roles.includes(role) && from <= today && (to === undefined || today <= to));
  return [...Map.groupBy(held, ({ agency }) => agency)].map(([agency, here]) => ({ agency, roles: [...new Set(here.map(({ role }) => role))] }));
};
/** The agencies at whose desk an officer works today, with the roles there. */
export const deskPosts = postsWith(atDesk);
/** The agencies for which an officer works on reports today. */
export const reportPosts = postsWith(withReports);
