/** Texts of the page a failed sign-in ends on. */
export const vi = {
  failedTitle: 'Đăng nhập không thành',
  failedRefused: 'Hệ thống định danh không xác nhận được lần đăng nhập này. Hãy thử lại.',
  failedNoPost: 'Nếu bạn là cán bộ và vẫn không vào được, tài khoản có thể chưa được cấp vị trí công tác; hãy báo quản trị danh bạ.',
  failedTooLarge: 'Tài khoản giữ quá nhiều vị trí để mở một phiên. Hãy báo quản trị danh bạ.',
  failedExpired: 'Lần đăng nhập đã quá hạn hoặc mở từ một cửa sổ khác. Hãy bắt đầu lại.',
  failedKept: 'Những gì bạn đang làm dở vẫn được giữ trên máy này.',
  failedAgain: 'Đăng nhập lại',
  failedDesk: 'Đăng nhập cho cán bộ',
} as const;
