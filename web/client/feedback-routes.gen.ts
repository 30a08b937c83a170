// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const feedbackRoutes = {
  listFeedbackCategories: {"method":"GET","path":"/feedback/categories"},
  suggestCategory: {"method":"POST","path":"/feedback/suggest"},
  listNearbyFeedback: {"method":"GET","path":"/feedback/nearby"},
  requestFeedbackUpload: {"method":"POST","path":"/feedback/uploads","keyed":true},
  getFeedbackUpload: {"method":"GET","path":"/feedback/uploads/{uploadId}"},
  reportFeedback: {"method":"POST","path":"/feedback","keyed":true},
  listMyFeedback: {"method":"GET","path":"/feedback/mine"},
  listFeedback: {"method":"GET","path":"/feedback"},
  getFeedbackFigures: {"method":"GET","path":"/feedback/figures"},
  getFeedbackTile: {"method":"GET","path":"/feedback/tiles/{zoom}/{x}/{y}"},
  getFeedback: {"method":"GET","path":"/feedback/{trackingCode}"},
  openOwnFeedback: {"method":"POST","path":"/feedback/{trackingCode}/own"},
  getFeedbackMedia: {"method":"GET","path":"/feedback/{trackingCode}/media/{mediaId}"},
  verifyFeedback: {"method":"GET","path":"/feedback/{trackingCode}/history"},
  addVoice: {"method":"POST","path":"/feedback/{trackingCode}/voices","keyed":true},
  sayNotFixed: {"method":"POST","path":"/feedback/{trackingCode}/not-fixed","keyed":true},
  rateFeedback: {"method":"POST","path":"/feedback/{trackingCode}/rating","keyed":true},
  reopenFeedback: {"method":"POST","path":"/feedback/{trackingCode}/reopen","keyed":true},
  forgetMe: {"method":"POST","path":"/feedback/{trackingCode}/forget-me","keyed":true},
  followArea: {"method":"POST","path":"/feedback/subscriptions","keyed":true},
  confirmFollowing: {"method":"POST","path":"/feedback/subscriptions/{subscriptionId}/confirm"},
  endFollowing: {"method":"POST","path":"/feedback/subscriptions/{subscriptionId}/end"},
} as const;

export const mediaSentences = {
  "media-type-not-accepted": {
    "status": 422,
    "vi": "Chỉ nhận ảnh JPG, PNG hoặc phim MP4. Hãy chọn tệp khác.",
    "en": "Only JPG or PNG photos and MP4 films are accepted. Choose another file."
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

export const media = {"maxBytes":20971520,"types":["image/jpeg","image/png","video/mp4"]} as const;
export const mostCharacters = 5000;
