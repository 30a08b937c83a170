// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const routes = {
  refreshSession: {"method":"POST","path":"/auth/refresh"},
  signOut: {"method":"POST","path":"/auth/sign-out"},
  whoAmI: {"method":"GET","path":"/auth/me"},
  listAgencies: {"method":"GET","path":"/agencies"},
  getAgency: {"method":"GET","path":"/agencies/{agency}"},
  getCalendar: {"method":"GET","path":"/calendar"},
  getAgencyCalendar: {"method":"GET","path":"/agencies/{agency}/calendar"},
  listProcedures: {"method":"GET","path":"/procedures"},
  getProcedure: {"method":"GET","path":"/procedures/{procedureCode}"},
  getProcedureVersion: {"method":"GET","path":"/procedures/{procedureCode}/versions/{version}"},
  getPromise: {"method":"GET","path":"/procedures/{procedureCode}/promise"},
  listStatistics: {"method":"GET","path":"/statistics"},
  getStatistics: {"method":"GET","path":"/statistics/{month}"},
  requestUpload: {"method":"POST","path":"/uploads","keyed":true},
  getUpload: {"method":"GET","path":"/uploads/{uploadId}"},
  submitDossier: {"method":"POST","path":"/procedures/{procedureCode}/dossiers","keyed":true},
  listMyDossiers: {"method":"GET","path":"/dossiers"},
  getMyDossier: {"method":"GET","path":"/dossiers/{dossierId}"},
  getMyFile: {"method":"GET","path":"/dossiers/{dossierId}/files/{fileId}"},
  withdrawDossier: {"method":"POST","path":"/dossiers/{dossierId}/withdraw","keyed":true},
  answerSupplement: {"method":"POST","path":"/dossiers/{dossierId}/answer-supplement","keyed":true},
  trackDossier: {"method":"GET","path":"/track/{trackingCode}"},
  verifyHistory: {"method":"GET","path":"/track/{trackingCode}/history"},
  getMyForm: {"method":"GET","path":"/dossiers/{dossierId}/documents/{documentId}/content"},
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
  }
} as const;
