// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const routes = {
  signIn: {"method":"GET","path":"/auth/{realm}/sign-in","keyed":false},
  signInCallback: {"method":"GET","path":"/auth/{realm}/callback","keyed":false},
  refreshSession: {"method":"POST","path":"/auth/refresh","keyed":false},
  signOut: {"method":"POST","path":"/auth/sign-out","keyed":false},
  whoAmI: {"method":"GET","path":"/auth/me","keyed":false},
  listAgencies: {"method":"GET","path":"/agencies","keyed":false},
  getAgency: {"method":"GET","path":"/agencies/{agency}","keyed":false},
  getCalendar: {"method":"GET","path":"/calendar","keyed":false},
  registerAgencies: {"method":"PUT","path":"/directory/agencies","keyed":false},
  publishCalendar: {"method":"PUT","path":"/directory/calendar","keyed":false},
  appointPerson: {"method":"PUT","path":"/directory/people/{username}","keyed":false},
  getPerson: {"method":"GET","path":"/directory/people/{username}","keyed":false},
  listStaff: {"method":"GET","path":"/directory/agencies/{agencyCode}/people","keyed":false},
  listDelegations: {"method":"GET","path":"/directory/delegations","keyed":false},
  createDelegation: {"method":"POST","path":"/directory/delegations","keyed":true},
  revokeDelegation: {"method":"POST","path":"/directory/delegations/{delegationId}/revoke","keyed":false},
  listProcedures: {"method":"GET","path":"/procedures","keyed":false},
  getProcedure: {"method":"GET","path":"/procedures/{procedureCode}","keyed":false},
  getPromise: {"method":"GET","path":"/procedures/{procedureCode}/promise","keyed":false},
  publishProcedure: {"method":"PUT","path":"/catalogue/procedures/{procedureCode}","keyed":false},
  listStatistics: {"method":"GET","path":"/statistics","keyed":false},
  getStatistics: {"method":"GET","path":"/statistics/{month}","keyed":false},
  requestUpload: {"method":"POST","path":"/uploads","keyed":true},
  getUpload: {"method":"GET","path":"/uploads/{uploadId}","keyed":false},
  submitDossier: {"method":"POST","path":"/procedures/{procedureCode}/dossiers","keyed":true},
  listMyDossiers: {"method":"GET","path":"/dossiers","keyed":false},
  getMyDossier: {"method":"GET","path":"/dossiers/{dossierId}","keyed":false},
  getMyFile: {"method":"GET","path":"/dossiers/{dossierId}/files/{fileId}","keyed":false},
  withdrawDossier: {"method":"POST","path":"/dossiers/{dossierId}/withdraw","keyed":true},
  answerSupplement: {"method":"POST","path":"/dossiers/{dossierId}/answer-supplement","keyed":true},
  trackDossier: {"method":"GET","path":"/track/{trackingCode}","keyed":false},
  verifyHistory: {"method":"GET","path":"/track/{trackingCode}/history","keyed":false},
  getQueue: {"method":"GET","path":"/desk/agencies/{agencyCode}/queues/{queue}","keyed":false},
  getQueueCounts: {"method":"GET","path":"/desk/agencies/{agencyCode}/counts","keyed":false},
  listDeskOfficers: {"method":"GET","path":"/desk/agencies/{agencyCode}/officers","keyed":false},
  actOnMany: {"method":"POST","path":"/desk/bulk","keyed":false},
  openDossier: {"method":"GET","path":"/desk/dossiers/{dossierId}","keyed":false},
  acceptDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/accept","keyed":true},
  refuseDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/refuse","keyed":true},
  takeDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/take","keyed":true},
  finishDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/finish","keyed":true},
  handOverResult: {"method":"POST","path":"/desk/dossiers/{dossierId}/hand-over","keyed":true},
  requestSupplement: {"method":"POST","path":"/desk/dossiers/{dossierId}/request-supplement","keyed":true},
  stopDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/stop","keyed":true},
  resumeDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/resume","keyed":true},
  extendDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/extend","keyed":true},
  getDeskFile: {"method":"GET","path":"/desk/dossiers/{dossierId}/files/{fileId}","keyed":false},
  getDossierFee: {"method":"GET","path":"/desk/dossiers/{dossierId}/fee","keyed":false},
  requestPayment: {"method":"POST","path":"/desk/dossiers/{dossierId}/request-payment","keyed":true},
  recordPayment: {"method":"POST","path":"/desk/dossiers/{dossierId}/record-payment","keyed":true},
  exemptPayment: {"method":"POST","path":"/desk/dossiers/{dossierId}/exempt-payment","keyed":true},
  transferDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/transfer","keyed":true},
  correctResult: {"method":"POST","path":"/desk/dossiers/{dossierId}/correct-result","keyed":true},
  previewRecompute: {"method":"GET","path":"/desk/dossiers/{dossierId}/recompute","keyed":false},
  recomputeDue: {"method":"POST","path":"/desk/dossiers/{dossierId}/recompute","keyed":true},
} as const;

export const sentences = {
  "busy": {
    "status": 503,
    "vi": "Hệ thống đang bận. Hãy thử lại sau ít phút; những gì đã nhập vẫn được giữ.",
    "en": "The system is busy. Try again in a few minutes; what you entered is kept."
  },
  "unexpected": {
    "status": 500,
    "vi": "Có lỗi ngoài dự kiến. Hãy thử lại và gửi mã tra cứu lỗi nếu cần trợ giúp.",
    "en": "Something unexpected failed. Try again, and quote the reference if you need help."
  },
  "file-type-not-accepted": {
    "status": 422,
    "vi": "Chỉ nhận tệp PDF, JPG hoặc PNG. Hãy chọn tệp khác.",
    "en": "Only PDF, JPG or PNG files are accepted. Choose another file."
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

export const uploads = {"maxBytes":10485760,"types":["application/pdf","image/jpeg","image/png"]} as const;
