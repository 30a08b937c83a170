import type { Localised } from './localised.ts';

/** The ten statuses every portal of the country exchanges, numbered and named by the National Public Service Portal; what each means for the clock and the report stands in dossier-status.ts. */
export const statusNames = [
  { code: 1, key: 'submitted', name: { vi: 'Mới đăng ký', en: 'Submitted' } },
  { code: 2, key: 'accepted', name: { vi: 'Được tiếp nhận', en: 'Accepted' } },
  { code: 3, key: 'refused', name: { vi: 'Không được tiếp nhận', en: 'Refused' } },
  { code: 4, key: 'processing', name: { vi: 'Đang xử lý', en: 'In progress' } },
  { code: 5, key: 'supplement-required', name: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers needed' } },
  { code: 6, key: 'payment-required', name: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment needed' } },
  { code: 7, key: 'withdrawn', name: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' } },
  { code: 8, key: 'stopped', name: { vi: 'Dừng xử lý', en: 'Stopped' } },
  { code: 9, key: 'finished', name: { vi: 'Đã xử lý xong', en: 'Result ready' } },
  { code: 10, key: 'handed-over', name: { vi: 'Đã trả kết quả', en: 'Result handed over' } },
] as const satisfies readonly { readonly code: number; readonly key: string; readonly name: Localised }[];
