import { env } from '../../shared/runtime/env.ts';
import { publishStream } from '../../shared/runtime/stream-publisher.ts';

export const handler = publishStream({ bus: env('BUS_NAME'), table: env('TABLE_NAME') });
