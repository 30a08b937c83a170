// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const fileSentences = {
  "file-type-not-accepted": {
    "status": 422,
    "vi": "Chỉ nhận tệp PDF, JPG hoặc PNG. Hãy chọn tệp khác.",
    "en": "Only PDF, JPG or PNG files are accepted. Choose another file."
  },
  "file-empty": {
    "status": 422,
    "vi": "Tệp không có nội dung. Hãy chọn tệp khác.",
    "en": "The file is empty. Choose another file."
  },
  "file-too-large": {
    "status": 422,
    "vi": "Tệp lớn hơn mức cho phép. Hãy giảm dung lượng hoặc chia nhỏ.",
    "en": "The file is larger than allowed. Reduce or split it."
  },
  "file-type-mismatch": {
    "status": 422,
    "vi": "Nội dung tệp không đúng với loại tệp đã khai. Hãy kiểm tra và tải lên lại.",
    "en": "The file’s content does not match its stated type. Check it and upload again."
  },
  "file-checksum-mismatch": {
    "status": 422,
    "vi": "Tệp bị thay đổi trong khi tải lên. Hãy tải lên lại.",
    "en": "The file changed while uploading. Upload it again."
  },
  "file-active-content": {
    "status": 422,
    "vi": "Tệp PDF chứa mã lệnh hoặc tệp nhúng nên không nhận được. Hãy in lại thành PDF thường rồi tải lên.",
    "en": "The PDF holds scripts or embedded files and cannot be taken. Print it to a plain PDF and upload that."
  },
  "upload-refused": {
    "status": 422,
    "vi": "Tệp đính kèm không đạt kiểm tra. Hãy thay tệp khác.",
    "en": "The attached file failed its check. Replace it."
  },
  "upload-not-checked": {
    "status": 409,
    "vi": "Tệp đang được kiểm tra. Hãy đợi vài giây rồi nộp lại.",
    "en": "The file is still being checked. Wait a few seconds and file again."
  }
} as const;

export const uploads = {"maxBytes":10485760,"types":["application/pdf","image/jpeg","image/png"]} as const;
