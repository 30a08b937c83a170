import { PaymentSettledV1 } from '../../events/lgsp-connectors/payment-settled.v1.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { bookPayment } from './book-payment.ts';
import { paymentDeps } from './deps.ts';

const book = bookPayment(paymentDeps());

export const handler = consume([onEvent(PaymentSettledV1, async (event, { now }) => { await book(event, now); })]);
