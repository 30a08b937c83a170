/** Apart from the other addresses: few pages lead here, and each page carries no more than it needs. */
export const bookingAddress = '/dat-lich/';

/** Books a half hour for a procedure. */
export const bookingPath = (procedureCode: string): string => `${bookingAddress}?thu-tuc=${encodeURIComponent(procedureCode)}`;
