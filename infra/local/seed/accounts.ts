/** The accounts of a laptop, named by what they are for. Posts begin with the launch of the portal. */
import type { Post } from '../../../shared/contracts/access.ts';

export interface SeedAccount {
  readonly username: string;
  readonly realm: 'province' | 'national';
  /** Who this is, in Vietnamese; officers sign documents under it. */
  readonly who: string;
  readonly posts: readonly Post[];
  /** Path of the front end this account is for. */
  readonly signIn: string;
}

/** Satisfies the pools' policy; it protects nothing. */
export const localPassword = 'Hau-Giang-2020';

const launch = '2020-10-02';
const province = 'H30';
export const firstWard = 'H30.19.01';
const thirdWard = 'H30.19.02';
const desk = '/ban-lam-viec/';
/** sorts the reports of the whole province: the settings of functions/feedback-classification name it */
const office = 'H30.01';

const officer = (username: string, who: string, post: Pick<Post, 'agency' | 'role'>, signIn: string = desk): SeedAccount =>
  ({ username, realm: 'province', who, posts: [{ ...post, from: launch }], signIn });
const citizen = (username: string, who: string): SeedAccount => ({ username, realm: 'national', who, posts: [], signIn: '/' });

export const administrator = officer('quantri.danhba', 'Quản trị danh bạ, UBND tỉnh', { agency: province, role: 'directory-administrator' });
export const editor = officer('bientap.thutuc', 'Biên tập thủ tục, UBND tỉnh', { agency: province, role: 'catalogue-editor' });
export const reviewer = officer('thamdinh.thutuc', 'Thẩm định thủ tục, UBND tỉnh', { agency: province, role: 'catalogue-reviewer' });
export const leader = officer('lanhdao.vithanh1', 'Lãnh đạo, UBND phường I, TP Vị Thanh', { agency: firstWard, role: 'leader' });
const firstCitizen = citizen('congdan01', 'Công dân 01');

/** In the order they are printed. */
export const seedAccounts: readonly SeedAccount[] = [
  firstCitizen,
  citizen('congdan02', 'Công dân 02'),
  officer('motcua.vithanh1', 'Cán bộ một cửa, UBND phường I, TP Vị Thanh', { agency: firstWard, role: 'one-stop-clerk' }),
  officer('chuyenvien.vithanh1', 'Chuyên viên, UBND phường I, TP Vị Thanh', { agency: firstWard, role: 'case-officer' }),
  leader,
  officer('motcua.vithanh3', 'Cán bộ một cửa, UBND phường III, TP Vị Thanh', { agency: thirdWard, role: 'one-stop-clerk' }),
  officer('truc.ioc', 'Trực trung tâm điều hành, UBND tỉnh', { agency: province, role: 'operations-duty' }, '/dieu-hanh/'),
  officer('dieuphoi.phananh', 'Điều phối phản ánh, Văn phòng UBND tỉnh', { agency: office, role: 'dispatcher' }),
  officer('kiemduyet.phananh', 'Kiểm duyệt công khai, Văn phòng UBND tỉnh', { agency: office, role: 'moderator' }),
  officer('tongdai.phananh', 'Tổng đài viên, Văn phòng UBND tỉnh', { agency: office, role: 'hotline-operator' }),
  officer('hientruong.vithanh1', 'Cán bộ xử lý hiện trường, UBND phường I, TP Vị Thanh', { agency: firstWard, role: 'field-officer' }),
  officer('hientruong.vithanh3', 'Cán bộ xử lý hiện trường, UBND phường III, TP Vị Thanh', { agency: thirdWard, role: 'field-officer' }),
  editor,
  reviewer,
  administrator,
];

/** Tries, without filing anything, whether a place takes a procedure. */
export const probeCitizen = firstCitizen;
