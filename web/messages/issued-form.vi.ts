/** Texts around an issued form on the screen; what it says itself comes with it. */
export const vi = {
  close: 'Đóng',
  print: 'In',
} as const;
