/** Telephone numbers, identity numbers and mail addresses in a text; what else names people, the dispatcher sees. */
const phone = /(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)/g;
const identity = /(?<!\d)\d{9}(?:\d{3})?(?!\d)/g;
const email = /[^\s@<>(),;:"]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
const masked = '•••';

/** A text without the numbers and addresses by which somebody can be reached: where the dispatcher begins. */
export const maskContacts = (text: string): string => text.replace(email, masked).replace(phone, masked).replace(identity, masked);
