export type Sentence = { readonly vi: string; readonly en: string };

/** What a page of a form says of an answer before it is sent: apart from the other fields’ sentences, which no page of citizens carries. */
export const answerProblems = {
  'text.missing': { vi: 'Hãy nhập thông tin này.', en: 'Enter this.' },
  'text.too-long': { vi: 'Nội dung dài quá mức cho phép. Hãy rút gọn.', en: 'This is too long. Shorten it.' },
  'answer.number': { vi: 'Hãy nhập một số, ví dụ 2 hoặc 2,5.', en: 'Enter a number, for example 2 or 2.5.' },
  'answer.national-id': { vi: 'Số định danh gồm 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân cũ).', en: 'An identity number has 12 digits (9 on former identity cards).' },
  'answer.phone': { vi: 'Số điện thoại gồm 10 chữ số, bắt đầu bằng 0 hoặc +84.', en: 'A telephone number has 10 digits and starts with 0 or +84.' },
  'answer.email': { vi: 'Thư điện tử chưa đúng, ví dụ ten@example.vn.', en: 'The e-mail address is not right, for example name@example.vn.' },
} as const satisfies Record<string, Sentence>;
