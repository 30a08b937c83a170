// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const officerRoutes = {
  registerAgencies: {"method":"PUT","path":"/directory/agencies"},
  publishCalendar: {"method":"PUT","path":"/directory/calendar"},
  publishAgencyCalendar: {"method":"PUT","path":"/directory/agencies/{agencyCode}/calendar"},
  appointPerson: {"method":"PUT","path":"/directory/people/{username}"},
  getPerson: {"method":"GET","path":"/directory/people/{username}"},
  listStaff: {"method":"GET","path":"/directory/agencies/{agencyCode}/people"},
  listDelegations: {"method":"GET","path":"/directory/delegations"},
  createDelegation: {"method":"POST","path":"/directory/delegations","keyed":true},
  revokeDelegation: {"method":"POST","path":"/directory/delegations/{delegationId}/revoke"},
  listCatalogue: {"method":"GET","path":"/catalogue/procedures"},
  openCatalogue: {"method":"GET","path":"/catalogue/procedures/{procedureCode}"},
  saveDraft: {"method":"PUT","path":"/catalogue/procedures/{procedureCode}/draft","keyed":true},
  submitDraft: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/submit","keyed":true},
  takeBackDraft: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/take-back","keyed":true},
  discardDraft: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/discard","keyed":true},
  commentDraft: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/comment","keyed":true},
  returnDraft: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/return","keyed":true},
  publishDraft: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/publish","keyed":true},
  recallVersion: {"method":"POST","path":"/catalogue/procedures/{procedureCode}/recall","keyed":true},
  importCatalogue: {"method":"POST","path":"/catalogue/imports","keyed":true},
  exportCatalogue: {"method":"GET","path":"/catalogue/export"},
  getBoard: {"method":"GET","path":"/desk/agencies/{agencyCode}/board"},
  getQueue: {"method":"GET","path":"/desk/agencies/{agencyCode}/queues/{queue}"},
  getQueueCounts: {"method":"GET","path":"/desk/agencies/{agencyCode}/counts"},
  listDeskOfficers: {"method":"GET","path":"/desk/agencies/{agencyCode}/officers"},
  actOnMany: {"method":"POST","path":"/desk/bulk"},
  fileAtCounter: {"method":"POST","path":"/desk/agencies/{agencyCode}/filings","keyed":true},
  openDossier: {"method":"GET","path":"/desk/dossiers/{dossierId}"},
  acceptDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/accept","keyed":true},
  refuseDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/refuse","keyed":true},
  takeDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/take","keyed":true},
  finishDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/finish","keyed":true},
  handOverResult: {"method":"POST","path":"/desk/dossiers/{dossierId}/hand-over","keyed":true},
  requestSupplement: {"method":"POST","path":"/desk/dossiers/{dossierId}/request-supplement","keyed":true},
  stopDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/stop","keyed":true},
  resumeDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/resume","keyed":true},
  extendDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/extend","keyed":true},
  getDeskFile: {"method":"GET","path":"/desk/dossiers/{dossierId}/files/{fileId}"},
  getDossierFee: {"method":"GET","path":"/desk/dossiers/{dossierId}/fee"},
  requestPayment: {"method":"POST","path":"/desk/dossiers/{dossierId}/request-payment","keyed":true},
  recordPayment: {"method":"POST","path":"/desk/dossiers/{dossierId}/record-payment","keyed":true},
  exemptPayment: {"method":"POST","path":"/desk/dossiers/{dossierId}/exempt-payment","keyed":true},
  transferDossier: {"method":"POST","path":"/desk/dossiers/{dossierId}/transfer","keyed":true},
  correctResult: {"method":"POST","path":"/desk/dossiers/{dossierId}/correct-result","keyed":true},
  previewRecompute: {"method":"GET","path":"/desk/dossiers/{dossierId}/recompute"},
  recomputeDue: {"method":"POST","path":"/desk/dossiers/{dossierId}/recompute","keyed":true},
  handOnStep: {"method":"POST","path":"/desk/dossiers/{dossierId}/hand-on","keyed":true},
  receiveStep: {"method":"POST","path":"/desk/dossiers/{dossierId}/receive","keyed":true},
  sendBackStep: {"method":"POST","path":"/desk/dossiers/{dossierId}/send-back","keyed":true},
  listWarnings: {"method":"GET","path":"/desk/agencies/{agencyCode}/warnings"},
  getControlSheet: {"method":"GET","path":"/desk/dossiers/{dossierId}/control-sheet"},
  getRegister: {"method":"GET","path":"/desk/agencies/{agencyCode}/register/{month}"},
  getNumbering: {"method":"GET","path":"/numbering"},
  getNextNumber: {"method":"GET","path":"/numbering/next"},
  publishNumbering: {"method":"PUT","path":"/numbering"},
  getDeskPlan: {"method":"GET","path":"/desk/agencies/{agencyCode}/plan"},
  setDeskPlan: {"method":"PUT","path":"/desk/agencies/{agencyCode}/plan"},
} as const;

export const officerSentences = {
  "number-pattern-malformed": {
    "status": 422,
    "vi": "Mẫu mã có chỗ không đọc được. Hãy chỉ dùng chữ in hoa, số, các dấu . - / _ và các chỗ điền đã liệt kê, mỗi chỗ một lần.",
    "en": "The pattern cannot be read. Use capital letters, digits, . - / _ and the listed placeholders, each once."
  },
  "number-pattern-without-ordinal": {
    "status": 422,
    "vi": "Mẫu mã chưa có số thứ tự. Hãy thêm {ordinal:4}.",
    "en": "The pattern has no ordinal. Add {ordinal:4}."
  },
  "number-pattern-runs-together": {
    "status": 422,
    "vi": "Số thứ tự và mã cơ quan mới dài ngắn khác nhau, nên phải cách phần bên cạnh bằng một dấu như -.",
    "en": "Ordinal and new agency code vary in length, so a sign such as - must stand between them and what is beside."
  },
  "number-pattern-repeats": {
    "status": 422,
    "vi": "Hai hồ sơ có thể trùng mã: bộ đếm bắt đầu lại theo cơ quan, thủ tục hay ngày tháng mà mẫu mã không ghi. Hãy thêm chỗ điền đó hoặc chọn bộ đếm khác.",
    "en": "Two dossiers could get one number: the counter starts again by an agency, procedure or date the pattern does not show. Add that placeholder or choose another counter."
  },
  "number-pattern-too-long": {
    "status": 422,
    "vi": "Mã theo mẫu này có thể dài hơn 60 ký tự. Hãy rút gọn mẫu.",
    "en": "A number by this pattern could be longer than 60 characters. Shorten the pattern."
  }
} as const;
