import type { Mark } from '../../../shared/contracts/figure-definitions.ts';
import type { Figures } from '../../../shared/contracts/statistics.ts';
import type { Localised } from '../../../shared/kernel/localised.ts';

/** What an indicator is computed of: the figures of a month, and the catalogue as it stands. */
export type Basis = { readonly figures: Figures; readonly catalogue: { readonly open: number; readonly online: number } };
type Ratio = { readonly part: number; readonly whole: number };

export type Indicator = {
  readonly id: string; readonly name: Localised; readonly mark: Mark;
  readonly formula: Localised; readonly ratio: (basis: Basis) => Ratio;
};
export type IndicatorGroup = {
  readonly id: string; readonly name: Localised;
  /** points of 100, and how sure we are of them */
  readonly weight: number; readonly weightMark: Mark;
  readonly computed: readonly Indicator[];
  /** what belongs to the group and cannot be computed from what exists, with the reason */
  readonly missing: readonly { readonly name: Localised; readonly reason: Localised }[];
};

const of = (part: number | undefined, whole: number | undefined): Ratio => ({ part: part ?? 0, whole: whole ?? 0 });

/**
 * The six groups of Decision 766/QĐ-TTg of 23 June 2022 for one month of the province. Names and weights are read in a
 * secondary text (S), the weight of online payment is from memory (M); an official corrects them here. No score is given:
 * the scale from ratio to points is not settled by what we have read, so only the ratios are shown.
 */
export const indicatorGroups: readonly IndicatorGroup[] = [
  {
    id: 'cong-khai', name: { vi: 'Công khai, minh bạch', en: 'Openness' }, weight: 18, weightMark: 'S', computed: [],
    missing: [{
      name: { vi: 'Tỷ lệ thủ tục công bố đúng hạn, tỷ lệ hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia', en: 'Procedures published in time, dossiers synchronised with the national portal' },
      reason: { vi: 'Hệ thống chưa kết nối Cổng Dịch vụ công quốc gia, nên không biết thời điểm công bố gốc và kết quả đồng bộ.', en: 'There is no connection to the national portal yet, so neither its dates nor its receipts are known.' },
    }],
  },
  {
    id: 'tien-do', name: { vi: 'Tiến độ giải quyết', en: 'Timeliness' }, weight: 20, weightMark: 'S',
    computed: [
      {
        id: 'dung-han', name: { vi: 'Hồ sơ giải quyết trước hạn và đúng hạn', en: 'Finished early or on time' }, mark: 'C',
        formula: { vi: '(trước hạn + đúng hạn) : (trước hạn + đúng hạn + quá hạn), các hồ sơ có kết quả trong tháng', en: '(early + on time) : (early + on time + late), of those finished in the month' },
        ratio: ({ figures: { early = 0, onTime = 0, late = 0 } }) => of(early + onTime, early + onTime + late),
      },
      {
        id: 'trong-han', name: { vi: 'Hồ sơ đang xử lý còn trong hạn', en: 'In progress and within term' }, mark: 'C',
        formula: { vi: 'chưa đến hạn : đang xử lý, lúc tính số liệu hoặc cuối tháng', en: 'in term : in progress, now or at the end of the month' },
        ratio: ({ figures }) => of(figures.undue, figures.processing),
      },
    ],
    missing: [],
  },
  {
    id: 'truc-tuyen', name: { vi: 'Cung cấp dịch vụ trực tuyến', en: 'Online services' }, weight: 12, weightMark: 'S',
    computed: [
      {
        id: 'thu-tuc-truc-tuyen', name: { vi: 'Thủ tục nhận hồ sơ trực tuyến', en: 'Procedures that can be filed online' }, mark: 'M',
        formula: { vi: 'thủ tục đang mở và nhận trực tuyến : thủ tục đang mở, lúc tính số liệu', en: 'open procedures filed online : open procedures, as of now' },
        ratio: ({ catalogue }) => of(catalogue.online, catalogue.open),
      },
      {
        id: 'ho-so-truc-tuyen', name: { vi: 'Hồ sơ nộp trực tuyến', en: 'Dossiers filed online' }, mark: 'M',
        formula: { vi: 'tiếp nhận trực tuyến : tiếp nhận trong tháng', en: 'received online : received in the month' },
        ratio: ({ figures }) => of(figures.online, figures.received),
      },
      {
        id: 'toan-trinh', name: { vi: 'Hồ sơ trực tuyến toàn trình', en: 'Dossiers online from end to end' }, mark: 'M',
        formula: { vi: 'mức độ 4 : tiếp nhận trực tuyến trong tháng (không phải nộp phí ngoài cổng, kết quả nhận trên cổng)', en: 'level 4 : received online in the month (nothing to pay elsewhere, the result on the portal)' },
        ratio: ({ figures }) => of(figures.level4, figures.online),
      },
    ],
    missing: [],
  },
  {
    id: 'thanh-toan', name: { vi: 'Thanh toán trực tuyến', en: 'Online payment' }, weight: 10, weightMark: 'M', computed: [],
    missing: [{
      name: { vi: 'Tỷ lệ hồ sơ thanh toán trực tuyến', en: 'Dossiers paid online' },
      reason: { vi: 'Cổng chưa kết nối Nền tảng thanh toán quốc gia; tiền nộp tại quầy hoặc kho bạc không phải thanh toán trực tuyến.', en: 'The portal is not connected to the national payment platform; what is paid at a counter is not paid online.' },
    }],
  },
  {
    id: 'hai-long', name: { vi: 'Mức độ hài lòng', en: 'Satisfaction' }, weight: 18, weightMark: 'S', computed: [],
    missing: [{
      name: { vi: 'Tỷ lệ người dân, doanh nghiệp hài lòng; xử lý phản ánh đúng hạn', en: 'Satisfied applicants; complaints answered in time' },
      reason: { vi: 'Hệ thống chưa hỏi ý kiến người nộp và chưa nhận dữ liệu của hệ thống phản ánh, kiến nghị.', en: 'Applicants are not asked yet, and the national complaints system sends no data.' },
    }],
  },
  {
    id: 'so-hoa', name: { vi: 'Số hóa hồ sơ', en: 'Digitisation' }, weight: 22, weightMark: 'S',
    computed: [{
      id: 'giay-to-dien-tu', name: { vi: 'Hồ sơ tiếp nhận có giấy tờ bắt buộc ở dạng điện tử', en: 'Dossiers received with their required papers as files' }, mark: 'M',
      formula: { vi: 'tiếp nhận trực tuyến (giấy tờ bắt buộc phải là tệp đã kiểm tra) : tiếp nhận trong tháng; hồ sơ giấy được quét không tính vì chưa được đánh dấu', en: 'received online (required papers are checked files) : received in the month; scanned paper does not count, as it is not marked' },
      ratio: ({ figures }) => of(figures.online, figures.received),
    }],
    missing: [{
      name: { vi: 'Tỷ lệ kết quả điện tử ký số, tỷ lệ tái sử dụng dữ liệu số hóa', en: 'Digitally signed results, digitised data used again' },
      reason: { vi: 'Tệp kết quả là bắt buộc nhưng chưa kiểm tra chữ ký số; kho giấy tờ điện tử của tổ chức, cá nhân chưa kết nối.', en: 'A result file is required, but its signature is not verified; the store of electronic papers is not connected.' },
    }],
  },
];
