import * as z from 'zod';
import { Envelope } from './envelope.ts';

export type EventDefinition<D extends z.ZodType = z.ZodType> = {
  readonly source: `haugiang.${string}`;
  /** `<noun>.<past-participle>` */
  readonly type: string;
  readonly version: number;
  readonly personalData: 'none';
  readonly title: string;
  readonly description: string;
  readonly data: D;
  /** EventBridge detail-type: `<type>.v<version>` */
  readonly detailType: string;
  /** the whole EventBridge detail: envelope and data */
  readonly detail: z.ZodType<Envelope & { data: z.infer<D> }>;
};

/** Declares a fact. A released version's file is frozen; a change is a new version beside it. */
export const defineEvent = <D extends z.ZodType>(spec: Omit<EventDefinition<D>, 'detailType' | 'detail'>): EventDefinition<D> => {
  let detail: EventDefinition<D>['detail'] | undefined;
  return {
    ...spec,
    detailType: `${spec.type}.v${spec.version}`,
    // made for who reads the event: who only sends it starts without
    get detail() { return detail ??= z.object({ ...Envelope.shape, data: spec.data }) as unknown as EventDefinition<D>['detail']; },
  };
};

export type EventOf<E> = E extends EventDefinition<infer D> ? Envelope & { data: z.infer<D> } : never;
