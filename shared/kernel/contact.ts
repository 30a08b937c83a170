/** Ten digits from 0, or the same after +84; spaces and dots are how people write them. */
const phone = /^(0|\+84)\d{9}$/;
const email = /^[^\s@<>(),;:"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

/** What is wrong with a way to reach somebody, as a field code. */
export const contactFault = (kind: 'phone' | 'email', text: string): string | undefined =>
  (kind === 'phone' ? (phone.test(text.replace(/[\s.]/g, '')) ? undefined : 'answer.phone') : email.test(text) ? undefined : 'answer.email');

/** One spelling of a telephone number: digits, from 0. */
export const phoneDigits = (text: string): string => text.replace(/[\s.]/g, '').replace(/^\+84/, '0');
