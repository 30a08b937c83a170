import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import type { LabelledText } from './corpus.ts';
import { seeded } from './seeded.ts';

/**
 * What people put around the matter: where they live, whom they ask, that nothing was done. It says nothing of the
 * category, and is learned to say nothing by standing around texts of every category.
 */
const openings = [
  'Kính gửi cơ quan chức năng. ', 'Kính thưa quý cơ quan, ', 'Hiện nay, tại khu vực chúng tôi sinh sống, ', 'Theo phản ánh của người dân, ', 'Cử tri phản ánh: ', 'Thời gian gần đây, tại địa phương, ',
  'Tôi là người dân ở khu vực này, xin phản ánh như sau: ', 'Người dân phản ánh: ', 'Tại đường Trần Hưng Đạo, phường IV, thành phố Vị Thanh, ', 'Hiện tại, trên tuyến đường Nguyễn Trãi, phường Ngã Bảy, ',
  'Ở ấp 3, xã Vị Thủy, huyện Vị Thủy, tỉnh Hậu Giang, ', 'Khu vực gần chợ và trường tiểu học, đoạn qua cầu Xáng, ', 'Trước cổng bệnh viện, ', 'Đoạn gần công viên, đối diện trạm y tế xã, ', 'Kiệt 42 đường Lê Lợi, tổ 7, phường Hòa Khánh: ',
  'Ngày 12/5 tôi có phản ánh nhưng đến nay chưa được xử lý. ', 'Gửi tổng đài 1022, ', 'Kính đề nghị UBND xã quan tâm: ', 'Cạnh nhà văn hóa ấp, gần trường mẫu giáo, ', 'Từ đầu năm đến nay, ',
];
const closings = [
  ' Kính mong cơ quan chức năng kiểm tra, xử lý.', ' Kính đề nghị các cấp có thẩm quyền xem xét giải quyết.', ' Đề nghị cơ quan chức năng sớm có biện pháp xử lý.', ' Xin chân thành cảm ơn!', ' Trân trọng cảm ơn.',
  ' Người dân rất bức xúc, đã phản ánh nhiều lần nhưng chưa được giải quyết.', ' Gây ảnh hưởng đến đời sống của người dân trong khu vực.', ' Rất mong các cấp quan tâm giải quyết.',
  ' Tình trạng trên gây mất an toàn, ảnh hưởng đến sinh hoạt của người dân xung quanh.', ' Kính đề nghị UBND phường và các đơn vị liên quan kiểm tra xử lý dứt điểm.', ' làm ảnh hưởng đến việc đi lại và sinh hoạt của người dân.',
  ' Mong sớm nhận được phản hồi.', ' Sự việc đã kéo dài nhiều năm nay, gây mất mỹ quan đô thị.', ' Gây nguy hiểm cho người đi đường và các em học sinh.', ' Kính báo cơ quan chức năng kiểm tra xử lý.', ' Đề nghị ngành chức năng sớm khắc phục để bà con yên tâm.',
];

/** How often a frame is put around a text with accents, and again without. */
const shareFramed = 0.7;

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** The text as it stands, most often with a frame around it, both typed without accents too; the same ones every time. */
export const variantsOf = (texts: readonly LabelledText[]): LabelledText[][] => {
  const random = seeded(11);
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  return texts.map((each) => {
    const variants = [each], framed = `${one(openings)}${each.text}${one(closings)}`;
    const asks = each.labels.outOfScope !== 'praise' && each.labels.outOfScope !== 'spam';
    if (random() < shareFramed && asks) variants.push({ ...each, text: framed });
    variants.push({ ...each, text: random() < 0.5 ? fold(each.text) : withoutAccents(each.text) });
    if (random() < shareFramed && asks) variants.push({ ...each, text: fold(framed) });
    return variants;
  });
};
