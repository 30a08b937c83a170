import { publishStream } from '../../shared/runtime/stream-publisher.ts';
import { streamDeps } from './deps.ts';

export const handler = publishStream(streamDeps());
