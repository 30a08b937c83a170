import * as z from 'zod';
import { DossierId } from '../../shared/kernel/ids.ts';
import { Vnd } from '../../shared/kernel/money.ts';
import { defineEvent } from '../define-event.ts';

export const PaymentSettledV1 = defineEvent({
  source: 'haugiang.lgsp-connectors', type: 'payment.settled', version: 1, personalData: 'none',
  title: 'Payment settled', description: 'A payment gateway says that money for an obligation of a dossier has come. `reference` is the gateway’s own number of the payment.',
  data: z.object({ dossierId: DossierId, obligation: z.int().positive(), reference: z.string().min(1).max(50), amount: Vnd, paidAt: z.iso.datetime() }),
});
