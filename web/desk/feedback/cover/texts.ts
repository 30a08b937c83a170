import { useLanguage } from '../../../components/language.ts';
import { translator } from '../../../messages/translator.ts';
import type { CatalogueOf } from '../../../messages/translator.ts';

const vi = {
  title: (p: { name: string }) => `Che mặt và biển số: ${p.name}`,
  intro: 'Kéo trên ảnh để che thêm. Máy chỉ gợi ý, có chỗ sót, có chỗ nhầm: hãy xem cả ảnh trước khi xác nhận.',
  filmIntro: 'Phim không che được. Chỉ xác nhận khi cả phim không lộ mặt người và biển số.',
  keys: 'Bàn phím: Tab đến từng ô, phím mũi tên để dời, Shift và mũi tên để kéo rộng hẹp, Delete để bỏ.',
  stage: 'Ảnh và các ô che',
  'box-face': 'gợi ý: có thể là khuôn mặt',
  'box-plate': 'gợi ý: có thể là biển số',
  'box-drawn': 'tự vẽ',
  box: (p: { number: number; what: string; left: number; top: number; width: number; height: number }) => `Ô che ${p.number}, ${p.what}: cách trái ${p.left} %, cách trên ${p.top} %, rộng ${p.width} %, cao ${p.height} %`,
  counted: (p: { count: number; suggested: number }) => (p.count === 0 ? 'Chưa có ô che nào' : `${p.count} ô che${p.suggested > 0 ? `, trong đó ${p.suggested} ô do máy gợi ý` : ''}`),
  add: 'Thêm ô che',
  drop: 'Bỏ ô đang chọn',
  dropSuggested: 'Bỏ các ô gợi ý',
  confirmCovered: 'Che và xác nhận',
  confirmPlain: 'Xác nhận: không lộ mặt, biển số',
  doing: 'Đang lưu…',
  cancel: 'Để sau',
  pictureFailed: 'Chưa mở được ảnh.',
};
const en: CatalogueOf<typeof vi> = {
  title: (p) => `Cover faces and plates: ${p.name}`,
  intro: 'Drag on the photo to cover more. The suggestions miss some and mistake others: look at the whole photo before you confirm.',
  filmIntro: 'A video cannot be covered. Confirm only if no face and no plate can be seen in all of it.',
  keys: 'Keyboard: Tab to each box, arrow keys to move it, Shift and arrow keys to resize, Delete to remove.',
  stage: 'Photo with the boxes that cover it',
  'box-face': 'suggested: may be a face',
  'box-plate': 'suggested: may be a plate',
  'box-drawn': 'drawn by you',
  box: (p) => `Box ${p.number}, ${p.what}: ${p.left} % from the left, ${p.top} % from the top, ${p.width} % wide, ${p.height} % high`,
  counted: (p) => (p.count === 0 ? 'No box yet' : `${p.count} ${p.count === 1 ? 'box' : 'boxes'}${p.suggested > 0 ? `, ${p.suggested} of them suggested` : ''}`),
  add: 'Add a box',
  drop: 'Remove this box',
  dropSuggested: 'Remove the suggested boxes',
  confirmCovered: 'Cover and confirm',
  confirmPlain: 'Confirm: no face, no plate',
  doing: 'Saving…',
  cancel: 'Not now',
  pictureFailed: 'The photo could not be opened.',
};

const texts = translator({ vi, en });
export const useCoverTexts = () => texts(useLanguage());
