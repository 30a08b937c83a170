// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const statuses = [
  {"code":1,"key":"submitted","name":{"vi":"Mới đăng ký","en":"Submitted"},"clock":"not-started","terminal":false},
  {"code":2,"key":"accepted","name":{"vi":"Được tiếp nhận","en":"Accepted"},"clock":"running","terminal":false},
  {"code":3,"key":"refused","name":{"vi":"Không được tiếp nhận","en":"Refused"},"clock":"not-started","terminal":true},
  {"code":4,"key":"processing","name":{"vi":"Đang xử lý","en":"In progress"},"clock":"running","terminal":false},
  {"code":5,"key":"supplement-required","name":{"vi":"Yêu cầu bổ sung giấy tờ","en":"More papers needed"},"clock":"paused","terminal":false},
  {"code":6,"key":"payment-required","name":{"vi":"Yêu cầu thực hiện nghĩa vụ tài chính","en":"Payment needed"},"clock":"paused","terminal":false},
  {"code":7,"key":"withdrawn","name":{"vi":"Công dân yêu cầu rút hồ sơ","en":"Withdrawn by the applicant"},"clock":"stopped","terminal":true},
  {"code":8,"key":"stopped","name":{"vi":"Dừng xử lý","en":"Stopped"},"clock":"stopped","terminal":false},
  {"code":9,"key":"finished","name":{"vi":"Đã xử lý xong","en":"Result ready"},"clock":"stopped","terminal":false},
  {"code":10,"key":"handed-over","name":{"vi":"Đã trả kết quả","en":"Result handed over"},"clock":"stopped","terminal":true},
] as const;

export const channels = [
  {"key":"direct","kenh":1,"name":{"vi":"Trực tiếp","en":"At the desk"}},
  {"key":"online","kenh":2,"name":{"vi":"Trực tuyến","en":"Online"}},
  {"key":"post","kenh":3,"name":{"vi":"Bưu chính công ích","en":"By public post"}},
] as const;

export const uploads = {"maxBytes":10485760,"types":["application/pdf","image/jpeg","image/png"]} as const;
