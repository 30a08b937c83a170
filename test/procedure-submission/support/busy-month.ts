import type { RegisterRow } from '../../../shared/contracts/form-routes.ts';

const procedures = ['Đăng ký khai sinh', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp', 'Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị)'];
const two = (value: number): string => String(value).padStart(2, '0');

export const registerOf = { agencyName: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực thành phố Vị Thanh', month: '2026-11', requestedAt: '2026-12-01T01:00:00.000Z' } as const;

/** So many lines of a register as a busy agency has them. */
export const busyMonth = (lines: number): RegisterRow[] => Array.from({ length: lines }, (_, index) => {
  const day = two(1 + Math.floor((index * 28) / lines));
  return {
    dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', trackingCode: 'HG-4K7M-9QRT-2XYZ', number: `000.01.19.H30-2611${day}-${String(index + 1).padStart(4, '0')}`,
    procedure: { code: '1.001193', name: { vi: procedures[index % procedures.length] ?? '', en: 'x' } }, applicantName: index % 7 === 0 ? 'Công ty trách nhiệm hữu hạn một thành viên Thương mại Dịch vụ Đồng bằng' : `=Nguyễn Thị Ngọc n${index}`,
    phone: '02933878787', competent: 'Ủy ban nhân dân Phường I', channel: 'direct', status: 10, receivedAt: '2026-11-20T02:00:00.000Z',
    ...(index % 5 === 0 ? {} : { dueAt: '2026-11-30T10:00:00.000Z', finishedAt: '2026-11-29T10:00:00.000Z', returnedAt: '2026-11-30T03:00:00.000Z', verdict: 'early' as const }),
  };
});
